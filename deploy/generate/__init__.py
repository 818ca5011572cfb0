"""What is generated from event and command classes: .proto, field numbers, messages, JSON Schemas."""
