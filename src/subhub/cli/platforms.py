"""``subhub platforms``: what is installed, and what each platform offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from subhub.cli.options import Taught, output_options, working

if TYPE_CHECKING:
    from subhub.plugin import Adapter
    from subhub.policies.language.policy import Intent
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

    adapters, broken = working()
    codes = [report(error) for error in broken]
    if form == "json":
        import json

        click.echo(json.dumps([described(each) for each in adapters], ensure_ascii=False, indent=2))
    else:
        from subhub.cli.page_printer import printer

        show = printer(form, color)
        for number, adapter in enumerate(adapters):
            if number and form == "text":
                click.echo()
            show(_page(adapter))
    return ERROR if codes and not adapters else 0


def described(adapter: Adapter) -> dict[str, Any]:
    """What the platform offers, as plain values."""
    policy = adapter.editions()[-1]
    return {
        "platform": adapter.platform,
        "title": adapter.title,
        "products": products(adapter),
        "intents": [
            {"intent": each.name, "modes": list(each.modes), "actors": list(each.actors)}
            for each in policy.intents
        ],
        "automated": sorted(adapter.automated),
        "edition": policy.edition.name,
        "checked_on": policy.edition.checked.isoformat(),
    }


def products(adapter: Adapter) -> list[str]:
    """The products a document of the platform can name."""
    from subhub.policies.language.facts import facts

    known = facts(adapter.subscription()).all()
    return list(known["product"].domain) if "product" in known else []


def _page(adapter: Adapter) -> Page:
    from subhub.cli.speech import speech
    from subhub.render.page import Line, Page

    said = speech(adapter)
    policy = adapter.editions()[-1]
    about = said.say("ui-edition-checked", edition=policy.edition.name, day=policy.edition.checked)
    page = Page(adapter.title, f"`platform: {adapter.platform}` · {about}", [])
    page.add(said.say("ui-products"), [
        Line(f"`{each}`", notes=(said.say(f"product-{each}"),)) for each in products(adapter)
    ])  # fmt: skip
    page.add(said.say("ui-intents"), [_intent(each, said) for each in policy.intents], near=True)
    automated = [Line(said.say(f"step-{code}")) for code in sorted(adapter.automated)]
    page.add(said.say("ui-automated"), automated or [Line(said.say("ui-all-by-hand"))], near=True)
    return page


def _intent(intent: Intent, said: Words) -> Any:
    from subhub.render.page import Line

    inner = [
        Line(f"`{code}`", mark=f"--{kind}", notes=(said.say(f"{kind}-{code}"),))
        for kind, codes in (("mode", intent.modes), ("actor", intent.actors))
        for code in codes
    ]
    called = said.say(f"intent-{intent.name}")
    return Line(f"`{intent.name}`", mark="--intent", notes=(called,), inner=inner)
