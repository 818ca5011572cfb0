"""The Node.js example as a department would have it: copied beside contracts/, its packages by its lock file."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def installed(folder: Path) -> Path:
    """Copies the example and what it is written against into an empty folder; returns where it is."""
    shutil.copytree(ROOT / "contracts", folder / "contracts", ignore=shutil.ignore_patterns("*.py*"))
    example = folder / "consumers/node"
    shutil.copytree(ROOT / "consumers/node", example, ignore=shutil.ignore_patterns("node_modules"))
    npm = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(npm, cwd=example, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return example


@dataclass(frozen=True)
class Said:
    """What the example said, and how it ended: 0, or 2 where something was wrong."""

    code: int
    lines: list[str]

    @property
    def wrong(self) -> list[str]:
        """What it said was wrong."""
        return [line for line in self.lines if line.startswith("WRONG")]

    @property
    def folded(self) -> int:
        """How many states had the goals that were folded from what led to them."""
        return sum("folded from what happened, have the hash" in line for line in self.lines)


def follow(example: Path, *arguments: str, records: Iterable[dict[str, Any]] = ()) -> Said:
    """Runs it to its end."""
    done = subprocess.run(
        ["node", "follow.js", "--department", "school", *arguments],
        cwd=example,
        input="".join(json.dumps(each) + "\n" for each in records),
        env={name: value for name, value in os.environ.items() if not name.startswith("NODE_")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode in (0, 2), done.stderr
    return Said(done.returncode, done.stdout.splitlines())
