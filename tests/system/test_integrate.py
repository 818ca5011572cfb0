"""docs/integrate.md, run as it stands in an empty folder against a running platform: it prints what it says."""

import doctest
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from deploy.embedded import debian
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep.clock import HERE, turn
from tests.system.family import APPROVED, TEAM_STANDS, Family
from tests.system.test_out import Department, state

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
BLOCKS: list[tuple[str, str]] = re.findall(
    r"```(sh|text)\n(.*?)```", (ROOT / "docs/integrate.md").read_text(), re.S
)
BETWEEN = "--- next ---"
LATER = datetime(2026, 12, 1, 12, tzinfo=HERE)


@pytest.fixture(scope="module")
def school(servers: Servers) -> Iterator[Department]:
    """A school with a family whose goal is overdue, and one that it was told of and is told no more."""
    with Platform(servers.kafka, servers.postgres, departments=("school", "health-service")) as platform:
        platform.open()
        found = Department(platform, "school")
        with Family(platform, TEAM_STANDS) as gone, Family(platform, APPROVED) as stays:
            found.waits(gone.id, bool, "the school is told")
            gone.detach("bent")
            found.waits(gone.id, lambda told: told[-1:] == [None], "the school is told no more")
            turn(platform.clock, LATER)
            found.waits(
                stays.id,
                lambda told: any(goal["overdue"] for goal in state(told[-1]).plan["goals"]),
                "a goal is overdue",
            )
            yield found


def test_a_departments_first_hour_is_as_it_is_told(school: Department, tmp_path: Path) -> None:
    """Each block of commands prints the block after it. The first one says where things are: the test's own."""
    for program in ("kcat", "sqlite3"):
        debian.program(program, "the tests of what departments start from")
    copy = tmp_path / "helhed"
    shutil.copytree(ROOT / "contracts", copy / "contracts")
    shutil.copytree(
        ROOT / "consumers", copy / "consumers", ignore=shutil.ignore_patterns("node_modules", "__pycache__")
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    given = {"KAFKA": school.platform.kafka, "PREFIX": school.platform.name, "DEPARTMENT": "school"}
    commands = [text for kind, text in BLOCKS if kind == "sh"][1:]
    ran = subprocess.run(
        ["bash", "-euo", "pipefail"],
        input=f"echo '{BETWEEN}'\n".join(commands),
        cwd=empty,
        env={**_outside(), **given, "HELHED": str(copy)},
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    printed = ran.stdout.split(BETWEEN + "\n")
    promised = [text for kind, text in BLOCKS if kind == "text"]
    assert len(printed) == len(promised)
    for command, said, is_said in zip(commands, promised, printed, strict=True):
        fits = doctest.OutputChecker().check_output(said, is_said, doctest.ELLIPSIS)
        assert fits, f"{command}\nprints\n{is_said}\nand not\n{said}"


def _outside() -> dict[str, str]:
    """The environment of somebody who has nothing of ours."""
    return {name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "HELHED"))}
