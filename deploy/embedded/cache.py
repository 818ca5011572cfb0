"""The folder that keeps what is costly to fetch or make, shared by all checkouts and runs."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.embedded.problem import CannotStart

Make = Callable[[Path], None]


def folder() -> Path:
    """The cache folder, made if missing: $HELHED_CACHE, for root /var/cache/helhed, else under ~/.cache.

    Root's is readable for all, since PostgreSQL runs from it as another user.
    Raises CannotStart if it can't be made.
    """
    path = _place()
    try:
        path.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            path.chmod(0o755)
    except OSError as error:
        raise CannotStart(
            f"The cache folder {path} can't be made.",
            str(error),
            "Set HELHED_CACHE to a folder that you may write to.",
        ) from error
    return path


def made_once(name: str, make: Make) -> Path:
    """The folder `name` in the cache; the first caller on the machine has `make` fill it, others wait.

    It appears under its name only when `make` has returned, so what is there is whole.
    """
    target = folder() / name
    if target.exists():
        return target
    with alone(name):
        if not target.exists():
            draft = target.with_name(f"{name}.draft")
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            if os.geteuid() == 0:
                draft.chmod(0o755)
            make(draft)
            draft.rename(target)
    return target


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Hold the machine-wide lock `name`: one process at a time, released also if the process dies."""
    path = folder() / f"{name}.lock"
    try:
        lock = path.open("w")
    except OSError as error:
        raise CannotStart(
            f"The cache folder {path.parent} can't be written to.",
            str(error),
            "Set HELHED_CACHE to a folder of your own.",
        ) from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _place() -> Path:
    if chosen := os.environ.get("HELHED_CACHE"):
        return Path(chosen).absolute()
    if os.geteuid() == 0:
        return Path("/var/cache/helhed")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "helhed"
