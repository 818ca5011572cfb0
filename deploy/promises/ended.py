"""What ends on purpose: a later version took its place, and both were told, or taken in, in the last release."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from deploy.promises.differences import Difference
from deploy.promises.promised import Promised

ENDED = "contracts/ended.json"


def ended_in(root: Path) -> Mapping[str, str]:
    """What ends, by wire name or channel, with what took its place."""
    path = root / ENDED
    found: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    return found


def meant(differing: Iterable[Difference], ended: Mapping[str, str], before: Promised) -> list[Difference]:
    """The same; what ends as it should breaks nobody any more."""
    there = {*before.told, *before.taken, *before.channels}
    return [_meant(each, ended, there) for each in differing]


def _meant(found: Difference, ended: Mapping[str, str], there: set[str]) -> Difference:
    what = found.where.removeprefix("channel ").split()[0]
    if not found.breaks or what not in ended:
        return found
    if ended[what] not in there:
        return replace(found, what=f"{found.what}; {ended[what]} was not there beside it in the last release")
    return replace(found, what=f"{found.what}: it ended, {ended[what]} took its place", breaks=False)
