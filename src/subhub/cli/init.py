"""``subhub init``: a commented document to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from subhub.cli.options import Taught, lang_option, platform_argument


@click.command("init", cls=Taught)
@platform_argument
@click.option("-o", "--output", metavar="FILE", help="Where to write it; by default to the screen.")
@click.option("--force", is_flag=True, help="Write over a file that already exists.")
@lang_option
def command(platform: str, output: str | None, force: bool) -> int:
    """Write a document for PLATFORM: every key with what it means and where to look it up.

    Fill in what you know and leave the rest; what matters and is missing is named when you
    ask.

    \b
      subhub init PLATFORM
      subhub init PLATFORM -o mine.yaml
    """
    from subhub.cli.blank import blank
    from subhub.cli.showing import put_text
    from subhub.hub.registry import Registry

    text = blank(Registry().adapter(platform))
    if output is None:
        put_text(text, end="")
        return 0
    return _write(Path(output), text, force=force)


def _write(path: Path, text: str, *, force: bool) -> int:
    from subhub.cli.saving import save
    from subhub.errors import DocumentError, Problem

    content, made = text.encode(), False
    if force:
        save(str(path), content)
        return 0
    try:
        with path.open("xb") as stream:  # a file that appears in between is not written over
            made = True
            stream.write(content)
    except FileExistsError:
        raise DocumentError([Problem("file_exists", file=str(path))]) from None
    except (OSError, ValueError) as error:
        if made:
            path.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError([Problem("unwritable", file=str(path), reason=reason)]) from None
    return 0
