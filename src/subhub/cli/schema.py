"""``subhub schema``: the JSON Schema of documents and of answers, for editors and programs."""

from __future__ import annotations

from typing import Any

import click

from subhub.cli.options import Taught, lang_option, platform_argument


def _of_answers(context: click.Context, _param: click.Parameter, wanted: bool) -> None:
    """Print the schema of answers and leave: it is the same for every platform."""
    if wanted and not context.resilient_parsing:
        from subhub.model.explanation import ExplainedCancellation

        schema = ExplainedCancellation.model_json_schema(mode="serialization")
        schema["required"].remove("explanation")  # only with --explain
        _print(schema)
        context.exit()


@click.command("schema", cls=Taught)
@platform_argument
@click.option("--answer", is_flag=True, is_eager=True, expose_value=False, callback=_of_answers,
              help="Instead: the schema of what `preview --format json` prints.")  # fmt: skip
@lang_option
def command(platform: str) -> None:
    """Print the JSON Schema of PLATFORM's documents, or of answers.

    Editors complete and check documents with it; programs read answers by it.

    \b
      subhub schema PLATFORM > schema.json
      subhub schema --answer > answer.json
    """
    from subhub.hub.registry import Registry
    from subhub.model.request import with_block

    _print(with_block(Registry().adapter(platform).schema()))


def _print(described: dict[str, Any]) -> None:
    from subhub.cli.showing import show_json

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    show_json(schema | described)
