"""Makes the gym of the examples importable: right itself, and what wrong adapters are made of."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "examples" / "gym-adapter" / "src"))
sys.path.insert(0, str(Path(__file__).parent))
