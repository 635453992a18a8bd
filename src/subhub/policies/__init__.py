"""The thinking: facts, expressions, cited tables, and the ways of asking them; pure."""
