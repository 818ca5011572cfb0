"""The gRPC edge: message -> command -> handler -> answer, the same for every service."""
