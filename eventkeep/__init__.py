"""Keeps events: store, relay, consumer, projection, edge. It knows nothing of families, plans or goals."""
