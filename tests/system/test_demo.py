"""The demo, as somebody new starts it: it tells a family's story and ends by itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.embedded.given import Servers

pytestmark = pytest.mark.long
_ROOT = Path(__file__).parents[2]


def test_it_tells_a_family_s_story_and_leaves_nothing_running(servers: Servers) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "deploy.demo", "--family", "1", "--once"],
        cwd=_ROOT,
        env={**os.environ, "HELHED_KAFKA": servers.kafka, "HELHED_POSTGRES": servers.postgres},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert told.returncode == 0, told.stderr[-2_000:]
    heard = told.stdout
    assert "-> plans.ApprovePlan" in heard
    assert "=> helhed.plans.plan-approved.v1" in heard
    assert "The same plan for everybody around the family" in heard
    assert "Her open stream ended" in heard
    assert "The year that followed" in heard
    assert heard.rstrip().endswith("Everything is stopped.")
    assert not told.stderr
