"""The one error that a person at the keyboard is meant to read."""


class CannotStart(Exception):
    """A server can't be had here. The message says what, why and what next; show it without a stack trace."""

    def __init__(self, what: str, why: str, next_step: str) -> None:
        super().__init__(f"{what}\n  Why:  {why}\n  Next: {next_step}")
