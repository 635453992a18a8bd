"""The package: it loads, says the same whenever it is asked, and keeps to itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from subhub.model.subscription import Subscription
from subhub.policies.language.policy import Policy, first_day
from subhub.testing.places import crashed
from subhub.testing.scenario import Skipped, scenario

if TYPE_CHECKING:
    from subhub.testing.checking import AdapterCheck

#: seconds of work; ours take some hundredths to load and some thousandths to answer
SLOW_LOAD, SLOW_ANSWER = 1.0, 0.1
#: so many answers are timed
_TIMED = 40


@scenario(1)
def loads(check: AdapterCheck) -> Iterable[str]:
    """It loads: a platform, a model of its documents, and at least one edition of its rules.

    `platform` is what documents write and what every policy is made with, `subscription()` gives
    a subclass of `Subscription` whose `platform` is that literal, `editions()` a tuple of
    `Policy`. Nothing else is tried where this fails.
    """
    adapter = check.adapter
    platform = getattr(adapter, "platform", None)
    if not isinstance(platform, str) or not platform:
        yield f"`{type(adapter).__name__}.platform` is {platform!r}: give the name documents write"
        return
    try:
        yield from _of_model(platform, adapter.subscription())
        yield from _of_editions(platform, adapter.editions())
    except (Exception, SystemExit) as error:  # a stranger's code may raise anything
        yield crashed(adapter, error)


def _of_model(platform: str, model: object) -> Iterator[str]:
    if not isinstance(model, type) or not issubclass(model, Subscription):
        yield f"`subscription()` gives {model!r}: return a subclass of `Subscription`, not called"
        return
    named = get_args(model.model_fields["platform"].annotation)
    if named != (platform,):
        yield (
            f"`{model.__name__}.platform` takes {', '.join(map(str, named)) or 'any text'}: "
            f'write `platform: Literal["{platform}"]`'
        )


def _of_editions(platform: str, editions: object) -> Iterator[str]:
    if not isinstance(editions, tuple) or not all(isinstance(each, Policy) for each in editions):
        yield f"`editions()` gives a {type(editions).__name__}: return a tuple, `(Policy(…),)`"
    elif not editions:
        yield "`editions()` gives no policy: return at least one"
    else:
        for each in editions:
            if each.platform != platform:
                yield (
                    f"edition `{each.edition.name}` is a policy of `{each.platform}`: "
                    f'write `Policy("{platform}", …)`'
                )
            if not each.intents:
                yield f"edition `{each.edition.name}` has no intent: `cancel` at least"


@scenario(2)
def editions(check: AdapterCheck) -> Iterable[str]:
    """Editions differ in name and first day, and their dates can be true.

    A page is published before it is read, and no two editions answer for the same day. The
    platform has a `title` for people and a `default_timezone` that exists.
    """
    title = getattr(check.adapter, "title", None)
    if not isinstance(title, str) or not title:
        yield f"`title` is {title!r}: say how people call the platform"
    zone = check.adapter.subscription().default_timezone
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield f"`default_timezone` is `{zone}`: write an IANA name such as `Europe/London`"
    seen: dict[object, str] = {}
    for policy in check.policies:
        name, _, published, checked = policy.edition
        for what, mark in (("name", name), ("first day", first_day(policy))):
            if mark in seen:
                yield f"editions `{seen[mark]}` and `{name}` have the {what} {mark} in common"
            seen[mark] = name
        if published is not None and published > checked:
            yield f"edition `{name}` was published on {published}, after it was checked ({checked})"
        twice = [intent.name for intent in policy.intents]
        for intent in {each for each in twice if twice.count(each) > 1}:
            yield f"edition `{name}` has the intent `{intent}` twice: join them"


@scenario(3)
def same_twice(check: AdapterCheck) -> Iterable[str]:
    """The same is said twice: editions, answers, and what another process says.

    `editions()` gives the same digests when it is called again and in a fresh process with
    another hash seed (a set has no order), and a question asked twice has one answer.
    """
    first = _digests(check.adapter.editions())
    if first != _digests(check.adapter.editions()):
        yield "`editions()` gives other rules when called again: build them once, of constants"
    for each, answer in list(check.answered)[:: max(1, check.count // 20)]:
        if check.hub.answer(each.question) != answer:
            yield f"the same question has two answers: {each}; `also` may hang on nothing else"
    from subhub.testing.fresh import in_fresh_process

    there = in_fresh_process(check.adapter)
    if there is not None and there.digests != first:
        yield "another process has other rules: do not build them of sets, or of what varies there"


def _digests(editions: Iterable[Policy]) -> dict[str, str]:
    return {each.edition.name: each.digest for each in editions}


@scenario(4)
def no_io(check: AdapterCheck) -> Iterable[str]:
    """It reaches for nothing outside: no socket, no file but its own, no clock, no chance.

    What is so on a day is in the document and in `on`; whatever else an answer hung on nobody
    could check. Watched are the import in a fresh process and every call of the adapter's.
    """
    from subhub.testing.fresh import in_fresh_process
    from subhub.testing.watching import watch

    there = in_fresh_process(check.adapter)
    if there is not None:
        yield from (f"while it is imported: {each}" for each in there.reached)
    with watch(check.adapter) as reached:
        check.adapter.subscription()
        check.adapter.editions()
        for each, _ in list(check.answered)[:_TIMED]:
            check.hub.preview(each.document, **each.request)
    yield from reached


@scenario(5)
def quick(check: AdapterCheck) -> Iterable[str]:
    """It is quick: loaded within a second of work, and a document answered within a tenth.

    Work is the time of the processor, so other programs do not count. What takes long belongs
    into the tables, or is imported where it is used.
    """
    from time import process_time

    begun = process_time()
    check.adapter.subscription()
    check.adapter.editions()
    if (took := process_time() - begun) > SLOW_LOAD:
        yield f"`subscription()` and `editions()` take {took:.1f} s: build the rules once"
    asked = [each for each, _ in check.answered][:_TIMED]
    if not asked:
        raise Skipped("no document was answered")
    times = []
    for each in asked:
        begun = process_time()
        check.hub.preview(each.document, **each.request)
        times.append(process_time() - begun)
    middle = sorted(times)[len(times) // 2]
    if middle > SLOW_ANSWER:
        yield f"a document takes {middle:.2f} s: see `also`, `contradictions` and the validators"
