"""Catalogues: Fluent messages by id, each parsed when it is first said.

Parsing a whole catalogue takes longer than everything else a preview does, and an answer
needs a few dozen of its messages. So the text is only split where a message begins, at
``id =`` in the first column, and the Fluent parser sees the ones that are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from subhub.errors import RequestError, one_of
from subhub.inert import inert
from subhub.once import Kept, lazy
from subhub.plugin.guarded import guard
from subhub.words import formats
from subhub.words.source import plain, split
from subhub.words.terms import UI_LANGUAGES, placed, terms

if TYPE_CHECKING:
    from subhub.model.cancellation import CitedRule
    from subhub.model.money import Money
    from subhub.plugin.folder import Catalogues
    from subhub.plugin.guarded import Guarded
    from subhub.policies.language.sources import Translation

LANGUAGES = ("en", "ja")
#: what a sentence finds in place of a fact that is not known, so that it can select on it
UNKNOWN = "unknown"

_VARIABLE = re.compile(r"\$([A-Za-z][\w-]*)")
_REFERENCE = re.compile(r"\{\s*(-?[a-z][\w-]*)")


def variables(source: str) -> set[str]:
    """The variables a message uses, without those of messages it refers to."""
    return set(_VARIABLE.findall(source))


def references(source: str) -> list[str]:
    """The messages and terms that a message refers to."""
    return _REFERENCE.findall(source)


def read(locale: Catalogues, lang: str) -> dict[str, str]:
    """The messages of one folder in one language; empty where it has no such file."""
    file = locale / f"{lang}.ftl"
    return split(file.read_text(encoding="utf-8")) if file.is_file() else {}


def core_locale() -> Catalogues:
    """The folder of the catalogues that all platforms share."""
    return files("subhub.words") / "locale"


class Pattern(NamedTuple):
    """A parsed message and every variable it needs."""

    value: Any
    variables: frozenset[str]


class Words:
    """One language: what all platforms share, and the catalogues in ``locales`` over it.

    ``ui`` is the language of the screens that sentences name, see :mod:`subhub.words.terms`;
    ``pages`` finds, when first asked, how pages are called in this language, by their titles.

    >>> Words("en").say("blocker-mode_not_offered")
    'This platform offers no choice of how it ends.'
    >>> Words("ja").say("verdict-allowed"), Words("ja").say("verdict-perhaps")
    ('できます', '`perhaps`')
    """

    def __init__(
        self,
        lang: str,
        *locales: Catalogues,
        ui: str | None = None,
        pages: Callable[[], Mapping[str, Translation]] = dict,
    ) -> None:
        self.lang = lang
        self._find_pages = pages
        #: every message as it stands in the catalogues; an adapter's wins over the shared one
        self.sources: dict[str, str] = {}
        #: what a platform's screens call what is on them, by id
        self.terms: dict[str, str] = {}
        for locale in (core_locale(), *locales):
            self.sources |= read(locale, lang)
            self.terms |= terms(locale, lang, ui or lang)
        # said by one thread at a time: neither the bundle nor what fills it in is made for several
        self._lock = Lock()
        self._patterns: dict[str, Pattern] = {}

    def say(self, message: str, **args: object) -> str:
        """The sentence; days, amounts and numbers among ``args`` are written as people do.

        An argument that is absent or ``None`` is the text ``unknown``. A message that the
        catalogues lack gives its code in backticks, never an error.
        """
        return self.fill(message, args)

    def fill(self, message: str, args: Mapping[str, object]) -> str:
        """:meth:`say` with the arguments in a mapping; more than the message uses cost nothing."""
        said = plain(self._source(message))
        if said is not None:
            return said
        if message in self.sources:
            with self._lock, suppress(LookupError, RecursionError, ValueError):
                # what does not parse, refers to itself in a circle, or grows beyond measure
                if message not in self._patterns:
                    self._patterns[message] = self._pattern(message)
                pattern = self._patterns[message]
                given = {name: self._spoken(args.get(name)) for name in pattern.variables}
                return str(self._bundle.format_pattern(pattern.value, given)[0])
        return f"`{message.partition('-')[2] or message}`"

    def page(self, rule: CitedRule) -> Translation:
        """The page of a rule as readers of this language find it; else as it is cited."""
        from subhub.policies.language.sources import Translation

        as_cited = Translation(self.lang, rule.title, rule.publisher, rule.url)
        return self._pages.get(rule.title, as_cited)

    def has(self, message: str) -> bool:
        """Whether a catalogue has the message."""
        return message in self.sources

    def uses(self, message: str, text: str) -> bool:
        """Whether a message has a piece of text in its source, such as ``[told]`` or ``$date``."""
        return text in self.sources.get(message, "")

    def day(self, day: date, *, weekday: bool = False) -> str:
        """A day as people write it.

        >>> Words("en").day(date(2026, 11, 21), weekday=True), Words("ja").day(date(2026, 11, 21))
        ('Sat 21 Nov 2026', '2026年11月21日')
        """
        return formats.day(day, self.lang, weekday)

    def money(self, money: Money) -> str:
        """An amount with the code of its currency, the same in every language.

        >>> from subhub.model.money import Money
        >>> Words("ja").money(Money.parse("1234.5 USD")), Words("en").money(Money.parse("1500 JPY"))
        ('1,234.50 USD', '1,500 JPY')
        """
        return formats.money(money, self.lang)

    def together(self, names: list[str]) -> str:
        """Several names in one breath: ``a, b, and c`` or ``a、b、c``."""
        return formats.together(names, self.lang)

    def sentences(self, said: list[str]) -> str:
        """Sentences one after another, as the language sets them."""
        return formats.sentences(said, self.lang)

    @lazy
    def _pages(self) -> Mapping[str, Translation]:
        return self._find_pages()

    def _source(self, message: str) -> str:
        return placed(self.sources.get(message, ""), self.terms)

    @lazy
    def _bundle(self) -> Any:
        from fluent.runtime import FluentBundle

        return FluentBundle([self.lang], use_isolating=False)

    def _pattern(self, message: str) -> Pattern:
        names: set[str] = set()
        self._add(message, names, set())
        value = self._bundle.get_message(message).value
        if value is None:
            raise LookupError(message)
        return Pattern(value, frozenset(names))

    def _add(self, message: str, names: set[str], seen: set[str]) -> None:
        """Parse the message and all it refers to; gather the variables of all of them."""
        if message in seen or message not in self.sources:
            return
        from fluent.runtime import FluentResource

        seen.add(message)
        source = self._source(message)
        names |= variables(source)
        self._bundle.add_resource(FluentResource(source), allow_overrides=True)
        for other in references(source):
            self._add(other, names, seen)

    def _spoken(self, value: object) -> object:
        if value is None:
            return UNKNOWN
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int):
            return value  # a number for Fluent, which knows its plural
        if isinstance(value, date):
            return self.day(value)
        if hasattr(value, "currency"):
            return self.money(value)  # type: ignore[arg-type]
        return inert(str(value))


_KNOWN: Kept[tuple[object, ...], Words] = Kept()


def words(lang: str, adapter: Guarded | None = None, *over: str, ui: str | None = None) -> Words:
    """The words of a language, with those of the adapter; kept for the next time.

    ``over`` names packages whose own words are added, such as headings of their pages. ``ui``
    is the language of the platform's screens (``en``, ``ja`` or ``both``), else ``lang``.

    >>> words("ja", None, "subhub.render").say("value-nothing")
    'なし'

    Raises :class:`RequestError` for a language there are no words in.
    """
    for field, value, known in (("lang", lang, LANGUAGES), ("ui", ui or lang, UI_LANGUAGES)):
        if value not in known:
            raise RequestError("unknown_language", field=field, value=value, hint=one_of(known))
    kind = type(guard(adapter).own) if adapter is not None else None

    def make() -> Words:
        platform = [adapter.locale()] if adapter is not None else []
        added = (files(package) / "locale" for package in over)
        pages = partial(_pages, adapter, lang) if adapter is not None else dict
        return Words(lang, *platform, *added, ui=ui, pages=pages)

    return _KNOWN.get((lang, ui or lang, kind, *over), make)


def _pages(adapter: Guarded, lang: str) -> dict[str, Translation]:
    cited = {each for policy in adapter.editions() for each in policy.sources}
    return {rule.title: page for rule in cited for page in rule.translations if page.lang == lang}
