"""Named places in the work where a test may stop the process, as a crash would. Off unless HELHED_CRASH_AT is set.

Settings hand the names in; nothing here reads the environment.
"""

import os
import signal

_left: dict[str, int] = {}


def crash_at(names: str) -> None:
    """From now on, reaching the step kills the process (SIGKILL): `published`, or `published:3` for the third time.
    Several steps are separated by commas: the first one that is reached counts."""
    for each in names.split(","):
        name, _, times = each.partition(":")
        _left[name] = int(times or 1)


def step(name: str) -> None:
    """A step is reached."""
    if name not in _left:
        return
    _left[name] -= 1
    if _left[name] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
