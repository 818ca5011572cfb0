"""Canonical JSON: the fast encoder gives the same bytes as RFC 8785, for all that a plan can hold."""

import hashlib
from typing import Any, get_args

import rfc8785
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contracts.contacts import events as contacts
from contracts.meetings import events as meetings
from contracts.plans import events as plans
from contracts.progress import events as progress
from contracts.shapes import Event
from eventkeep.canonical import canonical, state_hash
from tests.unit.made_up import made_up
from tests.views.shown import derived

ASCII_KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WHOLE_NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1)
DOCUMENTS = st.recursive(
    st.one_of(st.none(), st.booleans(), WHOLE_NUMBERS, TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(ASCII_KEYS, inner, max_size=4)),
    max_leaves=20,
)
UNIONS = (contacts.FamilyEvent, meetings.FamilyEvent, plans.FamilyEvent, progress.FamilyEvent)
ANY_EVENT = st.one_of(*(made_up(event) for union in UNIONS for event in get_args(union)))
OWN_IDS: dict[type[Event], tuple[str, ...]] = {
    contacts.ConsultationRequested: ("consultation",),
    contacts.SupporterAdded: ("supporter",),
    contacts.HelpNeedRaised: ("need",),
    contacts.ContactRequested: ("request",),
    **{event: ("meeting",) for event in meetings.EVENTS.values() if "meeting" in event.model_fields},
    meetings.InvitationIssued: ("meeting", "invitation"),
    meetings.AgendaItemProposed: ("meeting", "item"),
    meetings.AgreementMade: (),  # shown until it ends
    plans.FamilyWishRecorded: ("wish",),
    plans.OwnHelpNeedStated: ("need",),
    plans.ResourceIdentified: ("resource",),
    plans.PlanPartWritten: ("person",),
    plans.RealityChallengeRaised: ("challenge",),
    plans.ActivityAdded: ("activity",),
    plans.InformationRequested: ("request",),
    plans.AssessmentFormOpened: ("form",),
    plans.AssessmentRequested: ("assessment",),
    plans.RehabCasePrepared: ("case",),
    plans.FocusAreaAdded: ("focus_area",),
    plans.GoalDefined: ("goal",),
    plans.InterventionAdded: ("intervention",),
    progress.BaselineRecorded: ("baseline",),
    progress.ProgressRegistered: ("registration", "goal"),
    progress.SmallSuccessNoted: ("success",),
}


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_the_same_bytes_as_rfc_8785(document: Any) -> None:
    """Strings with any character, integers below 2^53, null, booleans, nested; keys in ASCII."""
    assert canonical(document) == rfc8785.dumps(document)


def test_the_characters_that_encoders_differ_in() -> None:
    """Control characters, quotes, the line separators, beyond the basic plane, the largest integers."""
    every = (
        "".join(map(chr, range(0xA0))) + '"\\/\u2028\u2029\ufeff\ufffe\uffff\U00010000\U0001f468\U0010ffff'
    )
    document: Any = {
        "text": every,
        "most": 2**53 - 1,
        "least": 1 - 2**53,
        "A": None,
        "a": True,
        "_": [],
        "": {},
    }
    assert canonical(document) == rfc8785.dumps(document)


def test_a_hash_covers_the_version_of_the_view_and_the_document() -> None:
    """SHA-256 over the canonical JSON of both, so that anybody can check it with other tools."""
    document: Any = {"b": 1, "a": "æ"}
    expected = hashlib.sha256(rfc8785.dumps({"view": 1, "plan": document})).digest()
    assert state_hash(1, document) == expected
    assert state_hash(2, document) != expected


def is_plain(value: object) -> bool:
    """Whether a document holds strings, booleans, null and integers below 2^53 only, with ASCII keys."""
    if type(value) is dict:
        return all(type(name) is str and name.isascii() and is_plain(each) for name, each in value.items())
    if type(value) is list:
        return all(is_plain(each) for each in value)
    return value is None or type(value) in (str, bool) or (type(value) is int and abs(value) < 2**53)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ANY_EVENT, max_size=6))
def test_whatever_was_told_the_plan_can_be_shown_and_nothing_is_dropped(events: list[Event]) -> None:
    """Also where events point at what nobody told of, name it twice, or contradict each other."""
    document = derived(*events)
    assert is_plain(document)
    assert canonical(document) == rfc8785.dumps(document)
    shown = canonical(document).decode()
    for event in of_the_current_plan(events):
        assert all(str(getattr(event, name)) in shown for name in OWN_IDS.get(type(event), ()))


def of_the_current_plan(events: list[Event]) -> list[Event]:
    """Without what a plan held that was closed before another was drafted: that begins empty. INV-16."""
    closed, left = False, list[Event]()
    for event in events:
        if closed and isinstance(event, plans.PlanDrafted):
            left = [each for each in left if ".plans." not in each.wire]
        closed = isinstance(event, plans.PlanClosed) or (closed and not isinstance(event, plans.PlanDrafted))
        left.append(event)
    return left
