"""A small process between us and a server: whatever happens to us, the server ends and its folder goes.

Run as a script, without anything but the standard library. Its argument is an order (see `leash.py`); on its
standard input it is told `stop` or `kill`. If that closes, its owner has let go or died, be it by kill -9.
"""

import contextlib
import ctypes
import json
import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
PATIENCE_S = 30.0


def main(order: dict[str, Any]) -> int:
    """Run the server until told otherwise; returns 0 when it was asked to end, 1 when it ended by itself."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc:
        libc.prctl(
            PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0
        )  # orphans of the server become ours, so that none is lost

    def die_with_guard() -> None:
        if libc:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)

    user = (
        {} if order["user"] is None else {"user": order["user"], "group": order["group"], "extra_groups": []}
    )
    with open(order["log"], "ab") as log:
        server = subprocess.Popen(
            order["command"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=order["folder"],
            start_new_session=True,
            preexec_fn=die_with_guard,  # safe: this process has one thread
            **user,
        )
    word = wait_for_word(server)
    if word != "crashed":
        end(server, signal.Signals[order["signals"][word]])
    kill_orphans()
    if word == "let go" and order["remove"]:
        shutil.rmtree(order["folder"], ignore_errors=True)
    return 1 if word == "crashed" else 0


def wait_for_word(server: "subprocess.Popen[bytes]") -> str:
    """What to do next: `stop`, `kill`, `let go` (the owner closed the line or is gone) or `crashed`."""
    owner = os.getppid()
    while server.poll() is None:
        if os.getppid() != owner:
            return "let go"
        if select.select([0], [], [], 0.2)[0]:
            return os.read(0, 16).decode().strip() or "let go"
    return "crashed"


def end(server: "subprocess.Popen[bytes]", how: signal.Signals) -> None:
    server.send_signal(how)
    try:
        server.wait(PATIENCE_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def kill_orphans() -> None:
    """Kill what the server left behind (PostgreSQL's backends after kill -9), where children are listed."""
    listing = Path(f"/proc/self/task/{os.getpid()}/children")
    while listing.exists() and (orphans := listing.read_text().split()):
        for orphan in map(int, orphans):
            with contextlib.suppress(ProcessLookupError):
                os.kill(orphan, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(orphan, 0)


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
