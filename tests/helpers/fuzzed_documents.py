"""Documents and files bent at random: each is answered, or refused with what is wrong and where.

``make harden`` tries many of them; with the same seed it tries the same ones.
"""

# ruff: noqa: E501  # the values are read side by side
from __future__ import annotations

import io
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, get_args

from faults import Tally
from subhub import DocumentError, Hub, Money, SubhubError
from subhub.cli import main
from subhub.documents import read
from subhub.inert import CONTROLS
from subhub.model import limits
from subhub.render import ics, svg
from subhub.words import words

EXAMPLES = Path(__file__).parents[2] / "examples"
#: what one document may take: seconds, and bytes that the process grows by
SECONDS, MEMORY = 10.0, 200_000_000
ON = date(2026, 11, 21)
HUB = Hub()

#: values that are strange for any key
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63), 10**30, 10**5000, 1.5, 1e308, -0.0,
    float("nan"), float("inf"), "", " ", "x", "²", "１２", "９", "1", "-1", "1e3", "NaN", "null", "~",
    "a " * 400, "x" * 1001, "解約" * 300, "\x00", "\x1b[2J", "a\nb", "a\rb", "\ud800", "\u202e", "\ufeff",
    "<b>", "`", "2026-11-21", "2026-02-30", "0001-01-01", "9999-12-31", "1900-01-01", "9849-12-31",
    "2026-W47-6", "20261121", "2026-11-21T09:00:00+09:00", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00", "2026-11-21T25:00:00Z", "today", "+5d", "19:00", "25:00", "UTC",
    "Asia/Tokyo", "../../etc/passwd", "America", "/etc/localtime", "Etc/GMT+14", "216.00 USD",
    "0 USD", "-0.00 USD", "-5 USD", "1.234 USD", "999999999999999.99 USD", "1E+1000000 USD",
    "NaN USD", "5 JPY", "5 XXX", "5 usd", "$5", "216.00\xa0USD", "１ USD", "active", "canceled",
    "month", "year", "expa", "impact", "squarespace", [], {}, [None], [[]], [1] * 2000, {"a": 1},
    {"amount": "1.00", "currency": "USD"}, {"amount": 1, "currency": "USD"}, {"": ""}, {"²": 1},
    {"id": None}, {1: 2}, {None: 1}, date.min, date.max, ON, datetime(2026, 11, 21, tzinfo=UTC),
    datetime.min, datetime.max.replace(tzinfo=UTC), Decimal("NaN"), Decimal("1E+1000000"), b"x",
    object(), Money(Decimal("NaN"), "USD"), Money(Decimal("1E+30"), "USD"), timedelta.max, (1, 2), set(),
)  # fmt: skip
#: values of the right kind, at the ends of what there is and beside the day asked
LIKELY: dict[Any, tuple[Any, ...]] = {
    date: (limits.EARLIEST, limits.LATEST, *(ON + timedelta(days) for days in (-400, -30, -14, -1,
           0, 1, 14, 15, 30, 31, 365, 30_000)), date(2000, 1, 1), date(2100, 12, 31)),
    int: (0, 1, 2, 9, limits.COUNT - 1, limits.COUNT),
    bool: (True, False),
    Money: ("0.00 USD", "0.01 USD", "216.00 USD", "999999999999999.99 USD", "1 JPY"),
}  # fmt: skip
KEYS = ("id", "platform", "status", "request", "timezone", "²", "", "a.b", "x" * 2000, "\x1b", "0")
REQUEST = ("on", "mode", "actor", "intent", "policy_as_of")
#: pieces of files: what a format has of its own, and what no text should hold
PIECES = (
    b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\x1b[2J", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xff", b"\r",
    b"\t", b"&a ", b"*a", b"<<: *a\n", b"!!python/object/apply:os.system ['id']", b"!!binary aGk=",
    b"--- \n", b"...\n", b"? [a]\n: 1\n", b"- " * 60, b"[" * 200, b"{" * 200, b'{"a":' * 40, b"9" * 6000,
    b"NaN", b".inf", b"-.inf", b"1e999", b"0x10", b"1_000", b"on: yes\n", b"platform: expa\n",
    b'"platform": "expa",', b"[[invoices]]\n", b"a.b.c = 1\n", b"a." * 40, b"'''", b'"""', b"'", b'"',
    b"# ", b"|\n", b">-\n", b"%TAG ! x\n", b"\\ud800", b"\\u0000", b'"\\U00110000"', b"x" * 2000, b"a " * 500,
    "解約".encode(), "²: 1\n".encode(), b"id: 2026-11-21\n", b"\n" * 50, b"}", b"]", b",", b":", b"=",
)  # fmt: skip


@cache
def originals() -> tuple[dict[str, Any], ...]:
    """The example documents as they are read, and one of each platform with every kind of key."""
    files = [each for each in sorted(EXAMPLES.glob("*.*")) if each.is_file()]
    return (
        *(read(each).data for each in files),
        {"platform": "expa", "product": "continuing", "status": "active", "id": "m",
         "current_period_end": "2026-12-10", "depends_on": ["a"], "timezone": "Asia/Tokyo",
         "invoices": [{"id": "i", "amount": "5 JPY", "status": "open", "method": "card"}],
         "magazine": {"registered_at": "2026-11-01T00:00:00Z", "steps": [
             {"name": "s", "after_days": 30, "at": "19:00", "sent": False}]},
         "request": {"on": "2026-11-21", "actor": "buyer"}},
    )  # fmt: skip


def documents(count: int, seed: int = 1) -> Iterator[tuple[dict[Any, Any], dict[str, Any]]]:
    """So many documents, each with what is asked of it."""
    random = Random(seed)
    for _ in range(count):
        document = deepcopy(random.choice(originals()))
        for _ in range(random.choice((0, 1, 1, 2, 4))):
            bend(document, random)
        request: dict[str, Any] = {
            "on": random.choice((ON,) * 6 + (limits.EARLIEST, limits.LATEST))
        }
        if random.random() < 0.15:
            request[random.choice(REQUEST)] = random.choice(STRANGE)
        yield document, request


def bend(document: dict[Any, Any], random: Random) -> None:
    """Change one thing somewhere in it."""
    holder: Any = document
    for _ in range(random.randrange(4)):
        inner = [each for each in _items(holder) if isinstance(each, dict | list) and each]
        holder = random.choice(inner) if inner else holder
    if isinstance(holder, list):
        holder[random.randrange(len(holder))] = _strange(random)
    elif (how := random.random()) < 0.1 and holder:
        del holder[random.choice(list(holder))]
    elif how < 0.2:
        holder[random.choice(KEYS)] = _strange(random)
    elif how < 0.8:
        field = random.choice(_fields(document))
        document[field] = _likely(document, field, random)
    elif holder:
        holder[random.choice(list(holder))] = _strange(random)


def _likely(document: dict[Any, Any], field: str, random: Random) -> Any:
    """A value of the right kind, often at an end of what there is."""
    platform = document.get("platform")
    if not isinstance(platform, str) or platform not in HUB.registry.platforms():
        return _strange(random)
    kinds = list(
        _kinds(HUB.registry.adapter(platform).subscription().model_fields[field].annotation)
    )
    options = [option for kind in kinds for option in LIKELY.get(kind, ())]
    options += [each for each in kinds if isinstance(each, str)]
    return random.choice(options) if options else _strange(random)


def _kinds(annotation: Any) -> Iterator[Any]:
    if isinstance(annotation, type | str):
        yield annotation
    for each in get_args(annotation):
        yield from _kinds(each)


def _strange(random: Random) -> Any:
    value = random.choice(STRANGE)
    return value if random.random() < 0.9 else [deepcopy(value)] * random.choice((1, 3, 1001))


def _items(holder: Any) -> Iterator[Any]:
    return iter(holder.values() if isinstance(holder, dict) else holder)


@cache
def _known(platform: str) -> tuple[str, ...]:
    return tuple(HUB.registry.adapter(platform).subscription().model_fields)


def _fields(document: dict[Any, Any]) -> tuple[str, ...]:
    platform = document.get("platform")
    known = isinstance(platform, str) and platform in HUB.registry.platforms()
    return _known(platform) if known else KEYS


#: what can be asked of a document, by name
ASKED: dict[str, Callable[..., Any]] = {
    "preview": HUB.preview,
    "timeline": HUB.timeline,
    "compare": lambda each, on, **_: HUB.compare(each, on=on),
    "unblock": HUB.unblock,
    "open_facts": HUB.open_facts,
    "standing": HUB.standing,
    "explain": HUB.explain,
    "agenda": lambda each, on, **_: HUB.agenda([each], on=on),
    "audit": lambda each, on, **_: HUB.audit([each], on=on),
    "advise": lambda each, on, **_: HUB.advise(each, on=on, goal="refund"),
}


def fuzz_documents(count: int, seed: int = 1) -> Iterator[str | None]:
    """Ask about so many; for each what was wrong, if it was not answered or refused."""
    for number, (document, request) in enumerate(documents(count, seed)):
        name = list(ASKED)[number % len(ASKED)] if number % 2 else "preview"
        tally = Tally("documents")
        with _Ceilings(tally, f"{name} of document {number}"):
            _document(tally, f"{name} of document {number}", name, document, request)
        yield next(iter(tally.failures), None)


def _document(tally: Tally, told: str, name: str, document: Any, request: dict[str, Any]) -> None:
    try:
        made = ASKED[name](document, **request)
        if name not in ("audit", "open_facts", "explain"):
            HUB.say(made, "ja")
        if name == "preview":
            said = words("en", HUB.registry.adapter(made.platform), "subhub.render")
            ics.of_answers([(made, HUB.deadlines(HUB.question(document, **request)), said)], "name")
        if name == "timeline":
            said = words("ja", HUB.registry.adapter(made.platform), "subhub.render")
            svg.draw([made], said, title=str(made.subscription))
    except DocumentError as error:
        for each in error.problems:
            short = len(str(each)) < 2500 and CONTROLS.search(str(each)) is None
            tally.check(bool(each.code) and short, f"{told}: {each.code}, {len(str(each))} long")
        tally.check(0 < len(error.problems) <= limits.PROBLEMS + 1, f"{told}: too many problems")
    except SubhubError as error:
        short = len(str(error)) < 2500 and CONTROLS.search(str(error)) is None
        tally.check(bool(error.code) and short, f"{told}: {error.code}, {len(str(error))} long")
    except Exception as error:
        tally.check(False, f"{told}: {type(error).__name__}: {error}"[:300])
    else:
        tally.check(True, told)


class _Ceilings:
    """Time and memory of one attempt; what is beyond them is a failure."""

    def __init__(self, tally: Tally, told: str) -> None:
        self.tally, self.told = tally, told

    def __enter__(self) -> None:
        self.begun, self.before = time.monotonic(), _memory()

    def __exit__(self, *about: object) -> None:
        took, grown = time.monotonic() - self.begun, _memory() - self.before
        if took > SECONDS or grown > MEMORY:
            self.tally.failures.append(f"{self.told}: {took:.1f} s, {grown:,} bytes")


def _memory() -> int:
    """The most bytes that the process ever held."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def files(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """So many files, each with a name whose ending says a format, not always its own."""
    random = Random(seed)
    kinds = (".yaml", ".json", ".toml", "")
    for number in range(count):
        document = random.choice(originals())
        found = [each for each in sorted(EXAMPLES.glob("*.*")) if each.is_file()]
        content = bytearray(
            json.dumps(document).encode()
            if random.random() < 0.4
            else random.choice(found).read_bytes()
        )
        for _ in range(random.choice((1, 1, 2, 5))):
            _bend(content, random)
        if random.random() < 0.05:
            content = bytearray(content.decode("utf-8", "replace").encode("utf-16"))
        yield f"{number}{random.choice(kinds)}", bytes(content)


def _bend(content: bytearray, random: Random) -> None:
    """Put in, take out, turn over or repeat some bytes."""
    at = random.randrange(len(content) + 1)
    if (how := random.random()) < 0.5:
        content[at:at] = random.choice(PIECES)
    elif how < 0.7:
        del content[at : at + random.choice((1, 5, 50))]
    elif how < 0.85 and at < len(content):
        content[at] ^= 1 << random.randrange(8)
    elif len(content) < 50_000:
        content[at:at] = content[: random.choice((10, 200, 5000))] * random.choice((1, 3))


COMMANDS = (
    ("preview", "--on", "2026-11-21"),
    ("preview", "--on", "2026-11-21", "--explain", "--lang", "ja"),
    ("preview", "--on", "2026-11-21", "--format", "html"),
    ("preview", "--on", "2026-11-21", "--format", "json"),
    ("timeline", "--since", "2026-11-21"),
    ("agenda", "--on", "2026-11-21"),
    ("audit", "--on", "2026-11-21", "--format", "markdown"),
)


def fuzz_files(count: int, seed: int = 1) -> Iterator[str | None]:
    """Ask the command line about so many files; for each what was wrong, if anything was."""
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, content) in enumerate(files(count, seed)):
            path = Path(folder, name)
            path.write_bytes(content)
            command, *options = COMMANDS[number % len(COMMANDS)]
            tally = Tally("files")
            with _Ceilings(tally, f"{command} {name}"):
                _file(tally, f"{command} {name}", [command, str(path), *options])
            yield next(iter(tally.failures), None)


def _file(tally: Tally, told: str, arguments: list[str]) -> None:
    out, err = io.StringIO(), io.StringIO()
    code: Any = "none"
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main(arguments)
    except SystemExit as end:
        code = end.code
    except BaseException as error:
        code = f"{type(error).__name__}: {error}"[:300]
    shown = out.getvalue() + err.getvalue()
    tally.check(code in (0, 1, 3, 4, 5), f"{told}: exit {code}")
    tally.check(CONTROLS.search(shown) is None, f"{told}: a control character is shown")
    tally.check(
        len(err.getvalue()) < 200_000, f"{told}: {len(err.getvalue())} characters of errors"
    )
    tally.check(code != 1 or bool(err.getvalue()) or command_is_audit(arguments), f"{told}: silent")


def command_is_audit(arguments: list[str]) -> bool:
    """The audit tells on its page what keeps a document from being used."""
    return arguments[0] == "audit"
