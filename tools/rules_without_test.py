"""Which rules have no test? Prints every one, and exits with 1 where there is any.

A rule of tests/cases/rules.txt needs a case that names it under `because` (and not under
`absent` only), and a page in the sources of its adapter or, for a reading, a place among
the readings of a policy.
"""

from __future__ import annotations

import sys
from pathlib import Path

from subhub.documents import read
from subhub.hub.registry import Registry

CASES = Path(__file__).parents[1] / "tests" / "cases"


def rules(text: str) -> list[str]:
    """The ids at the beginning of each line that is not empty and no comment."""
    lines = (line.split(maxsplit=1) for line in text.splitlines())
    return [words[0] for words in lines if words and not words[0].startswith("#")]


def shown_by_cases() -> set[str]:
    """The ids that at least one case exercises."""
    shown: set[str] = set()
    for path in CASES.glob("*/*.yaml"):
        for case in read(path).data["cases"]:
            shown |= set(case["because"]) - set(case.get("absent", ()))
    return shown


def known_to_adapters() -> set[str]:
    """The ids that a page of an adapter has, or a policy as a reading."""
    known: set[str] = set()
    for adapter in Registry().working()[0]:
        for policy in adapter.editions():
            known |= {each.id for each in policy.sources}
            known |= {each.id for intent in policy.intents for each in intent.row_readings}
            if policy.edition.in_force is None:
                known.add("A-EDITION")
    return known


def missing(wanted: list[str], shown: set[str], known: set[str]) -> list[str]:
    """One line for each rule without a case, without a source, or that nobody listed."""
    return [
        *(f"{rule}: no case" for rule in wanted if rule not in shown),
        *(f"{rule}: no adapter knows it" for rule in wanted if rule not in known),
        *(f"{rule}: not in rules.txt" for rule in sorted(shown - set(wanted))),
    ]


def main() -> int:
    """Print what is missing; 0 where nothing is."""
    wanted = rules((CASES / "rules.txt").read_text(encoding="utf-8"))
    lines = missing(wanted, shown_by_cases(), known_to_adapters())
    print("\n".join(lines), end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
