"""A policy as generated Python."""
