"""Counts what was lost, came twice, or came in the wrong order: from what was stored or received."""

from collections.abc import Collection, Iterable

from bench.measure import Tally

Met = tuple[str, str, int]
"""An event as it was met: its id, its stream, and its version in it."""


def tally(expected: Collection[str], met: Iterable[Met]) -> Tally:
    """Compares the ids of all that was accepted with every event met, in the order it was met in.

    A repeat counts as duplicated and no further; an event after a later one of its stream counts as inverted.
    """
    ids: set[str] = set()
    places: set[tuple[str, int]] = set()
    last: dict[str, int] = {}
    duplicated = inverted = 0
    for event_id, stream, version in met:
        if event_id in ids or (stream, version) in places:
            duplicated += 1
            continue
        ids.add(event_id)
        places.add((stream, version))
        inverted += version < last.get(stream, 0)
        last[stream] = max(version, last.get(stream, 0))
    return Tally(len(set(expected) - ids), duplicated, inverted)
