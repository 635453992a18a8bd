"""A policy as columns of a frame, in four steps.

``lower`` turns the expressions of a policy into ``nodes``, operations on whole columns.
``plan`` puts together what is asked: every output as one node, and what makes a row invalid.
``stages`` orders what several outputs share into columns of their own. A backend writes them:
``run`` hands a frame to :mod:`.polars` or to :mod:`.narwhals`, SQL is
:mod:`subhub.policies.engines.sql`.
"""
