"""What contacts promises: its events, and (generated) its gRPC API and schemas."""
