"""Bytes of strangers through whole commands: documents, options, answers, SQL, files of rows."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from areas import Tries, area


def _changed(target: str) -> Callable[[int, int], Tries]:
    def run(most: int, seed: int) -> Tries:
        from fuzz_targets import TARGETS
        from in_process import Broken, corpus
        from mutations import mutate

        kept = [path.read_bytes() for path in corpus(target)]
        for number in range(most):
            # what was kept is tried as it is first
            data = kept[number] if number < len(kept) else _pick(kept, seed, number, mutate)
            try:
                TARGETS[target](data)
            except Broken as broken:
                yield f"{broken}\n  input: {data!r}"
            else:
                yield None

    return run


def _pick(kept: list[bytes], seed: int, number: int, mutate: Callable[..., bytes]) -> bytes:
    rng = Random(f"{seed} {number}")
    return mutate(rng.choice(kept), kept, rng)


@area("random changes of YAML, JSON and TOML through twelve commands and forms",
      full=28_500, quick=120)  # fmt: skip
def documents(most: int, seed: int) -> Tries:
    """A document can be anything."""
    yield from _changed("document")(most, seed)


@area("documents as Python has them, bent at random, through ten questions of the hub",
      full=28_500, quick=300)  # fmt: skip
def objects(most: int, seed: int) -> Tries:
    """A program can hand over anything as well."""
    from fuzzed_documents import fuzz_documents

    yield from fuzz_documents(most, seed)


@area("example files, bent at random, through six commands", full=262, quick=40)
def examples(most: int, seed: int) -> Tries:
    """And a file can be cut, repeated or be of another format than its name says."""
    from fuzzed_documents import fuzz_files

    yield from fuzz_files(most, seed)


@area("random values of options of `subhub preview`", full=6_000, quick=60)
def options(most: int, seed: int) -> Tries:
    """So can an option."""
    yield from _changed("request")(most, seed)


@area("random answers to the interview, from a pipe", full=2_000, quick=20)
def answers(most: int, seed: int) -> Tries:
    """And what is typed."""
    yield from _changed("answers")(most, seed)


@area(
    "random values of options of `subhub sql`; what comes out is one SELECT", full=1_000, quick=15
)
def sql(most: int, seed: int) -> Tries:
    """Names of tables and columns are names."""
    yield from _changed("sql")(most, seed)


@area("random changes of CSV, JSON Lines and Parquet through `subhub scan`", full=2_000, quick=10)
def scans(most: int, seed: int) -> Tries:
    """A file of rows can be anything too."""
    yield from _changed("table")(most, seed)
