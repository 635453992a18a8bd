"""Entry points as functions of bytes: each runs one command on what the bytes say.

The first byte of an input chooses the way (a letter in the corpus, so that a file can be
read); the rest is what a stranger wrote. A target raises where the run is not as it has to be.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from in_process import Broken, run

ON = "2026-11-21"
EXAMPLES = Path(__file__).parents[2] / "examples"
PLATFORMS = ("expa", "impact", "squarespace")
FORMS = ("text", "json", "markdown", "html", "mail")
#: ways to ask about a document: a command with its options
ASKED = (
    *(["preview", "--format", form, "--on", ON] for form in FORMS),
    ["preview", "--explain", "--lang", "ja", "--on", ON],
    ["preview", "--for", "customer", "--format", "html", "--lang", "en,ja", "--on", ON],
    ["timeline", "--since", ON, "--until", "2027-12-01"],
    ["compare", "--on", ON],
    ["unblock", "--on", ON],
    ["agenda", "--format", "json"],
    ["audit"],
)
SUFFIXES = (".yaml", ".json", ".toml")
OPTIONS = ("--on", "--mode", "--actor", "--intent", "--set", "--policy-as-of", "--format",
           "--lang", "--ui-lang", "--color")  # fmt: skip
TABLES = (".csv", ".jsonl", ".parquet")
SQL = ("--dialect", "--table", "--keep", "--column", "--on", "--mode", "--actor", "--intent",
       "--years")  # fmt: skip


def document(data: bytes) -> int:
    """A file in one of three formats, asked about in one of many ways."""
    way, content = _way(data)
    command, *options = ASKED[way // len(SUFFIXES) % len(ASKED)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"mine{SUFFIXES[way % len(SUFFIXES)]}"
        path.write_bytes(content)
        ran = run(command, str(path), *options)
    if ran.code in (0, 3, 4, 5) and "json" in options:
        json.loads(ran.out)
    return ran.code


def request(data: bytes) -> int:
    """Options of a request: a line each, its first byte says which."""
    way, content = _way(data)
    files = sorted(EXAMPLES.glob("*.yaml"))
    chosen = _options(content, OPTIONS)
    return run("preview", str(files[way % len(files)]), "--on", ON, *chosen).code


def answers(data: bytes) -> int:
    """The answers of an interview, as they come from a pipe."""
    way, content = _way(data)
    return run("ask", PLATFORMS[way % len(PLATFORMS)], "--on", ON, stdin=content).code


def table(data: bytes) -> int:
    """A file of many rows: read, answered and written; it stays as it was."""
    way, content = _way(data)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"in{TABLES[way % 3]}"
        out, rejects = folder / f"out{TABLES[way // 3 % 3]}", folder / "rejects.csv"
        source.write_bytes(content)
        ran = run("scan", str(source), "-o", str(out), "--platform", PLATFORMS[way // 9 % 3],
                  "--on", ON, "--rejects", str(rejects), "--stats", "json")  # fmt: skip
        if source.read_bytes() != content:
            raise Broken("scan changed what it read")
        left = sorted(each.name for each in folder.iterdir() if each not in (source, out, rejects))
        if left:
            raise Broken(f"scan left {left}")
        if ran.out and not out.exists():
            raise Broken("scan counted rows and wrote none")
    return ran.code


def sql(data: bytes) -> int:
    """Options of `subhub sql`, a line each: what comes out can be read back as one statement."""
    import sqlglot

    way, content = _way(data)
    platform = PLATFORMS[way % len(PLATFORMS)]
    chosen = _options(content, SQL)
    ran = run("sql", platform, "--dialect", "duckdb", *chosen)
    if ran.code == 0 and not any(each.startswith("--dialect") for each in chosen):
        (statement,) = [each for each in sqlglot.parse(ran.out, dialect="duckdb") if each]
        if statement.key != "select":
            raise Broken(f"`sql` wrote a {statement.key}")
    return ran.code


TARGETS: dict[str, Callable[[bytes], int]] = {
    each.__name__: each for each in (document, request, answers, table, sql)
}


def _way(data: bytes) -> tuple[int, bytes]:
    """What the first byte chooses, and the rest. `A` is 0, `B` is 1, …"""
    return (data[0] - ord("A")) % 256 if data else 0, data[1:]


def _options(content: bytes, names: tuple[str, ...]) -> list[str]:
    """Options by the first letter of a line (or its number), values as a shell hands them over."""
    made: list[str] = []
    for line in content.split(b"\n")[:8]:
        if line:
            name = names[(line[0] - ord("a")) % len(names)]
            value = line[1:].replace(b"\0", b"").decode("utf-8", errors="surrogateescape")
            made.append(f"{name}={value}")
    return made
