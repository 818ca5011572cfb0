"""What Docker or a cluster would refuse, found without either: by the same code, or the same schemas."""
