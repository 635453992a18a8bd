"""How tests are run, wherever they stand."""

from __future__ import annotations

from hypothesis import settings

# speed is measured in benchmarks/: a busy machine makes no test fail
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
