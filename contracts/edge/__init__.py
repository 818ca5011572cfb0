"""What every gRPC call of Helhed carries, whichever service answers."""
