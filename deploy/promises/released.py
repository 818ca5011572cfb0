"""What was promised in the last release: of a tag, or of the record that is committed with each release."""

from dataclasses import dataclass
from pathlib import Path

from deploy.promises.promised import Promised, promised, recorded
from deploy.promises.trees import newest_tag, of_commit

RECORD = "contracts/released.json"


class NothingThere(Exception):
    """What it was to be compared with isn't there."""


@dataclass(frozen=True)
class Released:
    """What is compared with, as it is told, and what was promised there."""

    name: str
    promised: Promised


def released(root: Path, ref: str = "") -> Released | None:
    """Of this ref where one is named; else of the newest tag `v*` below this commit; else of the record. None: neither
    is there. Raises NothingThere for a ref that git doesn't know here."""
    if ref:
        tree = of_commit(root, ref)
        if tree is None:
            raise NothingThere(f"git knows no contracts at {ref} here: fetch it, or leave AGAINST away.")
        return Released(f"{ref}, as AGAINST says", promised(tree))
    tag = newest_tag(root)
    tree = of_commit(root, tag) if tag else None
    if tree:
        return Released(f"the newest tag, {tag}", promised(tree))
    record = root / RECORD
    if record.exists():
        version, said = recorded(record.read_text())
        return Released(f"the record {RECORD} of {version}, since no tag v* can be read here", said)
    return None
