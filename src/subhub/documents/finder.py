"""Which files are meant by the paths a user names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from subhub.documents import contents
from subhub.documents.reader import SUFFIXES
from subhub.errors import DocumentError, Problem


def find(paths: Iterable[str | Path]) -> list[Path]:
    """The files meant by ``paths``, each once, in the order given.

    A file is taken as it is, whatever its suffix, and so is ``-``. A folder stands for the
    documents in it and below it, sorted; hidden ones, linked folders and
    Python packages (with a ``pyproject.toml``) are left out. A
    folder without documents is an error like a missing path: nothing that was asked for is
    passed over in silence. All such problems are raised together, as ``DocumentError``.
    """
    problems: list[Problem] = []
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_meant(path, problems)))
    if problems:
        raise DocumentError(problems)
    return list(found)


def _meant(path: str | Path, problems: list[Problem]) -> list[Path]:
    file = contents.name(path)
    try:
        contents.check_named(path)
        is_folder = str(path) != contents.STDIN and stat.S_ISDIR(Path(path).stat().st_mode)
    except DocumentError as error:
        problems += error.problems
        return []
    except (OSError, ValueError) as error:
        problems.append(contents.unreadable(error, file))
        return []
    if not is_folder:
        return [Path(path)]
    before = len(problems)
    files = sorted(_below(Path(path), problems))
    if not files and len(problems) == before:
        problems.append(Problem("no_documents", file=file, suffixes=sorted(SUFFIXES)))
    return files


def _below(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    def closed(error: OSError) -> None:
        problems.append(contents.unreadable(error, contents.name(error.filename)))

    for root, folders, files in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if "pyproject.toml" in files and Path(root) != folder:  # a package, not documents
            folders.clear()
            continue
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(root, name)
