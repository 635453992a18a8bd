"""``--ui-lang``: what stands on the platform's screens, in the language of who reads those."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from subhub.cli import language

Run = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = str(EXAMPLES / "squarespace-annual-now.yaml")


@pytest.mark.parametrize(
    "arguments",
    [
        ("preview", PLAN),
        ("timeline", PLAN),
        ("compare", PLAN),
        ("best", PLAN, "--goal", "refund"),
        ("unblock", PLAN),
        ("agenda", PLAN),
    ],
)
def test_every_command_that_answers_knows_it(run: Run, arguments: tuple[str, ...]) -> None:
    run(*arguments, "--ui-lang", "both")
    assert language.ui() == "both"

    run(*arguments)
    assert language.ui() is None


def test_another_language_is_refused(run: Run) -> None:
    failed = run("preview", PLAN, "--ui-lang", "fr")

    assert failed.code == 2
    assert "--ui-lang" in failed.err
