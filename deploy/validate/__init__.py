"""What a cluster or Docker would refuse, found without either: the same code that they use, or the same schemas."""
