"""The command line. This module stays light: a start that only prints help imports click alone."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

#: what shells report for a program ended by Ctrl-C, and by a reader that went away
INTERRUPTED, PIPE_CLOSED = 130, 141


def command() -> None:
    """The installed ``subhub``: :func:`main`, then the end of the process at once.

    Taking hundreds of modules apart again would cost a tenth of a short run.
    """
    try:
        main()
    except SystemExit as end:
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)


def main(argv: Sequence[str] | None = None) -> None:
    """Run ``subhub``; always ends in ``SystemExit`` and never shows a traceback."""
    # looking for cycles among what imports leave behind would take a twentieth of a short run
    gc.set_threshold(100_000, 50, 50)
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        # a terminal that cannot show a character shows a mark instead of failing
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # what is still buffered would raise again when Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = PIPE_CLOSED
    except OSError as error:  # a full disk, a device that takes nothing
        _unprinted(error)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def _open_closed_streams() -> None:
    """Let a stream that was closed (``>&-``) take all and give nothing.

    Left closed, the next file that is opened would stand where standard output was.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _run(arguments: list[str]) -> int:
    from subhub.cli import language

    language.choose(arguments)
    import click

    from subhub.cli import failures
    from subhub.cli.app import app
    from subhub.cli.showing import put
    from subhub.errors import SubhubError
    from subhub.render.encoders import plain

    failures.listen(arguments)
    try:
        code = app.main(arguments, prog_name="subhub", standalone_mode=False)
    except click.exceptions.Exit as error:
        code = error.exit_code
    except click.Abort:
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        put(plain(error.format_message()), err=True)
        return failures.USAGE
    except click.ClickException as error:
        from subhub.cli.misuse import understood

        code = failures.report(understood(error))
    except SubhubError as error:
        code = failures.report(error)
    finally:
        failures.finish()
    return code if isinstance(code, int) else 0


def _unprinted(error: OSError) -> None:
    from subhub.cli import failures
    from subhub.errors import SubhubError

    failures.report(SubhubError("output_failed", reason=error.strerror or str(error)))
    failures.finish()
