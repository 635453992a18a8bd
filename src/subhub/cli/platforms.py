"""``subhub platforms``: what is installed, and what each platform offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from subhub.cli.options import Taught, load_adapters, output_options

if TYPE_CHECKING:
    from subhub.model.platform import Offer, Platform
    from subhub.render.page import Page
    from subhub.words import Words


@click.command("platforms", cls=Taught)
@output_options("text", "json", "markdown")
def command(form: str, color: str) -> int:
    """The platforms that are installed: their products, and what can be asked of each.

    A platform whose package cannot be loaded is reported on standard error and left out.

    \b
      subhub platforms
      subhub platforms --format json
    """
    from subhub.cli.failures import ERROR, report
    from subhub.cli.language import said_by
    from subhub.cli.showing import put_lines, show, show_json
    from subhub.errors import AdapterBroken
    from subhub.hub import Hub

    adapters, broken = load_adapters()
    codes = [report(error) for error in broken]
    hub = Hub(adapters)
    if form == "json":
        show_json([each.model_dump(mode="json") for each in hub.platforms()])
    else:
        pages = []
        for each in hub.platforms():
            try:
                pages.append(_page(each, said_by(hub.registry.adapter(each.platform))))
            except AdapterBroken as error:  # its words are broken
                codes.append(report(error))
        for number, page in enumerate(pages):
            if number and form == "text":
                put_lines()
            show(form, color, page)
    return ERROR if codes and not adapters else 0


def _page(platform: Platform, said: Words) -> Page:
    from subhub.render.page import Line, Page

    about = said.say("ui-edition-checked", edition=platform.edition, day=platform.checked_on)
    page = Page(platform.title, f"`platform: {platform.platform}` · {about}", [])
    page.add(said.say("ui-products"), [
        Line(f"`{each}`", notes=(said.say(f"product-{each}"),)) for each in platform.products
    ])  # fmt: skip
    page.add(said.say("ui-intents"), [_offer(each, said) for each in platform.intents], near=True)
    automated = [Line(said.say(f"step-{code}")) for code in platform.automated]
    page.add(said.say("ui-automated"), automated or [Line(said.say("ui-all-by-hand"))], near=True)
    if platform.slow:
        calls = [Line(f"`{each}`", notes=(said.say("ui-slow-call"),)) for each in platform.slow]
        page.add(said.say("ui-slow"), calls, near=True)
    return page


def _offer(offer: Offer, said: Words) -> Any:
    from subhub.render.page import Line

    inner = [
        Line(f"`{code}`", mark=f"--{kind}", notes=(said.say(f"{kind}-{code}"),))
        for kind, codes in (("mode", offer.modes), ("actor", offer.actors))
        for code in codes
    ]
    called = said.say(f"intent-{offer.intent}")
    return Line(f"`{offer.intent}`", mark="--intent", notes=(called,), inner=inner)
