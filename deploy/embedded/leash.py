"""A server process on a leash: it can be stopped, killed and started again, and never outlives us."""

import itertools
import json
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from deploy.embedded.problem import CannotStart

GUARD = Path(__file__).with_name("guard.py")


class Leash:
    """Runs a command under its own guard process. Its folder stays over stop and start, until `close`."""

    def __init__(
        self, name: str, folder: Path | None, user: tuple[int, int] | None = None, *, stop: str, quick: str
    ) -> None:
        """`folder` is kept if given, else temporary. `user` is (uid, gid), or None to run as we do.

        `stop` and `quick` name the signals that end it in good order, and fast with its data about to go.
        """
        self.name = name
        self.temporary = folder is None
        self.folder = folder or Path(tempfile.mkdtemp(prefix=f"helhed-{name}-"))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / "server.log"
        self._user = user
        self._signals = {"stop": stop, "kill": "SIGKILL", "let go": quick if self.temporary else stop}
        self._guard: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether the server was started and has neither ended nor been ended."""
        return self._guard is not None and self._guard.poll() is None

    def start(self, command: list[str], answers: Callable[[], bool], timeout_s: float = 60.0) -> None:
        """Start the server and wait until it `answers`; if it never does, CannotStart shows the log's end."""
        if self.running:
            return
        uid, gid = self._user or (None, None)
        order = {
            "command": command,
            "user": uid,
            "group": gid,
            "folder": str(self.folder),
            "log": str(self.log),
            "signals": self._signals,
            "remove": self.temporary,
        }
        self._guard = subprocess.Popen(
            [sys.executable, "-I", "-S", str(GUARD), json.dumps(order)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )
        deadline = time.monotonic() + timeout_s
        while not answers():
            if not self.running or time.monotonic() > deadline:
                raise self._failed(timeout_s)
            time.sleep(0.05)

    def stop(self) -> None:
        """End the server in good order; its data stays."""
        self._tell(b"stop\n")

    def kill(self) -> None:
        """End the server and its children by SIGKILL, as a crash would; its data stays."""
        self._tell(b"kill\n")

    def close(self) -> None:
        """End the server; a temporary folder goes with it."""
        self._tell(b"")
        if self.temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _tell(self, word: bytes) -> None:
        guard, self._guard = self._guard, None
        if guard is None or guard.stdin is None:
            return
        try:
            guard.stdin.write(word)
            guard.stdin.close()
        except BrokenPipeError:
            pass  # the server had ended, and its guard with it
        guard.wait()

    def _failed(self, timeout_s: float) -> CannotStart:
        why = f"no answer in {timeout_s:.0f} s" if self.running else "it ended by itself"
        lines = self.log.read_text(errors="replace").splitlines()[-8:] if self.log.exists() else []
        self.close()
        return CannotStart(
            f"The embedded {self.name} did not start.",
            "\n        ".join([why, *lines]),
            "Do what the log suggests, or use a running server (HELHED_KAFKA, HELHED_POSTGRES).",
        )


def free_port() -> int:
    """A TCP port of 127.0.0.1 that is free now, below the range that the system hands out by itself.

    No port is given twice by one process: whoever was given it may not listen yet.
    """
    while True:
        port = next(_PORTS)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                continue
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


# In an order of each process' own, so that two seldom ask for the same port at once.
_PORTS = itertools.cycle(random.sample(range(15_000, 32_000), 17_000))
