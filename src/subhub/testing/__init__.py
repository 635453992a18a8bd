"""For those who write an adapter: random facts, and the checks every adapter has to pass.

In the adapter's own test suite::

    from subhub.testing import check_adapter

    def test_adapter():
        check_adapter(GymAdapter())
"""

from subhub.testing.conformance import check_adapter, check_generated
from subhub.testing.random_facts import random_facts

__all__ = ["check_adapter", "check_generated", "random_facts"]
