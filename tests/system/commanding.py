"""The command line as operations and professionals use it, against a running platform."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from deploy.platform.processes import Platform
from tests.system.family import Family


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """What it said with --json, one object a line."""
        return [json.loads(each) for each in self.out.splitlines()]


def helhed(
    platform: Platform, *words: str, service: str = "overview", settings: Mapping[str, str] | None = None
) -> Done:
    """A command, with the settings of a service and some of one's own."""
    command = platform.command(service, service, "services.cli", settings or {})
    done = subprocess.run([*command, *words], capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    return Done(done.returncode, done.stdout, done.stderr)


def asked_as(family: Family, token: str, *words: str) -> Done:
    """A command that asks overview, as the caller of a token."""
    file = family.platform.folder / "caller-token"
    file.write_text(token)
    settings = {
        "HELHED_CALLER_TOKEN_FILE": str(file),
        "HELHED_OVERVIEW_ADDRESS": family.platform.address("overview"),
    }
    return helhed(family.platform, *words, settings=settings)
