"""The meeting place: installed adapters, and the questions one can ask of them."""

from subhub.hub.hub import Hub

__all__ = ["Hub"]
