"""Lists of families: how fresh what they show is, and where the database doesn't answer. What they find is tried in
tests/system."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import orjson
import pytest

from contracts.access import Kind
from deploy.platform.sign_in import SignIn
from eventkeep.edge.call import Caller
from eventkeep.refused import Refused
from services.overview.documents import Given
from services.overview.my_families import Listed
from services.overview.settings import Settings
from services.overview.web.document_pages import WORKLIST
from services.overview.web.families import Families
from services.overview.web.language import Language
from services.overview.web.plan_page import Freshness, oldest
from tests.unit.family import FAMILY, SOFIE
from tests.web.held import Held
from tests.web.shown import NOW, read_aloud, whole
from tests.web.visit import SOFIE_HERSELF, Visit

EARLIER = NOW - timedelta(minutes=20)
OTHER = FAMILY.replace("1", "2")


class Away:
    """A database that nobody can reach."""

    async def fetch(self, *_: Any, **__: Any) -> Any:
        """Nothing."""
        raise OSError("nobody there")


async def test_a_database_that_is_away_is_said_to_be() -> None:
    families = Families(Away(), None)  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        await families.of(Caller("professional", SOFIE, None, 0.0), Language("da", datetime.now(UTC)))
    assert (refused.value.code, refused.value.danish) == ("store_unreachable", "Databasen svarer ikke.")


class One:
    """One family of a reader, whose row stands as it is told to."""

    def __init__(self, **row: Any) -> None:
        shown = {"state_no": 1, "document": orjson.dumps(whole()), "as_of": NOW, "waiting": 0, "parked": None}
        self._row = SimpleNamespace(**{**shown, **row})
        self.rights = self.plans = self.readings = self.opened = self
        self.keys: Any = None

    async def fetch(self, *_: Any, **__: Any) -> Any:
        """Its id."""
        return [{"family": FAMILY}]

    async def require(self, *_: Any, **__: Any) -> str:
        """Whoever asks may read it."""
        return "coordination"

    async def row(self, family: str) -> Any:
        """How it stands."""
        return self._row

    async def note(self, read: Any) -> None:
        """Noted."""


@pytest.mark.parametrize(
    ("row", "fresh"),
    [
        ({}, Freshness("current", NOW)),
        ({"waiting": 1}, Freshness("waiting", NOW)),
        ({"as_of": EARLIER}, Freshness("late", EARLIER)),
        ({"parked": "KeyError"}, Freshness("parked", NOW)),
    ],
)
async def test_each_family_in_the_list_says_how_fresh_it_is(row: dict[str, Any], fresh: Freshness) -> None:
    one: Any = One(**row)
    [found] = await Families(one, one).of(Caller("professional", SOFIE, None, 0.0), Language("da", NOW))
    assert found.fresh == fresh


def test_a_list_is_as_fresh_as_the_oldest_of_what_it_shows() -> None:
    current, late = Freshness("current", NOW), Freshness("late", EARLIER)
    assert oldest([]) is None
    assert oldest([current, current]) == current
    assert oldest([current, late]) == oldest([late, current]) == late
    assert oldest([Freshness("parked", NOW), late]) == Freshness("parked", EARLIER)
    assert oldest([Freshness("waiting", NOW), current]) == Freshness("waiting", NOW)


@pytest.fixture
async def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Sofie, signed in and attached."""
    sign_in.people.append(SOFIE_HERSELF)
    found = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    await found.signs_in()
    return found


@pytest.mark.parametrize(
    ("fresh", "danish", "english"),
    [
        (Freshness("current", NOW), "Opdateret 12. marts", "Up to date 12 March"),
        (Freshness("late", NOW), "Alt er med til 12. marts", "Everything is here as of 12 March"),
        (Freshness("waiting", NOW), "Der er noget nyt på vej.", "Something new is on its way."),
        (
            Freshness("parked", NOW),
            "Her mangler noget nyt: Familien Example",
            "Something new is missing here: The Example family",
        ),
    ],
)
async def test_the_list_of_families_says_how_fresh_it_is(
    visit: Visit, fresh: Freshness, danish: str, english: str
) -> None:
    visit.held.list_fresh = fresh
    for path, said in (("/da/", danish), ("/en/", english)):
        told = read_aloud((await visit.get(path)).text).replace("\xa0", " ")
        assert said in told
        assert ("mangler noget nyt" in told or "is missing here" in told) is (fresh.state == "parked")


def given(family: str, as_of: datetime, stale: bool) -> Given:
    """What was read of a family for the worklist."""
    return Given(family, Kind.WORKLIST, 3, "plans=3", b"", b"{}", as_of, stale, "")


@pytest.mark.parametrize("stale", [False, True])
async def test_the_worklist_names_the_families_of_which_something_is_missing(
    visit: Visit, stale: bool
) -> None:
    row = {"next_follow_up": None, "behind": 0, "open_deviations": 0}
    document = {
        "families": [
            {"family": FAMILY, "members": ["Anna Example"], **row},
            {"family": OTHER, "members": ["Kari Example"], **row},
        ],
        "counts": {"families": 2, "overdue": 0},
        **{part: [] for part in ("overdue", "this-week", "waiting", "later")},
    }
    read = [given(FAMILY, NOW, False), given(OTHER, EARLIER, stale)]
    visit.held.listed = Listed(orjson.dumps(document), b"", read)
    danish, english = [
        read_aloud((await visit.get(WORKLIST[language])).text).replace("\xa0", " ")
        for language in ("da", "en")
    ]
    assert ("Her mangler noget nyt: Kari " in danish) is stale
    assert ("Something new is missing here: Kari " in english) is stale
    assert "Alt er med til 12. marts 2024 kl. 12.27" in danish, "the oldest of both"
    assert "Everything is here as of 12 March 2024 at 12.27" in english
