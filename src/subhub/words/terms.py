"""Terms: what stands on a platform's screens, said in the language of those screens.

``locale/terms.en.ftl`` and ``locale/terms.ja.ftl`` of an adapter have the same ids, each as
its language writes it in a sentence, quotation marks and all (``term-yes = “Yes”``,
``term-yes = 「はい」``). Sentences refer to them: ``Confirm with { term-yes }.``

A screen that is there in one language alone is told by a term that says both, such as
``“Continuing products” (継続商品)`` in English: it is said like that whatever is asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from subhub.words.source import plain, split

if TYPE_CHECKING:
    from collections.abc import Mapping

    from subhub.plugin.folder import Catalogues

#: how the ids of terms begin
TERM = "term-"
#: the languages of an interface; ``both`` is the answer's own with the other beside it
UI_LANGUAGES = ("en", "ja", "both")

_REFERENCE = re.compile(r"\{\s*(term-[\w-]+)\s*\}")
_QUOTES = str.maketrans("", "", "“”「」")
_OTHER = {"en": "ja", "ja": "en"}
_BESIDE = {"en": "{} ({})", "ja": "{}({})"}


def read_terms(locale: Catalogues, lang: str) -> dict[str, str]:
    """What each term of a folder says in one language; empty where it has no such file."""
    file = locale / f"terms.{lang}.ftl"
    if not file.is_file():
        return {}
    said = {name: plain(each) for name, each in split(file.read_text(encoding="utf-8")).items()}
    return {name: text for name, text in said.items() if text is not None}


def terms(locale: Catalogues, lang: str, ui: str) -> dict[str, str]:
    """The terms of a folder in a sentence of ``lang``, for who reads screens in ``ui``."""
    own = read_terms(locale, lang)
    if ui == lang or not own:
        return own
    other = read_terms(locale, _OTHER[lang])
    return {name: _shown(text, other.get(name, text), lang, ui) for name, text in own.items()}


def placed(source: str, said: Mapping[str, str]) -> str:
    """A message with its terms written out.

    >>> placed("confirm = Choose { term-yes }.", {"term-yes": "“Yes”"})
    'confirm = Choose “Yes”.'
    """
    if TERM not in source:
        return source
    return _REFERENCE.sub(lambda found: said.get(found[1], found[0]), source)


def _shown(own: str, other: str, lang: str, ui: str) -> str:
    """One term; the marks around it stay those of the sentence.

    >>> _shown("“Yes”", "「はい」", "en", "ja"), _shown("“Yes”", "「はい」", "en", "both")
    ('“はい”', '“Yes” (はい)')
    >>> _shown("「はい」", "“Yes”", "ja", "both"), _shown("Yes (はい)", "「はい」", "en", "ja")
    ('「はい」(Yes)', 'Yes (はい)')
    """
    bare, foreign = own.translate(_QUOTES), other.translate(_QUOTES)
    if foreign in bare or bare in foreign:  # its screens are there in one language alone
        return own
    return _BESIDE[lang].format(own, foreign) if ui == "both" else own.replace(bare, foreign)
