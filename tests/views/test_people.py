"""What the family plan shows of members, households, the case, the team and its coordinator."""

from datetime import date

from contracts.contacts.events import (
    AttachmentExpired,
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorDeputyEnded,
    CoordinatorDeputyNamed,
    CoordinatorHandoverAccepted,
    CoordinatorHandoverEnded,
    CoordinatorHandoverStarted,
    CoordinatorVacated,
    EligibilityDecided,
    FamilyAdmitted,
    FamilyClosed,
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyReopened,
    LegalBasisRecorded,
    Member,
    ModelAccepted,
    ModelDeclined,
    PrimaryContactDesignated,
    Role,
    TeamCompositionReviewed,
    TeamMemberRemoved,
    TeamReviewDue,
)
from contracts.ids import FamilyId, FocusAreaId, LegalBasisId
from tests.unit.family import ANNA, BO, CLARA, FAMILY, REGISTERED, SOFIE, TOMAS, numbered
from tests.views.around import LEADS_ELSEWHERE, SOFIE_ATTACHED, TOMAS_ATTACHED, TWO_HOMES
from tests.views.shown import family_plan

DAY = date(2024, 3, 1)
OTHER = numbered(FamilyId, 77)
ESTABLISHED = CoordinationTeamEstablished(family=FAMILY, members=(SOFIE, TOMAS), pre_meeting_waived="Known.")
CHOSEN = CoordinatorChosen(family=FAMILY, professional=SOFIE, chosen_by=(ANNA,))
PASSED_ON = CoordinatorHandoverStarted(family=FAMILY, professional=TOMAS, chosen_by=(ANNA,), previous=SOFIE)
DEPUTY = CoordinatorDeputyNamed(family=FAMILY, deputy=TOMAS, valid_from=DAY, valid_to=DAY)


def test_one_home_never_shows_what_would_lead_to_the_other() -> None:
    """X-06, R01: that somebody left or came is seen, not whither nor whence; nor where the case goes on."""
    document = family_plan(*TWO_HOMES)
    assert [each["person"] for each in document["members"]] == [ANNA]
    assert document["former_members"] == [{"person": BO, "role": "young", "name": "Bo Example"}]
    for told in LEADS_ELSEWHERE:
        assert told not in str(document)


def test_one_sees_what_each_professional_can_do() -> None:
    """M10, R11: such as that somebody at the job centre is a certified coach; said anew, it is the new."""
    coach = TOMAS_ATTACHED.model_copy(update={"competences": ("certified-coach",)})
    for told, shown in (((coach,), ["certified-coach"]), ((coach, TOMAS_ATTACHED), [])):
        [attached] = family_plan(REGISTERED, *told)["attached"]
        assert list(attached["competences"]) == shown


def test_that_an_address_is_protected_is_seen() -> None:
    """X-06: in every family that the person belongs to; there is no address to see."""
    shielded = Member(person=BO, role=Role.YOUNG, name="Bo Example", protected=True)
    document = family_plan(REGISTERED, FamilyMemberChanged(family=FAMILY, member=shielded))
    assert [each["address_protected"] for each in document["members"]] == [False, True]


def test_adults_are_told_from_children_and_the_young() -> None:
    """R02, R04: also one who joins, and one who has grown up."""
    grown = Member(person=BO, role=Role.ADULT, name="Bo Example")
    clara = Member(person=CLARA, role=Role.ADULT, name="Clara Example")
    told = (
        FamilyMemberAdded(family=FAMILY, member=clara),
        FamilyMemberChanged(family=FAMILY, member=grown),
    )

    def adults(*events: FamilyEvent) -> list[str]:
        return [each["person"] for each in family_plan(*events)["members"] if each["role"] == "adult"]

    assert adults(REGISTERED) == [ANNA]
    assert adults(REGISTERED, *told) == [ANNA, BO, CLARA]


def test_who_comes_back_is_a_member_and_no_longer_former() -> None:
    """R02."""
    left = FamilyMemberLeft(family=FAMILY, person=BO, reason="moved")
    bo = Member(person=BO, role=Role.ADULT, name="Bo Example")
    back = FamilyMemberAdded(family=FAMILY, member=bo)
    document = family_plan(REGISTERED, left, back)
    assert [each["person"] for each in document["members"]] == [ANNA, BO]
    assert document["former_members"] == []


def test_the_case_is_shown_without_what_it_rests_on() -> None:
    """T17, A39: by which model, since when; by which laws only where a plan is missing. The date is set once. INV-51,
    INV-60."""
    admitted = FamilyAdmitted(
        family=FAMILY,
        programme="families",
        visitation_date=DAY,
        deciders=(SOFIE,),
        health_professionals=(SOFIE,),
        direct_contacts=3,
    )
    document = family_plan(
        LegalBasisRecorded(
            family=FAMILY, legal_basis=numbered(LegalBasisId, 1), code="barnets lov § 32", valid_from=DAY
        ),
        EligibilityDecided(
            family=FAMILY, eligible=True, codes=("barnets lov § 32",), decided_on=DAY, reason="a family case"
        ),
        ModelAccepted(family=FAMILY, accepted_by=(ANNA,), started_on=DAY),
        admitted,
        admitted.model_copy(update={"visitation_date": date(2024, 6, 1)}),
    )
    assert document["case"] == {
        "closed": False,
        "model_started_on": "2024-03-01",
        "programme": "families",
        "visitation_date": "2024-03-01",
    }
    assert "barnets lov" not in str({**document, "lacks": {}})


def test_a_model_that_was_given_up_has_not_started() -> None:
    """P02, INV-53: nor are the family's reasons shown."""
    accepted = ModelAccepted(family=FAMILY, accepted_by=(ANNA,), started_on=DAY)
    declined = ModelDeclined(family=FAMILY, declined_by=(ANNA,), reason="Private.")
    document = family_plan(accepted, declined)
    assert document["case"]["model_started_on"] is None
    assert "Private." not in str(document)


def test_a_team_that_everybody_left_stands_since_no_day() -> None:
    """R10, P48."""
    off = [TeamMemberRemoved(family=FAMILY, professional=who) for who in ESTABLISHED.members]
    established = ESTABLISHED.model_copy(update={"established_on": DAY})
    since = [family_plan(established, *off[:n])["team_since"] for n in range(len(off) + 1)]
    assert since[:-1] == [str(DAY)] * len(off)
    assert since[-1] is None


def test_a_deputy_whose_days_are_over_stands_in_no_more() -> None:
    """R07: as the clock said."""
    over = CoordinatorDeputyEnded(family=FAMILY, deputy=TOMAS, due_on=DAY)
    assert family_plan(SOFIE_ATTACHED, ESTABLISHED, CHOSEN, DEPUTY)["deputy"]["professional"] == TOMAS
    assert family_plan(SOFIE_ATTACHED, ESTABLISHED, CHOSEN, DEPUTY, over)["deputy"] is None


def test_nobody_is_around_a_closed_case() -> None:
    """Q15: who was is named still; a reopened one begins anew."""
    trusted = PrimaryContactDesignated(family=FAMILY, professional=SOFIE)
    closed = FamilyClosed(family=FAMILY, reason="goals reached")
    told = (SOFIE_ATTACHED, ESTABLISHED, CHOSEN, DEPUTY, PASSED_ON, trusted, closed)
    document = family_plan(*told)
    assert (document["case"]["closed"], document["attached"], document["team"]) == (True, [], [])
    places = ("coordinator", "coordinator_chosen", "deputy", "primary_contact")
    assert [document[place] for place in places] == [None] * 4
    assert [each["professional"] for each in document["formerly_attached"]] == [SOFIE]
    reopened = FamilyReopened(family=FAMILY, reason="new needs")
    assert family_plan(*told, reopened)["case"]["closed"] is False


def test_an_expired_basis_makes_somebody_former() -> None:
    """X-01."""
    expired = AttachmentExpired(family=FAMILY, professional=SOFIE, due_on=DAY)
    document = family_plan(SOFIE_ATTACHED, TOMAS_ATTACHED, expired)
    assert [each["professional"] for each in document["attached"]] == [TOMAS]
    assert [each["professional"] for each in document["formerly_attached"]] == [SOFIE]


def test_the_baton_is_seen_where_it_is() -> None:
    """INV-03: the old coordinator holds until the new one accepts, and the deputy was the old one's."""
    before = family_plan(ESTABLISHED, CHOSEN, DEPUTY, PASSED_ON)
    assert (before["coordinator"], before["coordinator_chosen"]) == (SOFIE, TOMAS)
    assert before["deputy"] == {"professional": TOMAS, "valid_from": "2024-03-01", "valid_to": "2024-03-01"}
    ended = CoordinatorHandoverEnded(family=FAMILY, professional=TOMAS, reason="no time")
    stays = family_plan(ESTABLISHED, CHOSEN, PASSED_ON, ended)
    assert (stays["coordinator"], stays["coordinator_chosen"]) == (SOFIE, None)
    accepted = CoordinatorHandoverAccepted(family=FAMILY, professional=TOMAS, previous=SOFIE)
    after = family_plan(ESTABLISHED, CHOSEN, DEPUTY, PASSED_ON, accepted)
    assert (after["coordinator"], after["coordinator_chosen"], after["deputy"]) == (TOMAS, None, None)
    vacated = CoordinatorVacated(family=FAMILY, professional=SOFIE)
    waiting = family_plan(ESTABLISHED, CHOSEN, PASSED_ON, vacated)
    assert (waiting["coordinator"], waiting["coordinator_chosen"]) == (None, TOMAS)


def test_a_deputy_who_leaves_the_team_stands_in_no_more() -> None:
    """R07, INV-01."""
    off = TeamMemberRemoved(family=FAMILY, professional=TOMAS)
    assert family_plan(ESTABLISHED, CHOSEN, DEPUTY, off)["deputy"] is None


def test_a_review_of_the_team_is_due_until_it_was_made() -> None:
    """INV-47, P07."""
    area = numbered(FocusAreaId, 1)
    due = TeamReviewDue(family=FAMILY, because="focus-area-added", plans_version=4)
    assert family_plan(ESTABLISHED, due)["team_review_due"] == "focus-area-added"
    reviewed = TeamCompositionReviewed(family=FAMILY, focus_areas=(area,), without_member=(area,))
    document = family_plan(ESTABLISHED, due, reviewed)
    assert document["team_review_due"] is None
    assert document["focus_areas_without_team_member"] == [area]
