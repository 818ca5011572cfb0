"""The family's read log: who read what of it, when and for what purpose. X-04."""

from collections.abc import Mapping, Sequence
from typing import Any

from services.overview.readings import Logged


def document(logged: Sequence[Logged], called: Mapping[str, str]) -> dict[str, Any]:
    """One row for each reader, kind of document, purpose and day, the newest first. `called` gives names by id."""
    return {
        "readings": [
            {
                "reader_kind": each.reader.partition(":")[0],
                "reader": each.reader.partition(":")[2],
                "name": called.get(each.reader.partition(":")[2]),
                "document": each.document,
                "purpose": each.purpose,
                "day": each.day.isoformat(),
                "first_at": each.first.isoformat(),
                "last_at": each.last.isoformat(),
                "times": each.times,
            }
            for each in logged
        ]
    }
