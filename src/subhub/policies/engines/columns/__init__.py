"""A policy as columns of a frame."""
