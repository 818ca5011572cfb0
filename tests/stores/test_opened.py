"""Opened documents are kept while nothing about them changes: what they say is what opening them anew would say."""

from collections.abc import Iterable
from pathlib import Path

import orjson

from eventkeep.keys import FileKeys
from eventkeep.opened import Opened
from eventkeep.sealing import open_json, seal

ANNA, BO = "10000000-0000-4000-8000-000000000001", "10000000-0000-4000-8000-000000000002"
EVENT = "20000000-0000-4000-8000-000000000001"
FAMILY, OTHER = "one family", "another"


async def sealed(keys: FileKeys, **names: str) -> bytes:
    """A document with somebody's name each."""
    made = await keys.make(names)
    return orjson.dumps({who: seal(made[who], who, EVENT, "name", name) for who, name in names.items()})


async def test_a_document_is_opened_as_it_would_be_anew(tmp_path: Path) -> None:
    """The first time, the second time, and after it has changed."""
    keys = FileKeys(tmp_path)
    opened = Opened(keys)
    one, other = await sealed(keys, **{ANNA: "Anna"}), await sealed(keys, **{ANNA: "Anna Dalgaard", BO: "Bo"})
    for document in (one, one, other, one, b'{"nobody": "in it"}', other):
        assert await opened(FAMILY, document) == await open_json(keys, document)


async def test_what_is_kept_is_not_opened_again(tmp_path: Path) -> None:
    """The same bytes come back, the same object, until others push it out."""
    keys = FileKeys(tmp_path)
    document = await sealed(keys, **{ANNA: "Anna"})
    opened = Opened(keys, most_bytes=100)
    first = await opened(FAMILY, document)
    assert await opened(FAMILY, document) is first
    await opened(OTHER, await sealed(keys, **{BO: "B" * 90}))
    again = await opened(FAMILY, document)
    assert again == first
    assert again is not first


async def test_whoever_is_forgotten_is_in_no_kept_document(tmp_path: Path) -> None:
    """Also where it was opened a moment before."""
    keys = FileKeys(tmp_path, ttl=0.0)
    opened = Opened(keys)
    document = await sealed(keys, **{ANNA: "Anna", BO: "Bo"})
    assert orjson.loads(await opened(FAMILY, document)) == {ANNA: "Anna", BO: "Bo"}
    await keys.forget(ANNA)
    assert orjson.loads(await opened(FAMILY, document)) == {ANNA: "[forgotten]", BO: "Bo"}


async def test_keys_are_looked_up_each_time(tmp_path: Path) -> None:
    """A key service that doesn't answer opens nothing, kept or not."""

    class Counted(FileKeys):
        asked = 0

        async def find(self, subjects: Iterable[str]) -> dict[str, bytes | None]:
            self.asked += 1
            return await super().find(subjects)

    keys = Counted(tmp_path)
    opened, document = Opened(keys), await sealed(keys, **{ANNA: "Anna"})
    for times in (1, 2, 3):
        await opened(FAMILY, document)
        assert keys.asked == times
