"""Writes the files of an adapter's package from their templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from subhub.errors import RequestError

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SUFFIX = ".tmpl"
_MARK = re.compile(r"@([A-Z]+)@")


def write_adapter(name: str, folder: Path) -> list[Path]:
    """Write the package of an adapter for the platform ``name`` into a new folder.

    Raises :class:`RequestError` for a name that a platform cannot have, and where the folder
    holds something already or cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise RequestError("not_a_platform_name", field="NAME", value=name)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RequestError("folder_not_empty", field="--into", path=str(folder))
    filled = _filled(name)
    written = []
    try:
        for path, text in _templates(files("subhub.cli") / "templates" / "adapter"):
            target = folder / path.replace("package", filled["MODULE"])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_MARK.sub(lambda mark: filled[mark[1]], text), encoding="utf-8")
            written.append(target)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise RequestError("path_unwritable", path=str(folder), reason=reason) from None
    return written


def _filled(name: str) -> dict[str, str]:
    """What stands for each mark of a template."""
    words = name.split("-")
    camel = "".join(word.capitalize() for word in words)
    return {
        "NAME": name,
        "MODULE": f"subhub_{'_'.join(words)}",
        "TITLE": " ".join(word.capitalize() for word in words),
        "CLASS": f"{camel}Adapter",
        "MODEL": f"{camel}Subscription",
        "RULE": name.upper(),
        "TODAY": date.today().isoformat(),
    }


def _templates(folder: Traversable, under: str = "") -> Iterator[tuple[str, str]]:
    """The path and the text of every template, in order."""
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            yield from _templates(each, f"{under}{each.name}/")
        elif each.name.endswith(_SUFFIX):
            yield under + each.name.removesuffix(_SUFFIX), each.read_text(encoding="utf-8")
