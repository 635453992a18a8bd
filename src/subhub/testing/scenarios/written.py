"""The rules as they are written: names that exist, values that fit, pages that are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Any, get_args

from subhub.errors import did_you_mean
from subhub.model.cancellation import Channel, Severity, Verdict
from subhub.model.part import Certainty
from subhub.model.refund import RefundKind, RefundTo
from subhub.policies.language.checks import never_decides
from subhub.policies.language.expressions import NEVER, Const, Expr, Fact
from subhub.policies.language.kinds import Kind
from subhub.policies.language.policy import NO_MODE, Intent, RemedyRow
from subhub.testing.scenario import scenario

if TYPE_CHECKING:
    from subhub.policies.language.sources import Citation
    from subhub.testing.checking import AdapterCheck

#: what the outputs of an answer are
_KINDS = {
    "ends_on": Kind.DAY, "access_until": Kind.DAY, "billing_stops_on": Kind.DAY,
    "refund_kind": Kind.CODE, "refund_amount": Kind.MONEY, "refund_at_most": Kind.MONEY,
    "refund_automatic": Kind.BOOL, "refund_to": Kind.CODE, "refund_due_by": Kind.DAY,
    "possible": Kind.BOOL, "until": Kind.DAY, "how": Kind.CODE,
}  # fmt: skip
#: the codes that an output can be
_CODES = {"refund_kind": get_args(RefundKind), "refund_to": get_args(RefundTo)}


def _near(code: str, known: Iterable[str]) -> str:
    return str(did_you_mean(code, list(known)) or f"one of {', '.join(known) or 'none'}")


def _each_fact(intent: Intent) -> Iterable[Fact]:
    """Every fact that is not of the request; one read as two kinds is told as both."""
    read = (node for expr in intent.expressions() for node in expr.walk())
    facts = (each for each in read if isinstance(each, Fact) and not each.given)
    return {(each.name, each.kind, _marks(each)): each for each in facts}.values()


@scenario(6)
def facts_exist(check: AdapterCheck) -> Iterable[str]:
    """Every fact that a rule reads, or a remedy changes, is a key of the document.

    A fact of another model, or made by hand with another kind, would never be known. Take
    facts from `facts(YourModel)`, whose names and kinds are those of the model.
    """
    known = check.facts
    for policy, intent in check.intents:
        where = f"edition `{policy.edition.name}`, intent `{intent.name}`"
        for fact in _each_fact(intent):
            name = fact.name
            if name not in known:
                yield f"{where} reads `{name}`, which no document has: {_near(name, known)}"
            elif fact.kind is not known[name].kind:
                yield (
                    f"{where} reads `{name}` as {fact.kind.value}, in the document it is "
                    f"{known[name].kind.value}: take it from `facts(…)`"
                )
            elif (fact.lapses, fact.past, fact.signed, fact.domain) != _marks(known[name]):
                yield (
                    f"{where} reads `{name}` with other marks than its field has: take it from "
                    f"`facts(…)`"
                )
        for remedy in _remedies(intent):
            for name, left in remedy.sets.items():
                yield from _of_sets(f"{where}, remedy `{remedy.code}`", name, left, check)


def _marks(fact: Any) -> tuple[Any, ...]:
    return fact.lapses, fact.past, fact.signed, fact.domain


def _of_sets(where: str, name: str, left: Any, check: AdapterCheck) -> Iterator[str]:
    known = check.facts
    if name not in known:
        yield f"{where} sets `{name}`, which no document has: {_near(name, known)}"
        return
    kind = left.kind if isinstance(left, Expr) else _kind_of(left)
    if kind not in (known[name].kind, Kind.NOTHING):
        yield f"{where} sets `{name}` to {kind.value}, it is {known[name].kind.value}"
    elif known[name].domain and isinstance(left, str) and left not in known[name].domain:
        yield f"{where} sets `{name}` to `{left}`: {_near(left, known[name].domain)}"


def _kind_of(value: object) -> Kind:
    from subhub.policies.language.expressions import DOES_NOT_APPLY, lift

    return lift(value, DOES_NOT_APPLY).kind


def _remedies(intent: Intent) -> Iterator[RemedyRow]:
    return (remedy for blocker in intent.blockers for remedy in blocker.remedies)


@scenario(7)
def kinds_fit(check: AdapterCheck) -> Iterable[str]:
    """Outputs are what their names say: a day in a day, money in money, a code that exists.

    `ends_on` is a day, `refund_amount` an amount, the kind of a refund one of those that have
    words. `None` says that an output does not apply.
    """
    for policy, intent in check.intents:
        where = f"edition `{policy.edition.name}`, intent `{intent.name}`"
        for table in (intent.decides, intent.reversible):
            for row in table.rows:
                for output, given in row.outputs.items():
                    at = f"{where}, table `{table.name}`, row `{row.code}`"
                    yield from _of_output(at, output, given)
        for name, given in intent.keeps.items():
            yield from _of_output(f"{where}, `keeps`", name, given)
        for each in intent.consequences:
            at = f"{where}, consequence `{each.code}`"
            if each.on.kind not in (Kind.DAY, Kind.NOTHING):
                yield f"{at}: `on` is {each.on.kind.value} (`{each.on!r}`), not a day"


def _of_output(where: str, output: str, given: Any) -> Iterator[str]:
    if not isinstance(given, Expr):
        yield f"{where}: `{output}` is {given!r}: write a fact, an expression or None"
        return
    wanted = _KINDS.get(output, given.kind)
    if given.kind not in (wanted, Kind.NOTHING):
        yield f"{where}: `{output}` is {given.kind.value} (`{given!r}`), not {wanted.value}"
        return
    codes = _CODES.get(output, ())
    for code in _codes_of(given) if codes else ():
        if code not in codes:
            yield f"{where}: `{output}` is `{code}`: {_near(code, codes)}"


def _codes_of(given: Expr) -> Iterator[str]:
    """The codes that an output can be; not those that its conditions compare with."""
    if isinstance(given, Const) and given.kind is Kind.CODE:
        yield given.value
    for arg in given.args:
        if arg.kind is not Kind.BOOL:
            yield from _codes_of(arg)


@scenario(8)
def one_rule_one_page(check: AdapterCheck) -> Iterable[str]:
    """Every rule has one id, which stands on one page, and that page is among the sources.

    An id that is cited with two pages or two sections sends a reader to the wrong one. The
    policy's `sources` hold every citation: `sources=tuple(PAGE[rule] for rule in PAGE.sections)`.
    """
    for policy in check.policies:
        pages: dict[str, Citation] = {}
        cited = [each for intent in policy.intents for each in intent.citations()]
        cited += [c for intent in policy.intents for r in _remedies(intent) for c in r.cites]
        for each in (*policy.sources, *cited):
            other = pages.setdefault(each.id, each)
            if other[:5] != each[:5]:
                yield (
                    f"edition `{policy.edition.name}`: the rule `{each.id}` stands on "
                    f"`{other.title}`, {other.section} and on `{each.title}`, {each.section}: "
                    f"give one of them an id of its own"
                )
        known = {each.id for each in policy.sources}
        for name in dict.fromkeys(each.id for each in cited if each.id not in known):
            yield (
                f"edition `{policy.edition.name}`: the rule `{name}` is cited, but not among "
                f"its `sources`: add `{pages[name].title}` to them"
            )


@scenario(9)
def rows_can_hold(check: AdapterCheck) -> Iterable[str]:
    """Every row can take part: a condition that no document meets is a slip of the pen.

    Rows of tables are looked at when the policy is loaded; here it is the turn of what stands
    beside them, whoever asks and in whichever mode.
    """
    for policy, intent in check.intents:
        where = f"edition `{policy.edition.name}`, intent `{intent.name}`"
        rows = [(type(row).__name__, row.code, row.when) for row in intent.rulings()]
        rows += [("RemedyRow", each.code, each.when) for each in _remedies(intent)]
        for kind, code, when in rows:
            if when is NEVER or any(never_decides([when])):
                yield f"{where}: `{kind}` `{code}` can never hold: mend its `when` (`{when!r}`)"
        yield from _never_follows(where, intent)


def _never_follows(where: str, intent: Intent) -> Iterator[str]:
    """What is proved never to follow, with nothing known but who asks and how."""
    from subhub.policies.analysis.settling import Settling
    from subhub.testing.checking import TODAY

    missing = {name: None for name, fact in intent.facts.items() if not fact.given}
    asked = list(product(intent.modes or (NO_MODE,), intent.actors))
    for field in ("consequences", "prepare", "steps"):
        for index, row in enumerate(getattr(intent, field)):
            settled = [
                Settling(intent, missing | {"on": TODAY, "mode": mode, "actor": actor})
                .detail(field, index)
                for mode, actor in asked
            ]  # fmt: skip
            if all(not each.facts and each.value is False for each in settled):
                yield f"{where}: `{row.code}` of `{field}` never takes part: mend its `when`"


@scenario(10)
def names_agree(check: AdapterCheck) -> Iterable[str]:
    """Names that point at each other agree: actors, modes, intents, channels, steps.

    A remedy is done by one of the intent's actors or a person named in the words; `as_actor`,
    `in_mode` and `as_intent` are there to be asked for; what is `automated` is a step.
    """
    for policy, intent in check.intents:
        where = f"edition `{policy.edition.name}`, intent `{intent.name}`"
        yield from _of_request(where, intent)
        intents = {each.name: each for each in policy.intents}
        for remedy in _remedies(intent):
            at = f"{where}, remedy `{remedy.code}`"
            after = intents.get(remedy.as_intent or intent.name)
            if after is None:
                yield from _among(f"{at}: `as_intent`", remedy.as_intent, tuple(intents))
                continue
            yield from _among(f"{at}: `as_actor`", remedy.as_actor, after.actors)
            yield from _among(f"{at}: `in_mode`", remedy.in_mode, after.modes or (NO_MODE,))
            yield from _among(f"{at}: `certainty`", remedy.certainty, get_args(Certainty))
    steps = {row.code for _, intent in check.intents for row in (*intent.prepare, *intent.steps)}
    for code in sorted(check.adapter.automated - steps):
        yield f"`automated` has `{code}`, which is no step: {_near(code, steps)}"
    remedies = {each.code for _, intent in check.intents for each in _remedies(intent)}
    for code in sorted(check.adapter.instead - remedies):
        yield f"`instead` has `{code}`, which is no remedy: {_near(code, remedies)}"
    for name in check.adapter.paid:
        money = [n for n, fact in check.facts.items() if fact.kind is Kind.MONEY]
        if name not in money:
            yield f"`paid` has `{name}`, which is no amount of the document: {_near(name, money)}"


def _of_request(where: str, intent: Intent) -> Iterator[str]:
    if not intent.actors:
        yield f"{where}: `actors` is empty: name who can ask for it"
    for row in intent.consequences:
        at = f"{where}, consequence `{row.code}`: `severity`"
        yield from _among(at, row.severity, get_args(Severity))
    for step in (*intent.prepare, *intent.steps):
        at = f"{where}, step `{step.code}`: `channel`"
        yield from _among(at, step.channel, get_args(Channel))
    for reading in intent.readings:
        at = f"{where}, reading `{reading.id}`: `verdict`"
        yield from _among(at, reading.verdict, get_args(Verdict))


def _among(where: str, code: str | None, known: tuple[str, ...]) -> Iterator[str]:
    if code is not None and code not in known:
        yield f"{where} is `{code}`: {_near(code, known)}"
