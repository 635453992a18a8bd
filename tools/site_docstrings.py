"""Docstrings as the site shows them: examples as code, roles as names; see mkdocs.yml."""

from __future__ import annotations

import re
from typing import Any

from griffe import Extension, Object

#: ``:class:`~subhub.model.Money``` and its like; ``~`` leaves only the last name
ROLE = re.compile(r":(?:class|meth|func|mod|data|attr):`(~?)([\w.]+)`")
#: an example that doctest runs: from ``>>>`` to the empty line after it
EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)


def shown(text: str) -> str:
    """A docstring as Markdown.

    >>> shown("See :class:`~subhub.Hub`.")
    'See `Hub`.'
    """
    text = ROLE.sub(lambda role: f"`{role[2].split('.')[-1] if role[1] else role[2]}`", text)
    text = text.replace("``", "`")
    return EXAMPLE.sub(lambda example: f"\n```pycon\n{example[0]}\n```\n", text)


class Docstrings(Extension):
    """Rewrites every docstring when it is loaded."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """One module, class, function or attribute."""
        if obj.docstring:
            obj.docstring.value = shown(obj.docstring.value)
