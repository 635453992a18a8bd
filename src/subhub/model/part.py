"""Part: what every result is made of, frozen all the way down, so that it can be hashed."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Certainty = Literal["certain", "possible"]


class Part(BaseModel):
    """A result or a part of one. Equal by what it says; hashable, pickled, shared freely."""

    model_config = ConfigDict(
        frozen=True, defer_build=True, json_schema_serialization_defaults_required=True
    )
