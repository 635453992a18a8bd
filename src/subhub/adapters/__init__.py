"""The platforms subhub knows itself; each comes in by the same door as a stranger's."""
