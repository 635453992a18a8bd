"""A document with nothing in it yet: every key of a platform, with a comment for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from subhub.cli.language import said_by
from subhub.inert import inert
from subhub.model.durations import Duration
from subhub.model.money import Money
from subhub.model.request import BLOCK, RequestBlock
from subhub.render.text import wrap

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from subhub.plugin.guarded import Guarded
    from subhub.words import Words

_COLUMNS = 78
_EXAMPLES = {
    date: "2026-11-21", Money: "216.00 USD", Duration: "24 months", bool: "true / false",
    int: "0, 1, 2 …",
}  # fmt: skip


def blank(adapter: Guarded) -> str:
    """The document as YAML; nothing but the platform is set, and it can be asked about."""
    said = said_by(adapter)
    lines = [*_comment(said.say("ui-blank", title=adapter.title)), ""]
    for name, info in adapter.subscription().model_fields.items():
        if name == "platform":
            lines += [f"platform: {adapter.platform}", ""]
            continue
        lines += _comment("\n".join(_told(name, info, said)))
        lines += [f"{name}:", ""]
    keys = ", ".join(RequestBlock.model_fields)
    lines += [*_comment(said.say("ui-blank-request", keys=keys)), f"{BLOCK}:", ""]
    return "\n".join(lines)


def _told(name: str, info: FieldInfo, said: Words) -> Iterator[str]:
    """What the key means, what can be written there, and where the platform shows it."""
    label = said.say(f"fact-{name}") if said.has(f"fact-{name}") else info.description or name
    yield label
    if said.has(f"fact-{name}-where"):
        yield said.say(f"fact-{name}-where")
    options = list(_codes(info.annotation))
    if options:
        yield said.say("ui-one-of", options=" / ".join(
            f"{code} ({said.say(f'{name}-{code}')})" if said.has(f"{name}-{code}") else code
            for code in options
        ))  # fmt: skip
    elif example := next(
        (_EXAMPLES[each] for each in _types(info.annotation) if each in _EXAMPLES), ""
    ):
        yield said.say("ui-such-as", example=example)
    yield from _parts(info.annotation, said)


def _parts(annotation: Any, said: Words) -> Iterator[str]:
    """A list or a nested mapping: how it is written, key by key."""
    for kind in _types(annotation):
        if hasattr(kind, "model_fields"):
            keys = ", ".join(kind.model_fields)
            listed = any(each is tuple or each is list for each in _types(annotation))
            yield said.say("ui-list-of" if listed else "ui-mapping-of", keys=keys)
            for name, info in kind.model_fields.items():
                if options := list(_codes(info.annotation)):
                    yield f"  {name}: " + " / ".join(options)
            return


def _codes(annotation: Any) -> Iterator[str]:
    """The codes that can stand there, where it is a choice of codes itself."""
    for part in (annotation, *get_args(annotation)):
        options = get_args(part)
        if options and all(isinstance(option, str) for option in options):
            yield from options


def _types(annotation: Any) -> Iterator[Any]:
    from typing import get_origin

    yield get_origin(annotation) or annotation
    for part in get_args(annotation):
        yield from _types(part)


def _comment(text: str) -> list[str]:
    return [f"# {line}" for part in text.split("\n") for line in wrap(inert(part), _COLUMNS)]
