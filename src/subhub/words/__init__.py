"""Words: every code as a sentence, in English and in Japanese.

The sentences stand in Fluent catalogues: ``locale/{en,ja}.ftl`` here for what platforms
share, one pair beside each adapter. Nothing below this floor knows a sentence.
"""

from subhub.words.catalogue import LANGUAGES, Words, words
from subhub.words.say import say

__all__ = ["LANGUAGES", "Words", "say", "words"]
