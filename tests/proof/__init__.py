"""Proves rules by switching them off: which test sees a refusal, and which fails without it. `python -m tests.proof`."""
