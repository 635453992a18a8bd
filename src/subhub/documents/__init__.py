"""Subscription documents as files: read safely, with the line of everything in them.

YAML, JSON and TOML come out as the same plain values. What only one of them can say, and
what could surprise or harm a reader (anchors, tags, duplicate keys), is refused.
"""

from subhub.documents.document import Document
from subhub.documents.finder import find
from subhub.documents.reader import parse, read

__all__ = ["Document", "find", "parse", "read"]
