"""A policy as one SELECT."""
