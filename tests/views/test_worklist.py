"""What a coordinator has to see to, over all families: over time, this week, and what waits for others. P27."""

from datetime import date, timedelta
from typing import Any

from contracts.contacts.events import (
    ContactMade,
    ContactRequested,
    ContractDrafted,
    ContractParty,
    ContractSigned,
    Sections,
    TeamReviewDue,
)
from contracts.ids import AssessmentId, ChallengeId, ContractId, FamilyId, RequestId
from contracts.meetings.events import InvitationAnswer, InvitationAnswered, InvitationIssued
from contracts.plans.events import (
    AssessmentCompleted,
    AssessmentRequested,
    GoalOverdue,
    InformationReceived,
    InformationRequested,
    Method,
    RealityChallengeAnswered,
    RealityChallengeRaised,
)
from contracts.progress.events import ScoredBy
from contracts.shapes import Event
from services.overview.sentences import Language
from services.overview.worklist import document, merged, summary
from tests.unit.family import ANNA, FAMILY, SOFIE, ULLA, numbered
from tests.views.around import CONTACTS
from tests.views.met import INVITED, MEETINGS, NEXT_MEETING, PROMISED, registered
from tests.views.planned import EAT, PLANS, SCHOOL_AREA, questioned
from tests.views.shown import family_plan

DAY = date(2024, 3, 8)
BASE = (*CONTACTS, *MEETINGS, *PLANS)
WITHOUT_NEXT = (
    *CONTACTS,
    *(event for event in MEETINGS if getattr(event, "meeting", None) != NEXT_MEETING),
    *PLANS,
)
INFORMED = {
    "version": 1,
    "behind": 1,
    "attached": [{"professional": ULLA, "behind": True}, {"professional": SOFIE, "behind": False}],
}


def share(
    *events: Event, base: tuple[Event, ...] = BASE, day: date = DAY, language: Language = Language.ENGLISH
) -> dict[str, Any]:
    """One family's share, where everybody has seen the plan."""
    seen = {**INFORMED, "behind": 0, "attached": []}
    return document(family_plan(*base, *events), seen, day, language)


def items(*events: Event, **more: Any) -> dict[str, tuple[str, str | None]]:
    """The part and the day of each thing to see to, by kind."""
    return {each["kind"]: (each["part"], each["due_on"]) for each in share(*events, **more)["items"]}


REQUEST, ASKED = numbered(RequestId, 7), numbered(RequestId, 8)
CONTRACT, ASSESSMENT, CHALLENGE = numbered(ContractId, 1), numbered(AssessmentId, 1), numbered(ChallengeId, 1)
REQUESTED = ContactRequested(family=FAMILY, request=REQUEST, professional=ULLA, due_on=date(2024, 3, 10))
DRAFTED = ContractDrafted(
    family=FAMILY,
    contract=CONTRACT,
    version=1,
    sections=Sections(family=FAMILY, expectations="a", roles="b", competences="c"),
)


def signed(*parties: ContractParty) -> list[ContractSigned]:
    """Parties sign."""
    return [
        ContractSigned(
            family=FAMILY, contract=CONTRACT, version=1, party=each, signed_by=SOFIE, in_force=False
        )
        for each in parties
    ]


def test_a_contact_request_waits_for_its_professional_until_its_day_is_over() -> None:
    """INV-64: then it is the coordinator's to see to; and gone once it was made."""
    assert items(REQUESTED)["contact-request"] == ("waiting", "2024-03-10")
    assert items(REQUESTED, day=date(2024, 3, 10))["contact-request"][0] == "waiting"
    assert items(REQUESTED, day=date(2024, 3, 11))["contact-request"][0] == "overdue"
    made = ContactMade(family=FAMILY, request=REQUEST, made_on=DAY)
    assert "contact-request" not in items(REQUESTED, made)


def test_the_follow_up_is_to_be_called_until_a_meeting_is() -> None:
    """INV-26: far ahead it is for later, in its last week for this week."""
    follow_up = date(2024, 5, 1)
    for days, part in ((-30, "later"), (-7, "this-week"), (0, "this-week"), (1, "overdue")):
        found = items(base=WITHOUT_NEXT, day=follow_up + timedelta(days=days))
        assert found["call-follow-up"] == (part, "2024-05-01")
    assert "call-follow-up" not in items()


def test_a_meeting_ahead_wants_invitations_and_answers() -> None:
    """INV-33."""
    asked = InvitationIssued(**{**INVITED.model_dump(), "meeting": NEXT_MEETING})
    answered = InvitationAnswered(
        family=FAMILY, meeting=NEXT_MEETING, invitation=asked.invitation, answer=InvitationAnswer.DECLINED
    )
    assert items()["invite"] == ("later", "2024-05-01")
    assert items(asked)["invitation"] == ("waiting", "2024-05-01")
    assert "invite" not in items(asked)
    assert not {"invite", "invitation"} & set(items(asked, answered))
    for each in ((), (asked,), (asked, answered)):
        assert items(*each, day=date(2024, 5, 2))["close-meeting"] == ("overdue", "2024-05-01")
        assert not {"invite", "invitation"} & set(items(*each, day=date(2024, 5, 2)))


def test_a_contract_is_signed_by_all_three() -> None:
    """INV-48: first what is the coordinator's own."""
    assert items(DRAFTED)["sign"] == ("this-week", None)
    assert items(DRAFTED, *signed(ContractParty.COORDINATOR))["signature"] == ("waiting", None)
    assert not {"sign", "signature"} & set(items(DRAFTED, *signed(*ContractParty)))


def test_what_was_asked_for_waits_for_others() -> None:
    """INV-23, INV-41, P10."""
    raised = RealityChallengeRaised(
        family=FAMILY, challenge=CHALLENGE, focus_area=SCHOOL_AREA, words="First?"
    )
    answered = RealityChallengeAnswered(
        family=FAMILY, challenge=CHALLENGE, answered_by=(ANNA,), priority_stands=True, words="Yes."
    )
    requested = AssessmentRequested(family=FAMILY, assessment=ASSESSMENT, domain="d1", department="school")
    completed = AssessmentCompleted(
        family=FAMILY, assessment=ASSESSMENT, methods=(Method.ICS,), conclusion="Done."
    )
    asked = InformationRequested(
        family=FAMILY,
        request=ASKED,
        department="school",
        what="All.",
        purpose="plan",
        due_on=date(2024, 3, 1),
    )
    received = InformationReceived(family=FAMILY, request=ASKED)
    found = items(raised, requested, asked)
    assert found["challenge"] == found["assessment"] == ("waiting", None)
    assert found["information"] == ("overdue", "2024-03-01")
    gone = items(raised, requested, asked, answered, completed, received)
    assert not {"challenge", "assessment", "information"} & set(gone)


def test_doubts_reviews_promises_and_goals_are_seen_to() -> None:
    """INV-20, INV-47, A24, A30."""
    review = TeamReviewDue(family=FAMILY, because="focus-area-added", plans_version=3)
    late = GoalOverdue(family=FAMILY, goal=EAT, due_on=date(2024, 9, 1))
    found = items(questioned(4), review, late, day=date(2024, 9, 2))
    assert found["approval-in-doubt"] == found["team-review"] == ("this-week", None)
    assert found["goal"] == ("overdue", "2024-09-01")
    assert found["agreed-action"] == ("overdue", "2024-03-08")
    assert items()["agreed-action"] == ("waiting", "2024-03-08")
    assert not {"approval-in-doubt", "team-review", "goal"} & set(items())


def test_whoever_is_behind_is_named() -> None:
    """INV-39: of an approved plan."""
    found = document(family_plan(*BASE), INFORMED, DAY, Language.DANISH)["items"]
    why = next(each["why"] for each in found if each["kind"] == "uninformed")
    assert why == "Alle tilknyttede skal kende planen."
    assert [
        (each["sentence"], each["rule"], each["part"]) for each in found if each["kind"] == "uninformed"
    ] == [("Ulla Example har ikke set den nyeste version.", "INV-39", "waiting")]
    nothing = document(family_plan(*BASE), {**INFORMED, "version": 0}, DAY, Language.DANISH)["items"]
    assert "uninformed" not in {each["kind"] for each in nothing}


def test_over_all_families_it_stands_by_day() -> None:
    """Never by family; the counts are those of the parts."""
    other = FamilyId("00000000-0000-4000-8000-000000000077")
    as_agreed = [registered(n, EAT, date(2024, 4, 29), by) for n, by in enumerate(ScoredBy)]
    first = share(REQUESTED)
    second = share(*as_agreed, base=WITHOUT_NEXT, day=date(2024, 4, 30))
    for each in second["items"]:
        each["family"] = other
    whole = merged([second, first])
    assert [(each["kind"], each["family"]) for each in whole["overdue"]] == [("agreed-action", other)]
    assert [(each["kind"], each["family"]) for each in whole["waiting"]] == [
        ("agreed-action", FAMILY),
        ("contact-request", FAMILY),
    ]
    assert [each["kind"] for each in whole["this-week"]] == ["call-follow-up"]
    assert whole["counts"] == {"families": 2, "overdue": 1, "this-week": 1, "waiting": 2, "later": 1}
    assert merged([])["counts"]["families"] == 0
    assert PROMISED.due_on == DAY


def test_a_family_is_found_by_its_members_and_how_it_stands() -> None:
    """In the list of one's families."""
    assert summary(family_plan(*BASE)) == {
        "family": FAMILY,
        "members": ["Anna Example", "Bo Example", "Clara Example"],
        "coordinator": SOFIE,
        "status": "approved",
        "approved_on": "2024-03-02",
        "next_follow_up": "2024-05-01",
    }
