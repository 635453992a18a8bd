"""``subhub ask``: an interview that asks only what matters, and writes the document."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

from subhub.cli import request_options as shared
from subhub.cli.options import Taught, complete_platforms, lang_option
from subhub.cli.showing import put_lines, put_text, show
from subhub.documents.contents import is_there

if TYPE_CHECKING:
    from subhub.cli.interview import Interview
    from subhub.hub import Hub

#: the answers ended too early, or one did not fit
NOT_ANSWERED, INTERRUPTED = 1, 130


@click.command("ask", cls=Taught)
@click.argument("platform", required=False, shell_complete=complete_platforms)
@click.argument("file", metavar="[FILE]", required=False, type=click.Path())
@click.option("-o", "--output", metavar="FILE",
              help="Where to write the document; by default to the screen.")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that already exists.")
@shared.on
@shared.mode
@shared.actor
@shared.intent
@shared.ui_lang
@lang_option
def command(
    platform: str | None, file: str | None, output: str | None, force: bool, **request: Any
) -> int:
    """Answer questions about a subscription, and see what cancelling gives.

    Asks for the platform, the way and who does it where they are not told, then the fact that
    settles most, then the next, and nothing that cannot change the answer. FILE holds what is
    known already. Press Enter (or ?) if you do not know; `back` goes back, `quit` ends.
    Ctrl-C keeps what was answered in a file.

    Exit code 1 where the answers come from a pipe and end too early, or one does not fit.

    \b
      subhub ask
      subhub ask PLATFORM -o mine.yaml
      subhub ask mine.yaml
      subhub ask PLATFORM mine.yaml -o mine.yaml
    """
    from subhub.cli.answers import page_of
    from subhub.cli.asking import Asking
    from subhub.cli.interview import Interview, written
    from subhub.cli.saving import save
    from subhub.errors import RequestError
    from subhub.hub import Hub

    hub = Hub()
    known, file = _known(hub, platform, file)
    if output and output != file and not force and is_there(output):
        raise RequestError("path_exists", path=output)
    interview = Interview(hub, known, request)
    try:
        interview.run()
    except KeyboardInterrupt:
        _keep(interview, output)
        return INTERRUPTED
    if "platform" not in interview.document:
        return _end(interview)
    text = written(interview.document)
    if output:
        save(output, text.encode())
        put_lines(interview.said.say("ask-written", file=output), "")
    else:
        put_text(text)
    show("text", "auto", page_of(interview.asked(), Asking(request)))
    put_lines("", *_what_next(interview, output))
    return _end(interview)


def _known(hub: Hub, platform: str | None, file: str | None) -> tuple[dict[str, Any], str | None]:
    """What is known already, and the file it is from; one argument may be either."""
    from subhub.documents import read
    from subhub.errors import RequestError

    known_names = hub.registry.platforms()
    if platform and not file and platform not in known_names and is_there(platform):
        platform, file = None, platform
    if platform:
        hub.registry.adapter(platform)
    if file == "-":
        raise RequestError("answers_come_from_there")
    known = read(file).data if file else {}
    if platform and known.setdefault("platform", platform) != platform:
        other = known["platform"]
        raise RequestError("other_platform", path=file, other=other, platform=platform)
    if known:
        hub.request(known, file=file or "")
    return known, file


def _keep(interview: Interview, output: str | None) -> None:
    """Write what was answered so far, and say where."""
    from itertools import count

    from subhub.cli.interview import written
    from subhub.cli.saving import save

    if not interview.answered or "platform" not in interview.document:
        return
    platform = interview.document["platform"]
    names = (f"{platform}-answers{'' if n == 1 else f'-{n}'}.yaml" for n in count(1))
    path = output or next(name for name in names if not is_there(name))
    save(path, written(interview.document).encode())
    put_lines("", interview.said.say("ask-kept", file=path), err=True)


def _what_next(interview: Interview, file: str | None) -> list[str]:
    """The commands that pay next, as they can be typed."""
    name = shlex.quote(file) if file else "mine.yaml"
    title = interview.said.say("ask-next" if file else "ask-save", file=name)
    commands = [f"  subhub {command} {name}" for command in ("compare", "timeline", "preview")]
    return [title, *commands]


def _end(interview: Interview) -> int:
    """The exit code; what went wrong with the answers is told."""
    if interview.ended:
        put_lines("subhub: " + interview.said.say("ask-ended"), err=True)
    if interview.wrong:
        put_lines("subhub: " + interview.said.say("ask-wrong"), err=True)
    return NOT_ANSWERED if interview.ended or interview.wrong else 0
