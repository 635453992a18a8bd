"""Part: what every result is made of, frozen all the way down, so that it can be hashed."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict

from subhub.model.deferred import Deferred

Certainty = Literal["certain", "possible"]


class Part(Deferred):
    """A result or a part of one. Equal by what it says; hashable, pickled, shared freely."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)
