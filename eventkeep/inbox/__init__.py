"""What others' systems send as CloudEvents: each message becomes one command, once and only once, and is answered."""
