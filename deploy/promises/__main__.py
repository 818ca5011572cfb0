"""`make contracts-check`: compares what contracts/ promises with the last release, and fails where a change breaks somebody.

AGAINST=<ref> names another commit to compare with. `--record VERSION` writes contracts/released.json when a release is
made.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from deploy.promises.differences import Difference, differences
from deploy.promises.promised import Promised, promised
from deploy.promises.protos import proto_differences
from deploy.promises.released import RECORD, NothingThere, released
from deploy.promises.trees import on_disk

ROOT = Path(__file__).resolve().parents[2]


def found(before: Promised, now: Promised, root: Path) -> list[Difference]:
    """All differences, those of the .proto files among them."""
    rules = (root / "buf.yaml").read_text()
    return differences(before, now) + proto_differences(before.protos, now.protos, rules)


def told(differing: Iterable[Difference]) -> list[str]:
    """A line each: what breaks first."""
    lines = sorted((not each.breaks, each.where, each.what) for each in differing)
    return [f"  {'fine  ' if fine else 'BREAKS'}  {where} {what}" for fine, where, what in lines]


def check(root: Path, ref: str) -> int:
    """Says what it compared with and what it found. 0: nobody is broken, 1: somebody is, 2: it couldn't compare."""
    try:
        before = released(root, ref)
    except NothingThere as lacking:
        print(f"Not compared: {lacking}", file=sys.stderr)
        return 2
    if before is None:
        print(f"Nothing was released yet: there is neither a tag v* nor {RECORD}.")
        return 0
    differing = found(before.promised, promised(on_disk(root)), root)
    breaking = [each for each in differing if each.breaks]
    print(f"Compared with {before.name}.", *told(differing), sep="\n")
    if breaking:
        print(
            f"{len(breaking)} of these changes break somebody: docs/evolution.md says how to change it without."
        )
        return 1
    print(f"Nobody is broken by {len(differing)} changes.")
    return 0


def main() -> None:
    """Compares, or records."""
    parser = argparse.ArgumentParser(prog="python -m deploy.promises", description=__doc__)
    parser.add_argument(
        "--against", default="", metavar="REF", help="a commit, tag or branch instead of the last release"
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="another checkout")
    parser.add_argument(
        "--record", default="", metavar="VERSION", help="write the record of this release, if nobody breaks"
    )
    asked = parser.parse_args()
    ended = check(asked.root, asked.against)
    if asked.record and ended == 0:
        (asked.root / RECORD).write_text(promised(on_disk(asked.root)).text(asked.record))
        print(f"Wrote {RECORD}.")
    sys.exit(ended)


if __name__ == "__main__":
    main()
