"""Named places in the work where a test may stop the process, as a crash would. Off unless HELHED_CRASH_AT is set.

Settings hand the name in; nothing here reads the environment.
"""

import os
import signal

_crash_at: list[str] = []


def crash_at(name: str) -> None:
    """From now on, reaching the step with this name kills the process (SIGKILL)."""
    _crash_at.append(name)


def step(name: str) -> None:
    """A step is reached."""
    if name in _crash_at:
        os.kill(os.getpid(), signal.SIGKILL)
