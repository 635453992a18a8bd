"""What can be learnt from a policy: what is known, when it changes, and why."""
