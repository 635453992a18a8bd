"""Proofs about a policy itself: which rows can decide, whose order matters, what always holds."""
