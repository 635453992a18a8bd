"""``subhub schema``: the JSON Schema of a platform's documents, for editors and other tools."""

from __future__ import annotations

import click

from subhub.cli.options import Taught, lang_option, platform_argument


@click.command("schema", cls=Taught)
@platform_argument
@lang_option
def command(platform: str) -> None:
    """Print the JSON Schema of PLATFORM's documents.

    Editors complete and check documents with it.

    \b
      subhub schema PLATFORM > schema.json
    """
    import json

    from subhub.hub.registry import Registry
    from subhub.model.request import with_block

    model = Registry().adapter(platform).subscription()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= with_block(model.model_json_schema())
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
