"""The formats a document may be written in.

Each is a module of its own, imported when the first document of its kind is read: most
runs need one of the three, and the start of the program is waited for every time.
"""

from __future__ import annotations

from typing import Literal, Protocol

from subhub.documents.places import Place

Name = Literal["yaml", "json", "toml"]


class Format(Protocol):
    """What a format's module provides."""

    def values(self, text: str, file: str) -> object:
        """What the text says, or a ``DocumentError`` for what the format itself forbids."""

    def lines(self, text: str) -> dict[Place, int]:
        """The lines of the keys and items of a text that ``values`` has accepted."""


def of(name: Name) -> Format:
    """The module of a format."""
    match name:
        case "yaml":
            from subhub.documents import yaml_format

            return yaml_format
        case "json":
            from subhub.documents import json_format

            return json_format
        case "toml":
            from subhub.documents import toml_format

            return toml_format
