"""A group course as it is folded, and what of it each reader is shown: given events, then the document. P38, R34, P40."""

from itertools import permutations
from typing import Any

import orjson
import pytest

from contracts.meetings.events import (
    GroupAttendanceCorrected,
    GroupChanged,
    GroupEvent,
    GroupSessionCancelled,
    ParticipantLeft,
)
from eventkeep.testing import folded
from services.overview.groups.document import document, relations, summary
from services.overview.groups.view import GROUPS
from tests.unit.family import ANNA, BO, CLARA, FAMILY, SOFIE, STRANGER, TOMAS
from tests.unit.group_story import (
    AGREED,
    BEGINNING,
    CHANGE,
    ENDED,
    FORMED,
    GROUP,
    HELD,
    JOINED_ON,
    NEWSPAPER,
    NEXT,
    NEXT_SCHEDULED,
    OFFER,
    OTHER_FAMILY,
    OTHER_PROPOSED,
    OTHER_TOPIC,
    PAPER_PROPOSED,
    PRESENTED,
    SCHEDULED,
    SESSION,
    TOPIC,
    WROTE,
)

HAPPENED: tuple[GroupEvent, ...] = (
    *BEGINNING,
    OTHER_PROPOSED,
    PAPER_PROPOSED,
    AGREED.model_copy(update={"session": SESSION, "items": (OTHER_TOPIC, TOPIC)}),
    *HELD,
    PRESENTED,
    WROTE,
)
FACILITATOR, PARTICIPANT = ("professional", SOFIE), ("person", ANNA)
AWAY = ParticipantLeft(group=GROUP, person=ANNA, reason="found work", left_on=ENDED.ended_on)


def row(*events: GroupEvent) -> dict[str, Any]:
    """The group's row after these events."""
    fold = GROUPS.folds["meetings"]
    plain: dict[str, Any] = orjson.loads(
        GROUPS.written({"meetings": folded(fold.evolve, fold.initial(), *events)})
    )
    return plain


def shown(reader: tuple[str, str], *events: GroupEvent) -> dict[str, Any]:
    """What a reader is shown of it."""
    return document(row(*events), *reader)


def test_whoever_leads_it_sees_the_whole_group() -> None:
    """P38, P39, R34, R55, P40, T15: who takes part as each wants to be called, and no family."""
    assert shown(FACILITATOR, *HAPPENED) == {
        "group": GROUP,
        "title": "A way ahead",
        "area": "north",
        "weekdays": ["tuesday", "thursday"],
        "starts_on": "2024-02-01",
        "ends_on": "2024-05-31",
        "ended_on": None,
        "you": "facilitator",
        "facilitators": ["Sofie"],
        "taking_part": 3,
        "participants": [
            {"person": who, "called": called, "joined_on": JOINED_ON.isoformat(), "left_on": None}
            for who, called in ((ANNA, "Anna"), (BO, "Bo"), (CLARA, "C."))
        ],
        "sessions": [
            {
                "session": SESSION,
                "starts_at": "2024-02-27T09:00:00+00:00",
                "place": "The house by the harbour",
                "cancelled": False,
                "held": True,
                "agenda": [OTHER_TOPIC, TOPIC],
                "corrected": False,
                "offers": [{"offer": OFFER, "title": "Sailing on Mondays"}],
                "attended": 2,
                "came": [ANNA, CLARA],
            },
            {
                "session": NEXT,
                "starts_at": "2024-03-05T09:00:00+00:00",
                "place": "The house by the harbour",
                "cancelled": False,
                "held": False,
                "agenda": [],
                "corrected": False,
                "offers": [],
                "attended": None,
                "came": None,
            },
        ],
        "proposals": [
            {
                "proposal": TOPIC,
                "kind": "agenda",
                "person": ANNA,
                "words": "How we answer letters.",
                "held_on": [],
            },
            {
                "proposal": OTHER_TOPIC,
                "kind": "agenda",
                "person": BO,
                "words": "What a day looks like.",
                "held_on": [],
            },
            {
                "proposal": NEWSPAPER,
                "kind": "activity",
                "person": ANNA,
                "words": "We write to the newspaper.",
                "held_on": ["2024-02-29"],
            },
        ],
    }


@pytest.mark.parametrize(("reader", "own"), [(ANNA, ANNA), (BO, BO)])
def test_a_participant_sees_the_group_and_of_the_others_how_many_they_are(reader: str, own: str) -> None:
    """P38: own part, own proposals, whether one was there; nobody else's id or name, and no family's."""
    seen = shown(("person", reader), *HAPPENED)
    others = {ANNA, BO, CLARA} - {own}
    text = orjson.dumps(seen).decode()
    assert not [each for each in (*others, FAMILY, OTHER_FAMILY, SOFIE) if each in text]
    whole = shown(FACILITATOR, *HAPPENED)
    assert seen["you"] == "participant"
    assert [each["person"] for each in seen["participants"]] == [own]
    assert (seen["taking_part"], seen["sessions"][0]["attended"]) == (3, 2)
    assert seen["sessions"][0]["came"] == ([own] if own == ANNA else [])
    assert [each["words"] for each in seen["proposals"]] == [each["words"] for each in whole["proposals"]]
    assert {each["person"] for each in seen["proposals"]} == {own, None}


def test_no_familys_id_is_in_what_is_kept() -> None:
    """P38: where somebody comes from is nobody's in the group to know."""
    assert not [each for each in (FAMILY, OTHER_FAMILY) if each in orjson.dumps(row(*HAPPENED)).decode()]


@pytest.mark.parametrize(
    ("kind", "reader", "what"),
    [
        ("professional", SOFIE, {"facilitator"}),
        ("person", ANNA, {"participant"}),
        ("professional", TOMAS, set()),
        ("professional", ANNA, set()),
        ("person", SOFIE, set()),
        ("person", STRANGER, set()),
        ("service", SOFIE, set()),
        ("operations", SOFIE, set()),
    ],
)
def test_what_somebody_is_to_a_group(kind: str, reader: str, what: set[str]) -> None:
    """P38, X-01: by what the group's own stream says, and nothing else."""
    assert relations(row(*HAPPENED), kind, reader) == what
    assert relations(None, kind, reader) == set()


def test_whoever_left_is_nothing_to_it_any_more_and_whoever_comes_again_is() -> None:
    """P38: what was proposed stays the group's."""
    left = (*HAPPENED, AWAY)
    assert relations(row(*left), *PARTICIPANT) == set()
    seen = shown(FACILITATOR, *left)
    assert (seen["taking_part"], seen["participants"][0]["left_on"]) == (2, "2024-03-01")
    assert len(seen["proposals"]) == 3
    again = shown(PARTICIPANT, *left, BEGINNING[1])
    assert [each["left_on"] for each in again["participants"]] == ["2024-03-01", None]


def test_who_came_stands_as_it_was_corrected() -> None:
    """X-08."""
    corrected = GroupAttendanceCorrected(group=GROUP, session=SESSION, persons=(BO,), reason="wrong list")
    [session, _] = shown(FACILITATOR, *HAPPENED, corrected)["sessions"]
    assert (session["came"], session["attended"], session["corrected"]) == ([BO], 1, True)


def test_whoever_leads_it_now_reads_it_now() -> None:
    """P38: nobody who did before."""
    his = FORMED.facilitators[0].model_copy(update={"professional": TOMAS, "called": "Tomas"})
    after = row(*HAPPENED, GroupChanged(group=GROUP, facilitators=(his,), term=CHANGE.term))
    assert relations(after, *FACILITATOR) == set()
    assert relations(after, "professional", TOMAS) == {"facilitator"}
    assert document(after, "professional", TOMAS)["ends_on"] == "2024-06-30"
    assert document(after, *PARTICIPANT)["facilitators"] == ["Tomas"]


def test_a_group_in_a_list() -> None:
    """P38: with the next session that stands."""
    listed = summary(shown(PARTICIPANT, *HAPPENED))
    assert (listed["title"], listed["you"], listed["next_session"]) == (
        "A way ahead",
        "participant",
        "2024-03-05T09:00:00+00:00",
    )
    cancelled = GroupSessionCancelled(group=GROUP, session=NEXT, reason="holiday")
    assert summary(shown(PARTICIPANT, *HAPPENED, cancelled, ENDED))["next_session"] is None
    assert shown(PARTICIPANT, *HAPPENED, ENDED)["ended_on"] == "2024-03-01"


def test_sessions_stand_in_the_order_of_their_hours() -> None:
    """P38: whichever was scheduled first; one of which no hour is known comes last."""
    for first, second in permutations((SCHEDULED, NEXT_SCHEDULED)):
        assert [each["session"] for each in row(FORMED, first, second)["sessions"]] == [SESSION, NEXT]
    assert [each["starts_at"] for each in row(FORMED, *HELD, NEXT_SCHEDULED)["sessions"]][-1] is None


def test_nothing_that_is_said_of_the_unknown_is_lost_or_fails() -> None:
    """The past has happened, in whatever order."""
    bare = row(AWAY, WROTE, PRESENTED, AGREED, ENDED)
    assert (bare["group"], bare["participants"], bare["ended_on"]) == (None, [], "2024-03-01")
    assert [len(each["offers"]) for each in bare["sessions"]] == [1, 0]
