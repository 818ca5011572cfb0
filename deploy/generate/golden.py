"""`python -m deploy.generate.golden` makes golden samples for events that have none; `--check` fails where one lacks.

A sample is the data of one event as it travels, its texts opened: `full` has every field, `least` those that must be there.
An event that gets a field gets one more sample.
What stands in `contracts/<service>/golden/` is never written again: contracts/golden.sha256 has the digest of each, and
only grows.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from pydantic import BaseModel

from deploy.generate.invented import invented
from deploy.generate.table import TELLERS, events_of
from deploy.generate.written import ROOT

REGISTER = "contracts/golden.sha256"


def kept(root: Path) -> dict[str, str]:
    """The digest of each sample that is there, by path."""
    files = sorted(root.glob("contracts/*/golden/*.json"))
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def registered(root: Path) -> dict[str, str]:
    """The digests that were entered, by path. The form is that of `sha256sum`."""
    path = root / REGISTER
    lines = path.read_text().splitlines() if path.exists() else []
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def changed(root: Path) -> list[str]:
    """What was done to samples that may never be touched, a sentence each."""
    there, entered = kept(root), registered(root)
    gone = [f"{name} is gone" for name in entered if name not in there]
    edited = [f"{name} was edited" for name in entered if name in there and there[name] != entered[name]]
    unknown = [f"{name} is not in {REGISTER}" for name in there if name not in entered]
    return gone + edited + unknown


def lacks(event: BaseModel) -> list[str]:
    """The fields that a sample leaves out, in what it is made of too."""
    found = [name for name in type(event).model_fields if name not in event.model_fields_set]
    for name, value in event:
        for part in value if isinstance(value, tuple) else [value]:
            found += [f"{name}.{each}" for each in lacks(part)] if isinstance(part, BaseModel) else []
    return found


def missing(root: Path) -> dict[str, str]:
    """What would be made now: for events that no sample shows with every field, or with the least."""
    made = {}
    for teller in TELLERS:
        for wire, event in events_of(teller).items():
            there = sorted((root / f"contracts/{teller}/golden").glob(f"{wire}.*.json"))
            full, least = invented(event, full=True), invented(event, full=False)
            if all(lacks(event.model_validate_json(path.read_bytes())) for path in there):
                size = f"full-{len(there)}" if there else "full"
                made[f"contracts/{teller}/golden/{wire}.{size}.json"] = full
            if least != full and not any(path.name == f"{wire}.least.json" for path in there):
                made[f"contracts/{teller}/golden/{wire}.least.json"] = least
    return {name: json.dumps(data, indent=2, ensure_ascii=False) + "\n" for name, data in made.items()}


def add(root: Path) -> list[str]:
    """Makes what is missing and enters it. Returns the new paths."""
    new = missing(root)
    for name, text in new.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    digests = kept(root)
    entered = registered(root) | {name: digests[name] for name in new}
    lines = [f"{digest}  {name}\n" for name, digest in sorted(entered.items())]
    (root / REGISTER).write_text("".join(lines))
    return list(new)


def main() -> None:
    """Adds, or says what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m deploy.generate.golden", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail where one lacks or was edited"
    )
    check = parser.parse_args().check
    wrong = changed(ROOT)
    if check:
        wrong += [f"{name} lacks: run `python -m deploy.generate.golden`" for name in missing(ROOT)]
    if wrong:
        sys.exit("Golden samples are never changed:\n  " + "\n  ".join(wrong))
    for name in [] if check else add(ROOT):
        print(f"wrote {name}")


if __name__ == "__main__":
    main()
