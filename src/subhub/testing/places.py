"""Where in the adapter's own files something went wrong."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import ModuleType

from subhub.errors import AdapterBroken
from subhub.plugin import Adapter


def package_of(adapter: Adapter) -> str:
    """The name of the package, or of the module, that the adapter's class is written in."""
    module = sys.modules.get(type(adapter).__module__)
    package = module.__spec__.parent if module and module.__spec__ else ""
    return package or type(adapter).__module__


def folder_of(adapter: Adapter) -> Path | None:
    """The folder of that package; the file itself where it is a module alone."""
    module: ModuleType | None = sys.modules.get(package_of(adapter))
    file = getattr(module, "__file__", None)
    if file is None:
        return None
    path = Path(file).resolve()
    return path.parent if path.name == "__init__.py" else path


def crashed(adapter: Adapter, error: BaseException) -> str:
    """What was raised, and the last line of the adapter's own files that led to it."""
    if isinstance(error, AdapterBroken) and error.__cause__ is not None:
        error = error.__cause__  # who writes the adapter wants to see what it raised itself
    said = f"{type(error).__name__}: {error}"
    hint = getattr(error, "hint", "")
    said += f"; {hint}" if hint and isinstance(hint, str) and hint not in said else ""
    place = _place(adapter, error)
    return f"{place}: {said}" if place else said


def _place(adapter: Adapter, error: BaseException) -> str:
    own = folder_of(adapter)
    frames = traceback.extract_tb(error.__traceback__)
    inside = [
        frame for frame in frames
        if own is not None and Path(frame.filename).resolve().is_relative_to(own)
    ]  # fmt: skip
    if not frames:
        return ""
    last = (inside or frames)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"
