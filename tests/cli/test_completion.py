"""Scripts and values for completion in a shell."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(run, shell):
    ran = run("completion", shell)
    assert ran.code == 0
    assert "_SUBHUB_COMPLETE" in ran.out


@pytest.mark.parametrize(
    "words, begun, offered",
    [
        (["pre"], "pre", {"preview"}),
        (["rules", "s"], "s", {"squarespace"}),
        (["preview", "x.yaml", "--mode", "p"], "p", {"period_end"}),
        (["preview", "x.yaml", "--lang", ""], "", {"en", "ja", "en,ja", "ja,en"}),
    ],
)
def test_completion_offers_values(installed, words, begun, offered):
    ran = installed(
        _SUBHUB_COMPLETE="bash_complete", COMP_WORDS=" ".join(["subhub", *words]),
        COMP_CWORD=str(len(words)),
    )  # fmt: skip
    assert {line.partition(",")[2] for line in ran.out.splitlines()} == offered
