"""Any number of plausible families for load: decided by a seed, played through the public APIs."""
