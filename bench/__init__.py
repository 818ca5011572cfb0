"""How fast it is, beside how fast it could be: ratios of rounds that alternate in the same minutes."""
