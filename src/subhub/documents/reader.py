"""From a file to a document."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO, Final

from subhub.documents import contents, formats
from subhub.documents.document import Document
from subhub.documents.places import Lines
from subhub.documents.plain import faults
from subhub.errors import DocumentError, Problem
from subhub.inert import CONTROLS
from subhub.model.limits import BYTES

SUFFIXES: Final[dict[str, formats.Name]] = {
    ".json": "json",
    ".toml": "toml",
    ".yaml": "yaml",
    ".yml": "yaml",
}

#: what every document says; without it a file may be anything, and nothing of it is repeated
_PLATFORM = re.compile(r"""\bplatform["']?\s*[:=]""")
#: errors that say what is wrong without repeating it
_TELLING = ("empty", "says_nothing", "is_list", "is_value", "control", "too_large", "too_deep")
_TOML_KEY = re.compile(r"""["'\w][^=:\[\]{}#]*=""")


def read(path: str | Path, *, stdin: BinaryIO | None = None) -> Document:
    """Read one document; ``-`` is standard input.

    The suffix says which format it is; where there is none that is known, the text does.
    Raises ``DocumentError`` for whatever keeps the file from being a document.
    """
    text = _cleaned(contents.text(path, stdin))
    kind = SUFFIXES.get(Path(path).suffix.lower()) or _guess(text)
    file = contents.name(path)
    try:
        return parse(text, kind=kind, file=file)
    except DocumentError as error:
        if _PLATFORM.search(text):
            raise
        raise DocumentError([_untold(error.problems[0])]) from None


def parse(text: str, *, kind: formats.Name, file: str) -> Document:
    """Read one document from its text; ``file`` is the name to show for it."""
    text = _cleaned(text)
    if (problem := _unfit(text, file)) is not None:
        raise DocumentError([problem])
    format_ = formats.of(kind)
    data = format_.values(text, file)
    if not isinstance(data, dict):
        raise DocumentError([_not_a_mapping(data, file)])
    lines = Lines(text, format_.lines)
    if problems := list(faults(data, file, lines)):
        raise DocumentError(problems)
    return Document(data, file, lines)


def _cleaned(text: str) -> str:
    """The text without byte order mark, all its lines ending alike."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _guess(text: str) -> formats.Name:
    if re.match(r'\s*\{\s*["}]', text):
        return "json"
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith(("#", "[")):
            return "toml" if _TOML_KEY.match(line) else "yaml"
    return "yaml"


def _unfit(text: str, file: str) -> Problem | None:
    """What no format has to be asked for."""
    if len(text) > BYTES:
        return contents.too_large(file)
    if not text.strip():
        return Problem("empty", file=file)
    if found := CONTROLS.search(text):
        sign = f"U+{ord(found[0]):04X}"
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        return Problem("control", value=sign, file=file, line=line, sign=sign, column=column)
    return None


def _not_a_mapping(data: object, file: str) -> Problem:
    if data is None:
        return Problem("says_nothing", file=file)
    if isinstance(data, list):
        return Problem("is_list", file=file)
    return Problem("is_value", file=file)


def _untold(problem: Problem) -> Problem:
    """The same, nothing repeated of a file that may have been named by mistake."""
    if problem.code in _TELLING:
        return problem
    return Problem("no_document", file=problem.file, line=problem.line)
