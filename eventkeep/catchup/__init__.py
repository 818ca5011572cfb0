"""A store's history over gRPC: served by its owner, read for rebuilds and repairs."""
