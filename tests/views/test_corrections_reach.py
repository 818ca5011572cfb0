"""What was corrected is everywhere as if it had been right, what was taken back as if it had never been. X-08.

Every document about a family and every view for dashboards is looked at, also those that nobody thought of here.
"""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import orjson
import pytest

from contracts.access import Kind
from contracts.progress.events import RegistrationCorrected
from contracts.shapes import Event
from contracts.ways import DOCUMENTS, VIEWS
from eventkeep import vector
from eventkeep.changes import Changes
from eventkeep.clock import Clock
from eventkeep.cloudevent import encode
from eventkeep.edge.call import Caller
from eventkeep.keys import FileKeys
from eventkeep.opened import Opened
from eventkeep.pg import Pool
from eventkeep.reading import Reading
from eventkeep.token import Tokens
from services.overview.access import ACCESS
from services.overview.corrected import _FIELDS
from services.overview.counting import Counting
from services.overview.documents import Asked, Documents
from services.overview.family_plan import FAMILY_PLAN
from services.overview.groups.reading import Groups
from services.overview.outcomes import reckoning, works
from services.overview.outcomes.release import Gathered
from services.overview.outcomes.view import OUTCOMES
from services.overview.readings import Read, Readings
from services.overview.rights import Rights
from services.overview.sentences import Language
from services.overview.shared_plan import SharedPlans
from services.overview.tale import Tales
from tests.stores.owned import owned
from tests.unit.contacts_story import SUPPORTER
from tests.unit.family import ANNA, BO, CLARA, FAMILY, MEETING, ULLA
from tests.views import tales
from tests.views.reckoned import DAY
from tests.views.set_right import BEFORE, REGISTRATIONS, TIMES
from tests.views.town import HOMES, built, kept, marks

Places = dict[str, Any]
HOLDING = {
    *("plan", "as-of", "tasks", "worklist", "measures", "shared"),
    *("reading.families", "reading.progress", "reading.baselines"),
    *("reading.what_works", "reading.effects", "reading.targets", "reading.offer_quality"),
}
"""Where a value, a day or the number of what is registered stands: there a correction is what is right."""
COUNTING = {"reading.families", "reading.targets"}
"""Of these, where nothing is told that is otherwise before it is corrected."""
TELLING = {"history", "news", "informed"}
"""Where it stands that something was said: that stays, and beside it that it was corrected. Of who is informed, how much of
that each lacks."""
NOT_HERE = {"group", "reading.freshness", "reading.consistency"}
"""A group course is no family's; these views tell how far facts have come."""
PLACES = {"plan", *map(str, DOCUMENTS), *(f"reading.{view}" for view in VIEWS)} - NOT_HERE
ASKED: dict[Kind, dict[str, str]] = {
    Kind.AS_OF: {"moment": "2100-01-01T00:00:00Z"},
    Kind.MEETING_PACK: {"meeting": MEETING},
}
_EACH_TIME_ANOTHER = {
    *("corrected", "family", "as_of", "hash", "vector", "plans"),
    *("seen_at", "first_at", "last_at"),
}
"""Whether it was corrected, names made by chance, how many events there were; and when it was read."""


@pytest.fixture(scope="module")
def times(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Places]]:
    """What stands in each place, after each of the lives."""
    with asyncio.Runner() as runner:
        yield {
            name: runner.run(_places(postgres, tmp_path_factory.mktemp("set_right"), *events))
            for name, events in TIMES.items()
        }


async def _places(postgres: str, folder: Path, *events: Event) -> Places:
    """All families have been told the same; the last of the documents' readers had seen what was told before."""
    life = tales.told(*BEFORE, *events)
    told = [encode(each.envelope, each.data) for each in life]
    async with owned(postgres) as place:
        await built(place)
        async with kept(place, folder) as (connections, journal):
            keys = FileKeys(folder / "keys")
            await keys.make([ANNA, BO, CLARA])
            for home in HOMES:
                await journal.accept([each.replace(FAMILY.encode(), home.encode()) for each in told])
            await journal.accept([], marks())
            while await Counting(connections).count():
                pass
            await _reckon(connections, keys)
            rows = {
                f"reading.{view}": sorted(
                    str(_plain(dict(row))) for row in await connections.fetch(f"select * from reading.{view}")
                )
                for view in VIEWS
                if f"reading.{view}" not in NOT_HERE
            }
            return rows | await _documents(connections, keys, place.dsn, life[: len(BEFORE)])


async def _reckon(connections: Pool, keys: FileKeys) -> None:
    held = await connections.fetch("select document from views where view = $1", OUTCOMES.name)
    found = Gathered(DAY)
    for course in await reckoning.opened(keys, [row["document"] for row in held]):
        found.add(course)
    async with connections.acquire() as connection, connection.transaction():
        await reckoning.keep(connection, found)
        await works.keep(connection, DAY)


async def _documents(connections: Pool, keys: FileKeys, dsn: str, before: Any) -> Places:
    changes, home = Changes(dsn), HOMES[0]
    rights = Rights(Reading(connections, changes, ACCESS), cast(Any, None), Clock(), cast(Any, None))
    reading, tokens = Reading(connections, changes, FAMILY_PLAN), Tokens(bytes(32))
    plans = SharedPlans(reading, rights, Readings(connections), changes, Opened(keys), tokens, 0.2)
    documents = Documents(plans, Tales(connections, keys), cast(Groups, None))
    seen = vector.text({each.envelope.service: each.envelope.version for each in before})
    reader = Caller("professional", ULLA, "health", 0)
    await plans.readings.note(Read(home, reader.text, "coordination", "http", 1, seen, b"h", "plan"))
    shown = await reading.row(home)
    found: Places = {"plan": orjson.loads(await plans.opened(home, shown.document))}
    for kind in DOCUMENTS:
        if kind not in NOT_HERE:
            who = Caller("person", SUPPORTER, None, 0) if kind in _OF_SUPPORTERS else reader
            asked = Asked(kind, datetime.now(UTC).date(), Language.ENGLISH, ASKED.get(kind, {}))
            found[kind] = orjson.loads(await documents.unread(who, shown, asked))
    return {name: _plain(document) for name, document in found.items()}


_OF_SUPPORTERS = (Kind.SHARED, Kind.SHARED_SUMMARY)


def _plain(node: Any) -> Any:
    """Without what is each time another one."""
    if isinstance(node, dict):
        return {name: _plain(value) for name, value in node.items() if name not in _EACH_TIME_ANOTHER}
    return [_plain(each) for each in node] if isinstance(node, list) else node


def test_everything_that_can_be_corrected_is_tried() -> None:
    """What ends is corrected with what began."""
    assert {type(each.right) for each in REGISTRATIONS} == {
        kind for kind, (_, day) in _FIELDS.items() if day is not None
    }


def test_where_registrations_stand_is_known(times: dict[str, Places]) -> None:
    """A new document or view that shows something of what is registered has to be named here."""
    assert set(times["right"]) == PLACES
    assert differing(times["right"], times["never"]) == HOLDING | TELLING


def differing(one: Places, other: Places) -> set[str]:
    """The places in which two lives don't show the same."""
    return {place for place in PLACES if one[place] != other[place]}


def test_what_was_corrected_stands_as_it_is_right(times: dict[str, Places]) -> None:
    assert differing(times["corrected"], times["right"]) == TELLING


def test_what_was_taken_back_stands_nowhere(times: dict[str, Places]) -> None:
    assert differing(times["taken back"], times["never"]) == TELLING


def test_what_was_wrong_would_be_seen(times: dict[str, Places]) -> None:
    """Else the others would hold whatever happened."""
    assert differing(times["wrong"], times["never"]) == HOLDING | TELLING
    assert differing(times["wrong"], times["right"]) >= HOLDING - COUNTING


@pytest.mark.parametrize("place", ["history", "news"])
@pytest.mark.parametrize("time", ["corrected", "taken back"])
def test_that_it_was_corrected_is_told_beside_it(times: dict[str, Places], place: str, time: str) -> None:
    corrections = sum(isinstance(each, RegistrationCorrected) for each in TIMES[time])
    word = "corrected" if time == "corrected" else "taken back"
    said = f"Something that was registered wrongly was {word}."
    assert _sentences(times[time][place]).count(said) == corrections == len(REGISTRATIONS)
    assert said not in _sentences(times["wrong"][place])


def _sentences(node: Any) -> list[str]:
    """All sentences of a document's rows."""
    if isinstance(node, dict):
        own = [node["sentence"]] if "sentence" in node else []
        return own + [said for value in node.values() for said in _sentences(value)]
    return [said for each in node for said in _sentences(each)] if isinstance(node, list) else []
