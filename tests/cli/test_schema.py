"""The JSON Schema of a platform's documents, and of what is printed as an answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from subhub.model.cancellation import SCHEMA_VERSION

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = sorted(
    path
    for path in [*EXAMPLES.iterdir(), *(EXAMPLES / "portfolio").iterdir()]
    if path.suffix in (".yaml", ".json", ".toml")
)


def test_the_schema_of_documents(run):
    schema = json.loads(run("schema", "impact").out)
    assert schema["properties"]["platform"]["const"] == "impact"
    assert schema["additionalProperties"] is False


def closed(schema: Any) -> Any:
    """The schema with every key that it does not name forbidden."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    return made | {"additionalProperties": False} if "properties" in schema else made


@pytest.fixture
def check(run):
    jsonschema = pytest.importorskip("jsonschema")
    schema = closed(json.loads(run("schema", "--answer").out))
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    return validator(schema, format_checker=validator.FORMAT_CHECKER).validate


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_printed_is_what_the_schema_says(run, check, path, lang):
    given = ("--format", "json", "--lang", lang, "--on", "2026-11-21")
    sellers = [("--actor", "seller")] if "expa" in path.name else []
    for asked in [(), ("--explain",), *sellers]:
        printed = json.loads(run("preview", str(path), *given, *asked).out)
        assert ("explanation" in printed) == ("--explain" in asked)
        check(printed)
        assert printed["schema_version"] == SCHEMA_VERSION


def test_the_schema_tells_a_wrong_answer(run, check):
    import jsonschema

    path = DOCUMENTS[0]
    printed = json.loads(run("preview", str(path), "--format", "json", "--on", "2026-11-21").out)
    for wrong in ({"verdict": "perhaps"}, {"sentence": None}, {"on": "soon"}, {"blockers": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            check(printed | wrong)
    del printed["unknown"]
    with pytest.raises(jsonschema.ValidationError):
        check(printed)


def test_the_schema_that_is_printed_describes_every_key(run):
    schema = json.loads(run("schema", "--answer").out)
    assert schema["$schema"].endswith("2020-12/schema")
    assert {"schema_version", "settlements", "sentence"} <= set(schema["required"])
    assert set(schema["properties"]) - set(schema["required"]) == {"explanation"}
    assert '"additionalProperties": true' not in json.dumps(schema)
    for part in schema["$defs"].values():
        assert part.get("required", []) == list(part.get("properties", {}))


def test_help_of_the_schema_of_answers_in_japanese(run):
    assert "回答" in run("schema", "--help", "--lang", "ja").out
