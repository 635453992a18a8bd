"""On Spark the work stays on the cluster: nothing is collected, nothing runs in Python."""

from __future__ import annotations

from typing import Any

import pytest
from engines import spark, spark_frame
from rows import HUB, PLATFORMS, rows

from subhub.policies.engines.columns.outputs import OUTPUTS


def physical(frame: Any) -> str:
    return str(frame._jdf.queryExecution().executedPlan().toString())


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_plan_is_projections_only(platform: str) -> None:
    frame = spark_frame(platform, rows(platform, 20, 0.3)).localCheckpoint()
    tracker = spark().sparkContext.statusTracker()
    before = len(tracker.getJobIdsForGroup())
    found = HUB.preview_table(frame, platform=platform, on="on")
    assert len(tracker.getJobIdsForGroup()) == before, "it ran something already"
    assert type(found) is type(frame)
    assert found.columns == [*frame.columns, *OUTPUTS]
    plan = physical(found)
    assert "Project" in plan
    for foreign in ("Python", "Pandas", "Arrow", "Join", "Exchange", "Sort"):
        assert foreign not in plan, foreign


@pytest.mark.filterwarnings("ignore::FutureWarning")  # about the pandas that is installed
def test_a_python_function_would_be_noticed() -> None:
    frame = spark_frame("impact", rows("impact", 3, 0.3))  # skips where Spark is missing
    from pyspark.sql.functions import udf

    assert "Python" in physical(frame.withColumn("x", udf(lambda value: value)("status")))
