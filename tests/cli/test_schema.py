"""The JSON Schema of a platform's documents."""

from __future__ import annotations

import json


def test_schema(run):
    schema = json.loads(run("schema", "impact").out)
    assert schema["properties"]["platform"]["const"] == "impact"
    assert schema["additionalProperties"] is False
