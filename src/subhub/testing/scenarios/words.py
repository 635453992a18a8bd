"""The words: all there, in every language, and whole whatever is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Formatter
from typing import TYPE_CHECKING

from subhub.testing.scenario import scenario
from subhub.testing.whole_words import WholeWords
from subhub.words import LANGUAGES
from subhub.words.catalogue import read, variables
from subhub.words.complete import (
    find_missing,
    find_needed,
    find_unused,
    of_mistakes,
    shared,
    strange,
    unused_terms,
)
from subhub.words.say import ARGUMENTS
from subhub.words.terms import TERM, read_terms

if TYPE_CHECKING:
    from subhub.testing.checking import AdapterCheck

#: how the messages of errors begin
ERRORS = ("error-", "hint-")


@scenario(11)
def words_are_there(check: AdapterCheck) -> Iterable[str]:
    """Every code, fact, mistake and term has its words in every language, and none is left over.

    They stand in `locale/en.ftl` and `locale/ja.ftl`; terms of the screens in `terms.en.ftl` and
    `terms.ja.ftl`. Words that nothing says are a code that was renamed.
    """
    locale = check.adapter.locale()
    for lang in LANGUAGES:
        for name in find_missing(check.guarded, lang):
            file = f"terms.{lang}.ftl" if name.startswith(TERM) else f"{lang}.ftl"
            yield f"locale/{file} lacks {name}: add `{name} = …`"
        for name in unused_terms(locale, lang):
            yield f"locale/terms.{lang}.ftl: nothing says {name}: remove it, or say it"
        needed = find_needed(check.guarded) | shared() | of_mistakes(check.guarded, lang).keys()
        for name in find_unused(locale, lang, needed):
            yield f"locale/{lang}.ftl: nothing says {name}: remove it, or mend its name"


@scenario(12)
def sentences_parse(check: AdapterCheck) -> Iterable[str]:
    """Every message can be read, and fills in only what it is given.

    A brace that is not closed loses the message; a variable that does not exist would always
    read as not known. Sentences are given the facts of the document and the parts of the answer;
    mistakes what `mistake(…)` or `contradiction(…)` is given.
    """
    yield from _ungiven(check)
    for lang in LANGUAGES:
        yield from _unread(check, lang)
        mistakes = of_mistakes(check.guarded, lang)
        for name, odd in strange(check.adapter.locale(), lang, mistakes).items():
            told = ", ".join(sorted(mistakes[name]))
            yield f"locale/{lang}.ftl: {name} fills in {_listed(odd)}: it is given {told}"
        given = ARGUMENTS | check.adapter.subscription().model_fields.keys()
        for name, source in read(check.adapter.locale(), lang).items():
            if name not in mistakes and (odd := variables(source) - given):
                yield (
                    f"locale/{lang}.ftl: {name} fills in {_listed(odd)}: nothing is called so; "
                    f"use a fact of the document or a part of the answer, such as $ends_on"
                )


def _ungiven(check: AdapterCheck) -> Iterator[str]:
    """Contradictions without a sentence, or with one that says more than it is given."""
    model = check.adapter.subscription()
    for each in check.adapter.contradictions():
        if each.code not in model.mistakes:
            yield f"the contradiction `{each.code}` has no sentence: add it to `mistakes`"
            continue
        for name in (*each.facts, each.field.name):
            if name not in model.model_fields:
                yield f"the contradiction `{each.code}` reads `{name}`, which no document has"
        given = {"field", "value", *each.values}
        for sentence in model.mistakes[each.code]:
            if odd := {name for _, name, _, _ in Formatter().parse(sentence) if name} - given:
                yield (
                    f"`mistakes`: `{each.code}` fills in {_listed(odd)}: give it to "
                    f"`contradiction({each.code!r}, …)` by that name"
                )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names))


def _unread(check: AdapterCheck, lang: str) -> Iterator[str]:
    from fluent.syntax import FluentParser, ast

    locale = check.adapter.locale()
    for file in (f"{lang}.ftl", f"terms.{lang}.ftl"):
        path = locale / file
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Junk):
                line = (entry.content or "").strip().partition("\n")[0]
                why = entry.annotations[0].message if entry.annotations else "it cannot be read"
                yield f"locale/{file}: `{line}`: {why}"


@scenario(13)
def sentences_are_whole(check: AdapterCheck) -> Iterable[str]:
    """A sentence is whole with nothing known: no gap where a missing fact would have stood.

    What may be missing is chosen on: `{ $ends_on -> [unknown] … *[other] … { $ends_on } … }`.
    """
    for lang in LANGUAGES:
        words = WholeWords(lang, check.adapter.locale())
        own = read(check.adapter.locale(), lang).keys() - of_mistakes(check.guarded, lang).keys()
        own |= read_terms(check.adapter.locale(), lang).keys() & own
        for name in sorted(name for name in own if not name.startswith((*ERRORS, TERM, "-"))):
            words.fill(name, words.always(check))
        yield from (f"locale/{lang}.ftl: {each}" for each in words.found)
