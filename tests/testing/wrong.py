"""Wrong adapters: the gym with one slip each, the scenario that has to see it, and what it says."""

from __future__ import annotations

import itertools
import random
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict

from subhub import Cancellation
from subhub.errors import Problem
from subhub.plugin import Adapter, Consequence, Day, Status, Subscription
from subhub.policies import (
    NO_REFUND,
    ON,
    BlockerRow,
    ConsequenceRow,
    Edition,
    Intent,
    Policy,
    Reading,
    RefundTerms,
    RemedyRow,
    Source,
    StepRow,
    Table,
    otherwise,
    table,
)
from subhub.policies.language.expressions import Fact
from subhub.policies.language.kinds import Kind
from subhub_gym import GymAdapter
from subhub_gym.facts import Membership
from subhub_gym.rules import CANCEL, CHECKED, CLOSURE, TERMS, f

LOCALE = Path(str(GymAdapter().locale()))
EDITION = Edition("2026", date(2026, 1, 1), date(2026, 1, 1), CHECKED)
SOURCES = tuple(TERMS[rule] for rule in TERMS.sections)
CITE = (TERMS["GYM-3"],)
Make = Callable[[Path], Adapter]


@dataclass(frozen=True)
class Wrong:
    """One slip: the number of the scenario that has to fail, and words that it has to say."""

    name: str
    scenario: int
    says: tuple[str, ...]
    make: Make


WRONG: list[Wrong] = []


def wrong(scenario: int, *says: str) -> Callable[[Make], Make]:
    """Take an adapter into the list."""

    def listed(make: Make) -> Make:
        WRONG.append(Wrong(make.__name__, scenario, says, make))
        return make

    return listed


# What they are made of


def gym(
    intent: Intent = CANCEL,
    *,
    model: type[Subscription] = Membership,
    editions: Callable[[], Any] | None = None,
    sources: tuple[Any, ...] = SOURCES,
    locale: Path = LOCALE,
    also: Callable[..., Any] | None = None,
    **attributes: Any,
) -> Adapter:
    """The gym, one part of it replaced."""
    made = (Policy("gym", EDITION, (intent,), sources),)
    methods = {
        "subscription": lambda self: model,
        "editions": lambda self: editions() if editions else made,
        "locale": lambda self: locale,
        **({"also": also} if also else {}),
        **attributes,
    }
    kind = type("WrongGym", (GymAdapter,), {"__module__": __name__, **methods})
    built: Adapter = kind()
    return built


def words(folder: Path, lang: str, old: str = "", new: str = "", add: str = "") -> Path:
    """The gym's words with a piece of one language replaced, or added to."""
    for file in LOCALE.iterdir():
        (folder / file.name).write_text(file.read_text("utf-8"), "utf-8")
    path = folder / f"{lang}.ftl"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1) + add, "utf-8")
    return folder


def closing(**outputs: Any) -> Table:
    """The gym's table, its last row with other outputs."""
    plain = dict.fromkeys(("ends_on", "access_until", "billing_stops_on"), f.current_period_end)
    last = {**plain, "refund": NO_REFUND, "cites": CITE, **outputs}
    return table("closure", CLOSURE.rows[0], otherwise("leaves", **last))


def cancelling(decides: Table, **changes: Any) -> Intent:
    """The gym's intent with another table."""
    locker = ConsequenceRow("locker_emptied", cites=CITE, on=decides["ends_on"], severity="loss")
    return replace(CANCEL, decides=decides, **{"consequences": (locker,), **changes})


def blocked_by(when: Any, *remedies: RemedyRow) -> Intent:
    blocker = BlockerRow("in_minimum_term", when=when, cites=(TERMS["GYM-2"],), remedies=remedies)
    return replace(CANCEL, blockers=(blocker,))


def moving(**changes: Any) -> Intent:
    """The gym with another way out of the minimum term."""
    return blocked_by(
        CANCEL.blockers[0].when, RemedyRow("move_away", "member", cites=CITE, **changes)
    )


# The package


@wrong(1, "`WrongGym.platform` is None", "give the name")
def no_platform(folder: Path) -> Adapter:
    return gym(platform=None)


@wrong(1, "takes any text", 'write `platform: Literal["gym"]`')
def any_platform(folder: Path) -> Adapter:
    class Anything(Subscription):
        minimum_term_ends_on: Day | None = None

    return gym(model=Anything)


@wrong(1, "takes pool", 'Literal["gym"]')
def document_of_another_platform(folder: Path) -> Adapter:
    class Pool(Membership):
        platform: Literal["pool"]  # type: ignore[assignment]

    return gym(model=Pool)


@wrong(1, "gives no policy")
def no_editions(folder: Path) -> Adapter:
    return gym(editions=lambda: ())


@wrong(1, "`editions()` gives a Policy", "return a tuple")
def a_policy_alone(folder: Path) -> Adapter:
    return gym(editions=lambda: Policy("gym", EDITION, (CANCEL,), SOURCES))


@wrong(1, "is a policy of `pool`", 'Policy("gym", …)')
def policy_of_another_platform(folder: Path) -> Adapter:
    return gym(editions=lambda: (Policy("pool", EDITION, (CANCEL,), SOURCES),))


@wrong(1, "SystemExit", "wrong.py:")
def asks_the_program_to_exit(folder: Path) -> Adapter:
    def editions() -> Any:
        raise SystemExit("no licence")

    return gym(editions=editions)


@wrong(1, "ZeroDivisionError", "wrong.py:")
def rules_that_cannot_be_made(folder: Path) -> Adapter:
    return gym(editions=lambda: 1 / 0)


@wrong(2, "`title` is", "how people call")
def no_title(folder: Path) -> Adapter:
    return gym(title="")


@wrong(2, "`Europe/Londn`", "IANA name")
def no_such_timezone(folder: Path) -> Adapter:
    class Nowhere(Membership):
        default_timezone: ClassVar[str] = "Europe/Londn"

    return gym(model=Nowhere)


@wrong(2, "editions `2026` and `2027` have the first day 2026-01-01 in common")
def two_editions_from_one_day(folder: Path) -> Adapter:
    later = EDITION._replace(name="2027")
    made = tuple(Policy("gym", each, (CANCEL,), SOURCES) for each in (EDITION, later))
    return gym(editions=lambda: made)


@wrong(2, "published on 2027-01-01, after it was checked")
def checked_before_it_was_published(folder: Path) -> Adapter:
    early = EDITION._replace(published=date(2027, 1, 1))
    return gym(editions=lambda: (Policy("gym", early, (CANCEL,), SOURCES),))


@wrong(2, "has the intent `cancel` twice")
def one_intent_twice(folder: Path) -> Adapter:
    return gym(editions=lambda: (Policy("gym", EDITION, (CANCEL, CANCEL), SOURCES),))


@wrong(3, "`editions()` gives other rules when called again")
def other_rules_every_time(folder: Path) -> Adapter:
    weeks = itertools.count(8)

    def editions() -> Any:
        intent = cancelling(closing(ends_on=ON + next(weeks)))
        return (Policy("gym", EDITION, (intent,), SOURCES),)

    return gym(editions=editions)


@wrong(3, "the same question has two answers")
def consequences_in_another_order_every_time(folder: Path) -> Adapter:
    turn = itertools.cycle((True, False))

    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        return (locker(answer),) if next(turn) else ()

    return gym(also=also, also_codes=("locker_emptied",))


def locker(answer: Cancellation, **changes: Any) -> Consequence:
    said: dict[str, Any] = {
        "code": "locker_emptied", "on": answer.ends_on, "certainty": "possible",
        "severity": "loss", "rules": ("GYM-3",),
    }  # fmt: skip
    return Consequence(**{**said, **changes})


@wrong(4, "`today()` is called", "take the day from `on`", "wrong.py:")
def reads_the_clock(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        return (locker(answer),) if date.today() > date(2000, 1, 1) else ()

    return gym(also=also, also_codes=("locker_emptied",))


@wrong(4, "`time()` is called", "take the day from `on`")
def counts_seconds(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        return () if time.time() else (locker(answer),)

    return gym(also=also, also_codes=("locker_emptied",))


@wrong(4, "`random.choice` is called", "leave nothing to chance")
def leaves_it_to_chance(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        return random.choice([()])

    return gym(also=also, also_codes=("locker_emptied",))


@wrong(4, "prices.csv` is opened", "bring what is needed in the package")
def reads_a_file_of_somebody_else(folder: Path) -> Adapter:
    prices = folder / "prices.csv"
    prices.write_text("40 GBP")
    made = (Policy("gym", EDITION, (CANCEL,), SOURCES),)
    return gym(editions=lambda: made if prices.read_text() else ())


@wrong(4, "`socket.", "an answer hangs on the document alone")
def asks_the_network(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", 9), timeout=0.01).close()
        return ()

    return gym(also=also, also_codes=("locker_emptied",))


@wrong(5, "a document takes", "`contradictions`")
def thinks_for_long(folder: Path) -> Adapter:
    class Slow(Membership):
        def problems(self) -> Iterator[Problem]:
            yield from super().problems()
            begun = time.process_time()
            while time.process_time() < begun + 0.15:
                pass

    return gym(model=Slow)


# What is written


@wrong(6, "reads `visits`, which no document has", "one of")
def a_fact_no_document_has(folder: Path) -> Adapter:
    return gym(blocked_by(Fact("visits", Kind.COUNT) > 3))


@wrong(6, "reads `minimum_term_ends_on` as a count, in the document it is a day")
def a_fact_of_another_kind(folder: Path) -> Adapter:
    return gym(blocked_by(Fact("minimum_term_ends_on", Kind.COUNT) > 3))


@wrong(6, "reads `current_period_end` with other marks than its field has")
def a_fact_with_marks_of_its_own(folder: Path) -> Adapter:
    return gym(cancelling(closing(ends_on=Fact("current_period_end", Kind.DAY))))


@wrong(6, "remedy `move_away` sets `minimum_term_end`", "did you mean `minimum_term_ends_on`?")
def a_remedy_for_no_fact(folder: Path) -> Adapter:
    return gym(moving(sets={"minimum_term_end": ON}))


@wrong(6, "sets `minimum_term_ends_on` to a yes or no, it is a day")
def a_remedy_of_another_kind(folder: Path) -> Adapter:
    return gym(moving(sets={"minimum_term_ends_on": True}))


@wrong(7, "row `leaves`: `refund_kind` is `ful`", "did you mean `full`?")
def a_refund_of_no_kind(folder: Path) -> Adapter:
    return gym(cancelling(closing(refund=RefundTerms("ful", amount=f.price))))


@wrong(7, "row `leaves`: `refund_to` is `my_wallet`", "one of original_card, bank_account")
def a_refund_to_nowhere(folder: Path) -> Adapter:
    return gym(cancelling(closing(refund=RefundTerms("none", to="my_wallet"))))


@wrong(7, "consequence `locker_emptied`: `on` is a number of days")
def a_consequence_on_a_number(folder: Path) -> Adapter:
    from subhub.policies import days_between

    row_ = ConsequenceRow("locker_emptied", cites=CITE, on=days_between(f.started_on, ON))
    return gym(replace(CANCEL, consequences=(row_,)))


@wrong(8, "the rule `GYM-3` stands on `Membership terms`, 3 Leaving and on `Prices`, 1 Monthly")
def one_id_on_two_pages(folder: Path) -> Adapter:
    prices = Source("Prices", "Iron Gym", None, CHECKED, {"GYM-3": "1 Monthly"})
    return gym(replace(CANCEL, one_way=(prices["GYM-3"],), steps=(
        StepRow("tell_the_desk", actor="member", where="front_desk", cites=(prices["GYM-3"],)),
    )))  # fmt: skip


@wrong(8, "the rule `GYM-9` is cited, but not among its `sources`", "`House rules`")
def a_page_that_is_no_source(folder: Path) -> Adapter:
    house = Source("House rules", "Iron Gym", None, CHECKED, {"GYM-9": "4 Lockers"})
    row_ = ConsequenceRow("locker_emptied", cites=(house["GYM-9"],))
    locale = words(folder, "en", add="\nrule-GYM-9 = Lockers are emptied.\n")
    words_ja = (LOCALE / "ja.ftl").read_text("utf-8") + "\nrule-GYM-9 = 片付けます。\n"
    (locale / "ja.ftl").write_text(words_ja, "utf-8")
    return gym(replace(CANCEL, consequences=(row_,)), locale=locale)


@wrong(9, "`BlockerRow` `in_minimum_term` can never hold", "mend its `when`")
def a_blocker_that_cannot_hold(folder: Path) -> Adapter:
    return gym(blocked_by((f.status == "active") & (f.status == "paused")))


@wrong(9, "`locker_emptied` of `consequences` never takes part")
def a_consequence_that_cannot_follow(folder: Path) -> Adapter:
    when = (f.current_period_end < ON) & (f.current_period_end > ON + 3)
    return gym(replace(CANCEL, consequences=(
        ConsequenceRow("locker_emptied", cites=CITE, when=when | CLOSURE.decided("leaves")
                       & CLOSURE.decided("cooled_off")),
    )))  # fmt: skip


@wrong(10, "remedy `move_away`: `as_actor` is `membr`", "did you mean `member`?")
def a_remedy_by_nobody(folder: Path) -> Adapter:
    return gym(moving(as_actor="membr"))


@wrong(10, "remedy `move_away`: `in_mode` is `later`", "one of none")
def a_remedy_in_no_mode(folder: Path) -> Adapter:
    return gym(moving(in_mode="later"))


@wrong(10, "remedy `move_away`: `as_intent` is `resume`", "one of cancel")
def a_remedy_nobody_can_ask_for(folder: Path) -> Adapter:
    return gym(moving(as_intent="resume"))


@wrong(10, "consequence `locker_emptied`: `severity` is `bad`", "one of info, warning, loss")
def a_severity_there_is_not(folder: Path) -> Adapter:
    row_ = ConsequenceRow("locker_emptied", cites=CITE, severity="bad")  # type: ignore[arg-type]
    return gym(replace(CANCEL, consequences=(row_,)))


@wrong(10, "step `tell_the_desk`: `channel` is `fax`", "one of web, api, support, mail")
def a_channel_there_is_not(folder: Path) -> Adapter:
    row_ = StepRow("tell_the_desk", cites=CITE, actor="member", where="front_desk", channel="fax")  # type: ignore[arg-type]
    return gym(replace(CANCEL, steps=(row_,)))


@wrong(10, "reading `A-GYM1`: `verdict` is `yes`", "one of allowed")
def a_reading_of_no_verdict(folder: Path) -> Adapter:
    reading = Reading("A-GYM1", verdict="yes")  # type: ignore[arg-type]
    return gym(replace(CANCEL, readings=(reading,)))


@wrong(10, "`automated` has `tell_the_dsk`, which is no step", "did you mean `tell_the_desk`?")
def automates_what_is_no_step(folder: Path) -> Adapter:
    return gym(automated=frozenset({"tell_the_dsk"}))


@wrong(10, "`instead` has `move`, which is no remedy")
def in_place_of_nothing(folder: Path) -> Adapter:
    return gym(instead=frozenset({"move"}))


@wrong(10, "`paid` has `card_charged`, which is no amount of the document", "one of price")
def paid_with_what_is_not_there(folder: Path) -> Adapter:
    return gym(paid=("card_charged",))


# Words


@wrong(11, "locale/en.ftl lacks outcome-leaves", "add `outcome-leaves = …`")
def a_word_is_missing(folder: Path) -> Adapter:
    return gym(locale=words(folder, "en", "outcome-leaves", "outcome-leave"))


@wrong(11, "locale/ja.ftl lacks error-term_ends_early")
def a_mistake_without_japanese(folder: Path) -> Adapter:
    return gym(locale=words(folder, "ja", "error-term_ends_early", "error-term"))


@wrong(11, "locale/en.ftl: nothing says undo-join", "remove it, or mend its name")
def words_for_nobody(folder: Path) -> Adapter:
    return gym(locale=words(folder, "en", add="\nundo-join = Join again.\n"))


@wrong(11, "locale/ja.ftl: nothing says error-gone")
def words_for_a_mistake_nobody_makes(folder: Path) -> Adapter:
    return gym(locale=words(folder, "ja", add="\nerror-gone = もうありません\n"))


@wrong(12, "locale/en.ftl: headline-leaves fills in $end_on", "use a fact of the document")
def a_variable_misspelt(folder: Path) -> Adapter:
    locale = words(folder, "en", "the membership ends on { $ends_on }", "it ends on { $end_on }")
    return gym(locale=locale)


@wrong(12, "locale/ja.ftl: error-term_ends_early fills in $way", "it is given")
def a_mistake_with_another_variable(folder: Path) -> Adapter:
    return gym(locale=words(folder, "ja", "`{ $value }`は", "`{ $way }`は"))


@wrong(12, "locale/en.ftl: `", "Expected")
def a_brace_left_open(folder: Path) -> Adapter:
    return gym(locale=words(folder, "en", "{ $ends_on }.", "{ $ends_on ."))


@wrong(13, "headline-leaves has a gap where a fact is not known", "The membership ends on […].")
def a_sentence_with_a_gap(folder: Path) -> Adapter:
    text = (LOCALE / "en.ftl").read_text("utf-8")
    old = text[text.index("headline-leaves") : text.index("outcome-cooled_off")]
    gap = "headline-leaves = The membership ends on { $ends_on }.\n"
    return gym(locale=words(folder, "en", old, gap))


@wrong(13, "a variable is left in it")
def a_variable_left_in_the_sentence(folder: Path) -> Adapter:
    locale = words(folder, "en", "Your locker is emptied.", "Your locker is emptied on $ends_on.")
    return gym(locale=locale)


# Documents and answers


@wrong(14, "a document without `minimum_term_ends_on` is refused", "`| None = None`")
def a_key_that_must_be_there(folder: Path) -> Adapter:
    class Strict(Membership):
        minimum_term_ends_on: Day

    return gym(model=Strict)


@wrong(14, "the unknown key `no_such_key` is taken", 'keep `extra="forbid"`')
def any_key_is_taken(folder: Path) -> Adapter:
    class Loose(Membership):
        model_config = ConfigDict(extra="ignore")

    return gym(model=Loose)


@wrong(14, "TypeError", "must be read", "wrong.py:")
def contradictions_that_cannot_bear_a_gap(folder: Path) -> Adapter:
    class Careless(Membership):
        def problems(self) -> Iterator[Problem]:
            if (
                self.minimum_term_ends_on is not None
                and self.minimum_term_ends_on < self.started_on
            ):
                yield self.mistake("term_ends_early", "minimum_term_ends_on", started_on="?")

    return gym(model=Careless)


@wrong(14, "drawn documents", "are refused: see `contradictions()`")
def everything_is_a_contradiction(folder: Path) -> Adapter:
    class Never(Membership):
        def problems(self) -> Iterator[Problem]:
            if self.model_fields_set - {"platform"} and any(
                value is not None for name, value in self if name not in ("platform", "depends_on")
            ):
                yield self.mistake("term_ends_early", "started_on", started_on=self.started_on)

    return gym(model=Never)


@wrong(15, "AttributeError", "wrong.py:")
def adds_with_a_crash(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        return (locker(answer, subject=answer.refund.amount.currency),)  # type: ignore[union-attr]

    return gym(also=also, also_codes=("locker_emptied",))


@wrong(15, "ValidationError", "frozen")
def writes_into_the_answer(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        answer.ends_on = on  # type: ignore[misc]
        return ()

    return gym(also=also, also_codes=("locker_emptied",))


@wrong(15, "Input should be a valid date", "'soon'")
def a_day_that_is_none(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        return (Consequence.model_construct(**{**dict(locker(answer)), "on": "soon"}),)

    none = replace(CANCEL, consequences=())
    return gym(none, also=also, also_codes=("locker_emptied",))


@wrong(16, "consequence-pool_closed is said and has no words")
def says_what_has_no_words(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        return (locker(answer, code="pool_closed"),)

    return gym(also=also)


@wrong(18, "`also` gives `pool_closed`", "add it to `also_codes`")
def adds_what_it_did_not_tell(folder: Path) -> Adapter:
    return says_what_has_no_words(folder)


@wrong(18, "`also` cites `GYM-7` for `locker_emptied`")
def adds_what_no_page_says(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        return (locker(answer, rules=("GYM-7",)),)

    return gym(also=also, also_codes=("locker_emptied",))


# What is known, and bounds of sense


@wrong(20, "`consequences.locker_emptied` is called known, and changes")
def certain_until_more_is_told(folder: Path) -> Adapter:
    def also(self: Any, subscription: Any, answer: Cancellation, on: date) -> Any:
        told = subscription.minimum_term_ends_on is not None
        return () if told else (locker(answer, certainty="certain", on=None),)

    none = replace(CANCEL, consequences=())
    return gym(none, also=also, also_codes=("locker_emptied",))


@wrong(21, "answers hang on `price`", "see `contradictions()`")
def asks_for_what_nobody_can_tell(folder: Path) -> Adapter:
    class Priceless(Membership):
        def problems(self) -> Iterator[Problem]:
            yield from super().problems()
            if self.price is not None:
                yield self.mistake("term_ends_early", "price", started_on=self.started_on)

    return gym(model=Priceless)


@wrong(22, "the remedy `move_away` never helps", "`sets=`")
def a_remedy_that_changes_nothing(folder: Path) -> Adapter:
    return gym(moving())


@wrong(22, "the remedy `move_away` never helps")
def a_remedy_that_makes_it_worse(folder: Path) -> Adapter:
    return gym(moving(sets={"minimum_term_ends_on": ON + 30}))


@wrong(22, "meets this blocker")
def a_blocker_no_document_meets(folder: Path) -> Adapter:
    term, end = f.minimum_term_ends_on, f.current_period_end
    return gym(blocked_by((f.price > f.price + f.price) & (term > end)))


@wrong(23, "refund.amount is", "more than `price`", "name what else was paid in `paid`")
def gives_back_twice_the_price(folder: Path) -> Adapter:
    return gym(cancelling(closing(refund=RefundTerms("full", amount=f.price + f.price))))


@wrong(23, "refund.at_most is", "more than `price`")
def promises_more_than_the_price(folder: Path) -> Adapter:
    terms = RefundTerms("partial", at_most=f.price + f.price)
    return gym(cancelling(closing(refund=terms)))


@wrong(23, "below zero", "`maximum(…, 0)`")
def takes_in_place_of_giving(folder: Path) -> Adapter:
    from subhub.policies import less

    amount = f.price - f.price - less(f.price, "1 USD")
    return gym(cancelling(closing(refund=RefundTerms("partial", amount=amount))))


@wrong(24, "outcome `leaves`: `ends_on` is", "before the day asked", "`maximum(ON, …)`")
def ends_yesterday(folder: Path) -> Adapter:
    return gym(cancelling(closing(ends_on=ON - 1)))


@wrong(24, "`access_until` is", "mark the fact `Lapses()`")
def access_ended_with_the_term(folder: Path) -> Adapter:
    return gym(cancelling(closing(access_until=f.minimum_term_ends_on)))


@wrong(24, "`refund.due_by` is", "before the day asked")
def due_before_it_is_asked(folder: Path) -> Adapter:
    terms = RefundTerms("full", amount=f.price, due_by=f.started_on + 14)
    return gym(cancelling(closing(refund=terms)))


@wrong(24, "`locker_emptied` is", "declare it in `past_days`")
def emptied_before_the_day(folder: Path) -> Adapter:
    row_ = ConsequenceRow("locker_emptied", cites=CITE, on=ON - 7)
    return gym(replace(CANCEL, consequences=(row_,)))


# Many rows at once


@wrong(25, "a frame says `", "belong into `implied`")
def what_was_told_is_forgotten(folder: Path) -> Adapter:
    def forget(status: str | None) -> str | None:
        return None if status == "expired" else status

    class Forgetful(Membership):
        status: Annotated[Status | None, AfterValidator(forget)] = None

    return gym(model=Forgetful)


@wrong(26, "SQL says `", "belong into `implied`")
def what_was_told_is_read_as_something_else(folder: Path) -> Adapter:
    def later(day: date | None) -> date | None:
        return day and day.replace(day=1)

    class Monthly(Membership):
        minimum_term_ends_on: Annotated[Day | None, AfterValidator(later)] = None

    return gym(model=Monthly)
