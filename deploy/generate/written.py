"""Writes what was made, or compares it with what is committed."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def settle(command: str, about: str | None, made: Mapping[str, str]) -> None:
    """Writes the texts by path; with `--check` changes nothing, and fails where one differs."""
    parser = argparse.ArgumentParser(prog=f"python -m {command}", description=about)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where files differ")
    check = parser.parse_args().check
    differing = [name for name, text in made.items() if _committed(name) != text]
    if check and differing:
        sys.exit(f"These are not what the code says; run `python -m {command}`:\n  " + "\n  ".join(differing))
    for name in differing:
        (ROOT / name).write_text(made[name])
        print(f"wrote {name}")


def _committed(name: str) -> str | None:
    path = ROOT / name
    return path.read_text() if path.exists() else None
