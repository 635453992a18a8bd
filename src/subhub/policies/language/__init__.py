"""What a policy is written in: facts, expressions, decision tables, citations, checks."""
