"""Adapters that mean no good, as installed packages: each a sound one with something wrong in it.

>>> "import-exits" in HOSTILE
True
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

#: an adapter that keeps its promise; ``PLATFORM`` is filled in
SOUND = """
import sys
from datetime import date
from typing import ClassVar, Literal

from pydantic import model_validator

from subhub.plugin import Adapter, Bool, Consequence, Count, Problem, Subscription, hookimpl
from subhub.policies import (
    NO_REFUND, ON, ConsequenceRow, Edition, Intent, Library, Policy, Source, StepRow, facts,
    otherwise, table,
)


class Membership(Subscription):
    default_timezone: ClassVar[str] = "Europe/Berlin"
    platform: Literal["PLATFORM"]
    visits: Count | None = None


class Gym(Adapter):
    platform = "PLATFORM"
    title = "Gym"

    def subscription(self):
        return Membership

    def editions(self):
        return (POLICY,)


f = facts(Membership)
cite = Library(
    Source("Terms", "Gym", "https://gym.example/terms", date(2026, 1, 1), {"G-1": "Ending"})
)
ENDING = table(
    "ending",
    otherwise("ended", ends_on=ON + 30, access_until=ON + 30, billing_stops_on=ON + 30,
              refund=NO_REFUND, cites=cite("G-1")),
)
CANCEL = Intent(
    "cancel", ("member",), ENDING,
    table("coming_back",
          otherwise("join", possible=True, until=None, how="join", cites=cite("G-1"))),
    one_way=cite("G-1"),
    steps=(StepRow("write", cites=cite("G-1"), actor="member", where="post", channel="mail"),),
)
EDITION = Edition("2026", date(2026, 1, 1), None, date(2026, 1, 1))
POLICY = Policy("PLATFORM", EDITION, (CANCEL,), cite(*cite.ids()))
EXTRA = Consequence(code="x", on=None, certainty="certain", severity="info", rules=("G-1",))


@hookimpl
def subhub_adapter():
    return Gym()


def stop(*_args, **_more):
    sys.exit(0)


def fail(*_args, **_more):
    raise RuntimeError("no idea")
"""


class Hostile(NamedTuple):
    """``after`` is added to the sound module, ``before`` stands at its top.

    ``says`` stands in the error about it. ``from_start``: it is left out of all that is
    installed; otherwise only some question about its own documents shows it.
    """

    says: str
    after: str = ""
    before: str = ""
    from_start: bool = True
    files: Mapping[str, bytes] = MappingProxyType({})


def method(name: str, body: str) -> str:
    """A method of the documents that does ``body`` instead."""
    return f"def odd(self, *args):\n    {body}\nMembership.{name} = odd\n"


def later(says: str, after: str, **more: dict[str, bytes]) -> Hostile:
    """Something that only a question about its own document shows."""
    return Hostile(says, after, from_start=False, **more)


HOSTILE = {
    # while it is imported
    "import-raises": Hostile("ImportError: no weights", before="raise ImportError('no weights')"),
    "import-exits": Hostile("SystemExit: 0", before="import sys; sys.exit(0)"),
    "import-exits-saying": Hostile("SystemExit: bye", before="raise SystemExit('bye')"),
    "import-ends-a-generator": Hostile("GeneratorExit", before="raise GeneratorExit"),
    "import-is-no-python": Hostile("SyntaxError", before="def ("),
    "import-never-returns-from-itself": Hostile(
        "RecursionError", before="def f(): return f()\nf()"
    ),
    "import-takes-all-memory": Hostile("MemoryError", before="raise MemoryError"),
    "import-raises-its-own-kind": Hostile(
        "Odd: gone", before="class Odd(BaseException): pass\nraise Odd('gone')"
    ),
    "import-raises-what-cannot-be-read": Hostile(
        "Odd", before="class Odd(Exception):\n    def __str__(self): return 1/0\nraise Odd"
    ),
    "import-raises-a-novel": Hostile(
        "…", before="raise ValueError('\\x1b[2J\\nsubhub: ok' * 9999)"
    ),
    "import-raises-our-error": Hostile(
        "no adapter", before="from subhub import UnknownPlatform\n"
        "raise UnknownPlatform('unknown_platform', platform='expa')",
    ),
    "import-warns": Hostile(
        "DeprecationWarning", before="raise DeprecationWarning('use the other one')"
    ),
    # the hook and the attributes
    "hook-is-not-there": Hostile("subhub_adapter", "del subhub_adapter"),
    "hook-raises": Hostile(
        "RuntimeError: no idea", "@hookimpl\ndef subhub_adapter(): fail()"
    ),
    "hook-exits": Hostile("SystemExit", "@hookimpl\ndef subhub_adapter(): stop()"),
    "hook-gives-the-class": Hostile(
        "gives none", "@hookimpl\ndef subhub_adapter(): return Gym"
    ),
    "hook-gives-nothing": Hostile("gives none", "@hookimpl\ndef subhub_adapter(): return None"),
    "hook-wants-more": Hostile("subhub_adapter()", "@hookimpl\ndef subhub_adapter(more): fail()"),
    "platform-of-another": Hostile("`expa`", "Gym.platform = 'expa'"),
    "platform-is-a-number": Hostile("`platform` gives 7", "Gym.platform = 7"),
    "platform-raises": Hostile("no idea", "Gym.platform = property(fail)"),
    "title-is-nothing": Hostile("`title` gives None", "Gym.title = None"),
    "title-exits": Hostile("SystemExit", "Gym.title = property(stop)"),
    "automated-is-a-list": Hostile("frozenset[str]", "Gym.automated = ['a']"),
    "codes-are-numbers": Hostile("tuple[str, ...]", "Gym.also_codes = (1, 2)"),
    "class-is-not-finished": Hostile(
        "editions", "del Gym.editions\nGym.__abstractmethods__ = frozenset({'editions'})"
    ),
    # the model
    "model-raises": Hostile("RuntimeError: no idea", "Gym.subscription = fail"),
    "model-exits": Hostile("SystemExit", "Gym.subscription = stop"),
    "model-is-nothing": Hostile("gives None", "Gym.subscription = lambda self: None"),
    "model-is-a-document": Hostile(
        "type[Subscription]", "Gym.subscription = lambda self: Membership(platform='PLATFORM')"
    ),
    "model-is-a-dict": Hostile("class dict", "Gym.subscription = lambda self: dict"),
    "model-of-another": Hostile(
        "class Other",
        "class Other(Subscription):\n    platform: Literal['expa']\n"
        "Gym.subscription = lambda self: Other",
    ),
    "model-lives-on-mars": Hostile("Mars/Base", "Membership.default_timezone = 'Mars/Base'"),
    "model-implies-text": Hostile("type[Subscription]", "Membership.implied = {'visits': 'many'}"),
    "mistakes-are-a-list": Hostile("type[Subscription]", "Membership.mistakes = ['a']"),
    # the rules
    "editions-raise": Hostile("RuntimeError: no idea", "Gym.editions = fail"),
    "editions-exit": Hostile("SystemExit", "Gym.editions = stop"),
    "editions-are-nothing": Hostile("gives None", "Gym.editions = lambda self: None"),
    "editions-are-none": Hostile("a tuple", "Gym.editions = lambda self: ()"),
    "editions-are-a-list": Hostile("a list", "Gym.editions = lambda self: [POLICY]"),
    "editions-are-made-as-one-reads": Hostile(
        "a generator", "Gym.editions = lambda self: (each for each in [POLICY])"
    ),
    "editions-are-text": Hostile("a tuple", "Gym.editions = lambda self: ('2026',)"),
    "edition-of-another": Hostile(
        "a tuple", "Gym.editions = lambda self: (Policy('expa', EDITION, (CANCEL,)),)"
    ),
    "edition-has-no-date": Hostile(
        "a tuple",
        "Gym.editions = lambda self: (Policy('PLATFORM', Edition('1', '2026', None, None),"
        " (CANCEL,)),)",
    ),
    "edition-has-no-intent": Hostile(
        "a tuple", "Gym.editions = lambda self: (Policy('PLATFORM', EDITION, ()),)"
    ),
    "edition-is-asked-by-nobody": Hostile(
        "a tuple", "import dataclasses\nNOBODY = dataclasses.replace(CANCEL, actors=())\n"
        "Gym.editions = lambda self: (Policy('PLATFORM', EDITION, (NOBODY,)),)",
    ),
    # one document
    "validator-raises": later(
        "KeyError", "class Odd(Membership):\n    @model_validator(mode='before')\n"
        "    @classmethod\n    def odd(cls, data): return {}['x']\n"
        "Gym.subscription = lambda self: Odd",
    ),
    "validator-exits": later(
        "SystemExit", "class Odd(Membership):\n    @model_validator(mode='before')\n"
        "    @classmethod\n    def odd(cls, data): stop()\nGym.subscription = lambda self: Odd",
    ),
    "validator-gives-nothing": later(
        "'NoneType'", "class Odd(Membership):\n    @model_validator(mode='wrap')\n"
        "    @classmethod\n    def odd(cls, data, go_on): return None\n"
        "Gym.subscription = lambda self: Odd",
    ),
    "problems-raise": later("no idea", method("problems", "fail()")),
    "problems-exit": later("SystemExit", method("problems", "stop()")),
    "problems-are-text": later("AttributeError", method("problems", "return ['no']")),
    "problems-are-nothing": later("TypeError", method("problems", "return None")),
    "follows-raises": later("no idea", method("follows", "fail()")),
    "follows-raises-what-a-document-may": later("ValueError: inv", method("follows", "int('x')")),
    "follows-is-a-list": later("gives a list", method("follows", "return ['visits']")),
    "follows-with-no-such-fact": later("follows", method("follows", "return {'visit': 3}")),
    "follows-with-text": later(
        "facts of their types", method("follows", "return {'visits': 'many'}")
    ),
    "next-charge-raises": later("no idea", method("next_charge", "fail()")),
    "next-charge-is-text": later("'soon'", method("next_charge", "return 'soon'")),
    "charges-go-on-exits": later("SystemExit", "Membership.charges_go_on = property(stop)"),
    "zone-raises": later("no idea", "Membership.zone = property(fail)"),
    "zone-is-nowhere": later("Nowhere", "Membership.zone = 'Nowhere'"),
    "moneys-are-text": later("AttributeError", method("moneys", "return 'much'")),
    "also-raises": later("no idea", "Gym.also = fail"),
    "also-exits": later("SystemExit", "Gym.also = stop"),
    "also-is-nothing": later("gives None", "Gym.also = lambda *given: None"),
    "also-is-a-list": later("a list", "Gym.also = lambda *given: [EXTRA]"),
    "also-raises-as-one-reads": later(
        "a generator", "Gym.also = lambda *given: (fail() for each in 'ab')"
    ),
    "also-cites-what-is-not-there": later(
        "a tuple", "Gym.also = lambda *given: (EXTRA.model_copy(update={'rules': ('G-9',)}),)"
    ),
    "also-gives-rubbish": later(
        "ValidationError", "Gym.also = lambda *given: (Consequence.model_construct(code=7),)"
    ),
    "also-changes-the-answer": later(
        "ValidationError", "def also(self, document, answer, on):\n    answer.verdict = 'blocked'\n"
        "    return ()\nGym.also = also",
    ),
    # its words
    "locale-raises": later("no idea", "Gym.locale = fail"),
    "locale-exits": later("SystemExit", "Gym.locale = stop"),
    "locale-is-nothing": later("gives None", "Gym.locale = lambda self: None"),
    "locale-is-text": later("Traversable", "Gym.locale = lambda self: '/tmp'"),
    "words-are-no-text": later(
        "UnicodeDecodeError", "",
        files={"locale/en.ftl": b"\xff\xfe", "locale/ja.ftl": b"\xff\xfe"},
    ),
}  # fmt: skip


def install(folder: Path, name: str, *, platform: str = "gym") -> str:
    """One of them as pip would leave it in ``folder``; the name of its module."""
    hostile = HOSTILE[name]
    module = f"hostile_{name.replace('-', '_')}"
    source = "\n".join((hostile.before, SOUND, hostile.after)).replace("PLATFORM", platform)
    package = folder / module
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(source, encoding="utf-8")
    for path, content in hostile.files.items():
        (package / path).parent.mkdir(exist_ok=True)
        (package / path).write_bytes(content)
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[subhub]\n{platform} = {module}\n")
    return module
