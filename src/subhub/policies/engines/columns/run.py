"""A plan run on a frame, where the frame lives: the one place that chooses the backend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from subhub.policies.engines.columns.plan import Plan
from subhub.policies.engines.columns.stages import stage

if TYPE_CHECKING:
    import narwhals as nw

#: what the names of all columns made on the way begin with
PREFIX = "_subhub_"


def with_outputs(frame: nw.LazyFrame[Any], plan: Plan, wanted: Iterable[str], money: Any) -> Any:
    """``frame`` with the ``wanted`` outputs; ``money`` is the dtype of its amounts."""
    wanted = list(wanted)
    staged = stage(plan, wanted, PREFIX)
    if frame.implementation.is_polars():
        from subhub.policies.engines.columns import polars

        return polars.with_outputs(frame, plan, wanted, staged, money)
    from subhub.policies.engines.columns import narwhals

    return narwhals.with_outputs(frame, plan, wanted, staged, money)
