"""The ways to ask a policy: the reference evaluator, and the engines that must agree with it."""
