"""Outcome targets: counted from facts, never typed, and shown without anybody who could be recognised. T01 to T14, T24."""
