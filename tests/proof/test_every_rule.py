"""Every refusal with a rule: a test sees it, and one that sees it fails when this one refusal is switched off."""

import subprocess
import sys

import pytest

from tests.proof.rewriting import ROOT


@pytest.mark.long
def test_every_rule_is_missed_when_it_is_switched_off() -> None:
    """In a process of its own, where services can be rewritten before anybody imports them."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.proof"], cwd=ROOT, capture_output=True, text=True, timeout=1_500
    )
    print(ran.stdout[-20_000:], ran.stderr[-2_000:])
    assert ran.returncode == 0
