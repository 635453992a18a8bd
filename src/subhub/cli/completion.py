"""``subhub completion``: the script that lets a shell complete commands, options and values."""

from __future__ import annotations

import click

from subhub.cli.misuse import Choice
from subhub.cli.options import Taught, lang_option

SHELLS = ("bash", "zsh", "fish")


@click.command("completion", cls=Taught)
@click.argument("shell", type=Choice(SHELLS))
@lang_option
def command(shell: str) -> None:
    """Print the script that completes commands, options and platforms in your shell.

    \b
      bash    echo 'eval "$(subhub completion bash)"' >> ~/.bashrc
      zsh     echo 'eval "$(subhub completion zsh)"' >> ~/.zshrc
      fish    subhub completion fish > ~/.config/fish/completions/subhub.fish
    """
    from click.shell_completion import get_completion_class

    from subhub.cli.app import app
    from subhub.cli.showing import put_text

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - click knows the three that can be chosen
    complete = kind(app, {}, "subhub", "_SUBHUB_COMPLETE")
    # not source(): it would start the shell to look at its version
    put_text(complete.source_template % complete.source_vars())
