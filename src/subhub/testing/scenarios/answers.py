"""Documents and answers: what is taken, what is said, and that it is of the right kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from pydantic import ValidationError

from subhub.errors import DocumentError
from subhub.hub.answer import answer_question
from subhub.model.cancellation import Cancellation, Consequence
from subhub.model.spoken import SpokenCancellation
from subhub.plugin import Adapter
from subhub.plugin.guarded import Guarded
from subhub.policies.language.policy import first_day
from subhub.testing.places import crashed
from subhub.testing.scenario import Skipped, scenario
from subhub.words import LANGUAGES

if TYPE_CHECKING:
    from subhub.testing.checking import AdapterCheck

#: so many answers are put into words, and asked every other question
_SAID, _ASKED = 60, 12
#: so many documents may be refused for each that is taken
_MOST_REFUSED = 5


@scenario(14)
def documents_are_taken(check: AdapterCheck) -> Iterable[str]:
    """A document may leave out anything: absent is not known, and never a mistake.

    One that names the platform alone is taken, a null says what an absent key says, an unknown
    key is refused by name, and `contradictions()` bears that any fact is missing. Most of what
    can be drawn at random is no contradiction.
    """
    for name, field in check.adapter.subscription().model_fields.items():
        if name != "platform" and field.is_required():
            yield f"a document without `{name}` is refused: give the field `| None = None`"
            return
    bare = {"platform": check.platform}
    yield from _refused(check, bare, "a document that names the platform alone")
    nulls = bare | dict.fromkeys(check.facts)
    yield from _refused(check, nulls, "a document in which every fact is null")
    odd = "no_such_key"
    try:
        check.hub.subscription(bare | {odd: 1})
        yield f'a document with the unknown key `{odd}` is taken: keep `extra="forbid"`'
    except DocumentError as error:
        if all(problem.code != "unknown_key" for problem in error.problems):
            yield f"an unknown key is refused as something else: {error}"
    made = Counter(f"{each.policy.edition.name} {each.intent.name}" for each in check.rounds)
    yield from check.crashes
    for key, said in check.refused.items():
        if len(said) >= _MOST_REFUSED * made[key]:
            yield (
                f"of {made[key] + len(said)} drawn documents {len(said)} are refused: see "
                f"`contradictions()`, which says {said[0]}"
            )


def _refused(check: AdapterCheck, document: dict[str, Any], what: str) -> Iterator[str]:
    try:
        check.hub.subscription(document)
    except DocumentError as error:
        yield f"{what} is refused ({error}): give every field `| None = None`"


@scenario(15)
def every_document_is_answered(check: AdapterCheck) -> Iterable[str]:
    """Every document that is taken has an answer, whose parts are what the contract says.

    Drawn round the policy's own constants, on every boundary and a step beside it, with none to
    nine in ten of the facts missing. The answer as JSON reads back as the same answer.
    """
    for each in check.rounds:
        if each.answer is None:
            yield f"{each.problem}: for {each}"
            continue
        try:
            with catch_warnings():
                simplefilter("ignore")  # of what is of a wrong kind: it does not read back
                written = each.answer.model_dump_json()
            again = Cancellation.model_validate_json(written)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(map(str, first["loc"]))
            yield f"`{key}` of an answer is {first['input']!r}: {first['msg']}; for {each}"
            continue
        if again != each.answer:
            yield f"an answer reads back from its JSON as another one: {each}"


@scenario(16)
def every_answer_is_said(check: AdapterCheck) -> Iterable[str]:
    """Every answer has its words in every language, and no variable is left in a sentence.

    The same documents, facts missing among them: no code stands where a sentence should, and no
    gap where a fact is not known.
    """
    from subhub.testing.whole_words import WholeWords
    from subhub.words.say import say

    spoken = [answer for _, answer in check.answered]
    for lang in LANGUAGES:
        words = WholeWords(lang, check.adapter.locale())
        for answer in spoken[:: max(1, len(spoken) // (_SAID * max(1, len(check.intents))))]:
            said = say(answer, words)
            SpokenCancellation.model_validate_json(said.model_dump_json())
        yield from (f"locale/{lang}.ftl: {each}" for each in words.found)


@scenario(17)
def every_question_is_answered(check: AdapterCheck) -> Iterable[str]:
    """What can be asked of a document can be asked here: more than its preview.

    Its timeline, comparison, explanation, standing, open facts, ways out and agenda, and the
    rules written out.
    """
    from subhub.testing.checking import TODAY

    hub = check.hub
    for policy in check.policies:
        try:
            hub.catalogue(check.platform, policy_as_of=max(first_day(policy), TODAY))
        except (Exception, SystemExit) as error:  # a stranger's code may raise anything
            yield f"`catalogue`: {crashed(check.adapter, error)}"
    answered = [each for each, _ in check.answered]
    for each in answered[:: max(1, len(answered) // _ASKED)]:
        only = {"on": each.request["on"]}
        for name, options in _QUESTIONS.items():
            asked = [each.document] if name == "agenda" else each.document
            try:
                getattr(hub, name)(asked, **(only if options == "day" else each.request))
            except (Exception, SystemExit) as error:  # a stranger's code may raise anything
                yield f"`{name}`: {crashed(check.adapter, error)}; for {each}"


#: what can be asked beside a preview, and whether of a whole request or of a day alone
_QUESTIONS = {
    "timeline": "request", "explain": "request", "standing": "request", "open_facts": "request",
    "unblock": "request", "compare": "day", "agenda": "day",
}  # fmt: skip


@scenario(18)
def also_adds_only(check: AdapterCheck) -> Iterable[str]:
    """What `also` adds is told beforehand, cites rules of the policy, and changes nothing.

    Its codes stand in `also_codes`, so that their words can be checked; it returns a tuple of
    `Consequence`; answers are shared, so writing into one fails.
    """
    if type(check.adapter).also is Adapter.also:
        return
    known = {each.id for policy in check.policies for each in policy.sources}
    silent = _Silent(check.adapter, check.guarded.boundary)
    for each in check.rounds:
        answer = answer_question(replace(each.question, adapter=silent))
        if answer.verdict not in ("allowed", "unknown"):
            continue
        try:
            added = check.adapter.also(each.question.subscription, answer, each.question.on)
        except (Exception, SystemExit) as error:  # a stranger's code may raise anything
            yield f"{crashed(check.adapter, error)}: `also` has to bear every answer; for {each}"
            continue
        if not isinstance(added, tuple) or not all(isinstance(a, Consequence) for a in added):
            yield f"`also` gives {added!r}: return a tuple of `Consequence`"
            return
        for one in added:
            if one.code not in check.adapter.also_codes:
                yield f"`also` gives `{one.code}`: add it to `also_codes`"
            for name in sorted(set(one.rules) - known):
                yield f"`also` cites `{name}` for `{one.code}`, which is no rule of the policy"


class _Silent(Guarded):
    """The adapter without what it adds: what the tables alone say."""

    def also(self, *_asked: Any) -> tuple[Consequence, ...]:
        """Nothing."""
        return ()


def answered_or_skip(check: AdapterCheck) -> list[Any]:
    """The rounds that have an answer, with it."""
    found = list(check.answered)
    if not found:
        raise Skipped(f"no document was answered: see scenario {every_document_is_answered.number}")
    return found
