"""What the family shares with somebody who stands by it: the sections that it named, and nothing else. INV-66."""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from contracts.contacts.events import SharedSection
from contracts.ids import SupporterId
from eventkeep.canonical import canonical
from services.overview.shared_with import document, summary
from tests.unit.family import ANNA, BO, FAMILY, SOFIE, STRANGER, ULLA, numbered
from tests.views.whole_plan import WHOLE

AUNT = numbered(SupporterId, 1)
EVERYTHING = tuple(SharedSection)


def plan() -> dict[str, Any]:
    """A copy of the whole plan of the invented family, to change; its coordinator has a name."""
    copied: dict[str, Any] = orjson.loads(orjson.dumps(WHOLE))
    copied["attached"][0]["name"] = "Sofie Coordinates"
    copied["agreed_actions"].append(
        copied["agreed_actions"][0] | {"owner_kind": "person", "owner": BO, "words": "Bo asks the club."}
    )
    copied["activities"].append(
        {"title": "Cook on Mondays", "owner_kind": "person", "owner": ANNA, "due_on": None, "status": "done"}
    )
    return copied


def shared(*sections: SharedSection, of: dict[str, Any] | None = None) -> dict[str, Any]:
    """The document, as it is sent."""
    made: dict[str, Any] = orjson.loads(canonical(document(of or plan(), sections, AUNT)))
    return made


def texts(node: Any) -> Iterator[str]:
    """Every text of a document."""
    if isinstance(node, dict):
        node = list(node.values())
    for each in node if isinstance(node, list) else [node]:
        if isinstance(each, dict | list):
            yield from texts(each)
        elif isinstance(each, str):
            yield each


def test_in_a_list_stands_what_is_shared_and_where_and_nothing_of_it() -> None:
    """INV-66, X-06: by first names; no status, no date, nobody else."""
    assert summary(plan(), (SharedSection.WISHES, SharedSection.GOALS)) == {
        "family": FAMILY,
        "members": ["Anna", "Bo", "Clara"],
        "sections": ["goals", "wishes"],
        "document": "shared",
    }


def test_without_sections_there_are_first_names_and_the_coordinator_alone() -> None:
    """X-06: no last names, by which one finds an address; of the professionals nobody else."""
    assert shared() == {
        "members": ["Anna", "Bo", "Clara"],
        "coordinator": "Sofie Coordinates",
        **{str(each): None for each in SharedSection},
    }


@pytest.mark.parametrize("section", SharedSection)
def test_a_section_brings_no_other(section: SharedSection) -> None:
    """INV-66: null is what isn't shared, an empty list where there is nothing yet."""
    made = shared(section)
    assert {each for each in SharedSection if made[each] is not None} == {section}
    assert made[section]


def test_goals_are_told_in_own_words_with_their_owner_where_it_is_a_member() -> None:
    assert shared(SharedSection.GOALS)["goals"] == [
        {
            "own_words": "We eat together on weekdays.",
            "status": "open",
            "target_date": "2024-09-01",
            "owner": None,
            "children": [
                {
                    "own_words": "A goal.",
                    "status": "open",
                    "target_date": None,
                    "owner": "Anna",
                    "children": [],
                }
            ],
        }
    ]


def test_a_goal_that_went_with_another_household_is_not_told() -> None:
    """X-06: what stays below it is."""
    split = plan()
    split["goals"][0]["status"] = "moved"
    assert [each["own_words"] for each in shared(SharedSection.GOALS, of=split)["goals"]] == ["A goal."]


def test_agreements_and_activities_are_told_without_professionals() -> None:
    assert shared(SharedSection.AGREEMENTS)["agreements"] == [
        {"words": "Ulla calls the school.", "status": "open", "owner": None, "due_on": "2024-03-08"},
        {"words": "Bo asks the club.", "status": "open", "owner": "Bo", "due_on": "2024-03-08"},
        {"words": "Cook on Mondays", "status": "done", "owner": "Anna", "due_on": None},
    ]


def test_called_meetings_are_told_with_ones_own_invitation_alone() -> None:
    """A18: what was held or cancelled isn't there, nor who else is invited."""
    called = plan()
    ahead = called["meetings"][1]
    row = {"kind": "network", "starts_at": "2024-05-01T14:00:00+00:00", "place": "home"}
    for invitations, told in (
        ([], None),
        ([{"invitation": "to Ulla", "id": ULLA, "answer": "accepted", "withdrawn": False}], None),
        ([{"invitation": "to the aunt", "id": AUNT, "answer": None, "withdrawn": False}], "open"),
        ([{"invitation": "to the aunt", "id": AUNT, "answer": "accepted", "withdrawn": False}], "accepted"),
        ([{"invitation": "to the aunt", "id": AUNT, "answer": "accepted", "withdrawn": True}], None),
    ):
        ahead["invitations"] = invitations
        assert shared(SharedSection.MEETINGS, of=called)["meetings"] == [
            row | {"invitation": told, "invitation_id": told and "to the aunt"}
        ]
    ahead["cancelled"] = True
    assert shared(SharedSection.MEETINGS, of=called)["meetings"] == []


def test_successes_and_wishes_are_those_of_who_is_of_the_family_now() -> None:
    """X-06: whoever left took his or her words along."""
    told = shared(SharedSection.SUCCESSES, SharedSection.WISHES)
    assert told["successes"] == [{"words": "I made the soup.", "whose": "Bo", "noted_on": "2024-03-09"}]
    assert told["wishes"] == [{"own_words": "That we eat together.", "whose": "Bo"}]
    without_bo = plan()
    without_bo["members"] = [each for each in without_bo["members"] if each["person"] != BO]
    told = shared(SharedSection.SUCCESSES, SharedSection.WISHES, of=without_bo)
    assert (told["successes"], told["wishes"]) == ([], [])
    everybody_s = plan()
    everybody_s["small_successes"][0]["person"] = None
    [success] = shared(SharedSection.SUCCESSES, of=everybody_s)["successes"]
    assert success["whose"] is None


def test_no_id_no_paragraph_and_no_professional_but_the_coordinator_s_name_stands_in_it() -> None:
    """INV-66, X-01, X-06."""
    made = plan()
    made["attached"][1]["name"] = "Nobody Sees"
    told = list(texts(shared(*EVERYTHING, of=made)))
    for hidden in (
        FAMILY,
        ANNA,
        BO,
        SOFIE,
        ULLA,
        STRANGER,
        AUNT,
        "Nobody",
        "Example",
        "§",
        "Regular family meals.",
    ):
        assert not [each for each in told if hidden in each], hidden


def test_a_name_that_is_forgotten_stays_so_and_nobody_may_coordinate() -> None:
    forgotten = plan()
    forgotten["members"][0]["name"] = "[forgotten]"
    forgotten["coordinator"] = None
    told = shared(of=forgotten)
    assert (told["members"], told["coordinator"]) == (["[forgotten]", "Bo", "Clara"], None)
