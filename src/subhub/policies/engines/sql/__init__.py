"""A policy as one SELECT: a plan of columns written as SQL.

``emit`` writes the nodes and the statement, ``calendar`` the business days, and ``dialects``
holds what differs from one engine to the next, a class for each that differs.
"""
