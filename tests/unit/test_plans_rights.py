"""Who may give which command to plans: the table, command by command and relation by relation."""

from datetime import date
from typing import get_args

import pytest

from contracts.contacts.events import (
    AttachmentExpired,
    CoordinatorChosen,
    CoordinatorDeputyNamed,
    CoordinatorVacated,
    FamilyClosed,
    FamilyReopened,
    ProfessionalDetached,
)
from contracts.shapes import Actor, Command
from eventkeep.refused import Refused
from eventkeep.testing import folded
from services.plans.domain import FamilyCommand, State, decide
from services.plans.health import AnswerHealthStatement
from services.plans.offers import PresentOffer, RecordOfferVisit
from services.plans.reference import ContactsFacts, Known, evolve_contacts
from services.plans.rehabilitation import RecordRecommendation
from services.plans.rights import MAY_GIVE, Relation, relations, require_may_give
from tests.unit.family import (
    ANNA,
    AROUND,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    FAMILY,
    PASSER_BY,
    REGISTERED,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
    person,
    professional,
)
from tests.unit.plan_commands import EVERY_COMMAND
from tests.unit.planning import BY_CASEWORKER, CASEWORKER_ATTACHED, KNOWN, PEDAGOGUES, TODAY, WANDA, but

LEFT = CoordinatorVacated(family=FAMILY, professional=SOFIE)
ALONE = Known(contacts=folded(evolve_contacts, KNOWN.contacts, LEFT))
"""Nobody coordinates: Tomas is on the team and nothing else."""
COORDINATOR_ALONE = Known(
    contacts=folded(
        evolve_contacts,
        *(ContactsFacts(), REGISTERED, attached(PASSER_BY)),
        CoordinatorChosen(family=FAMILY, professional=PASSER_BY, chosen_by=(ANNA,)),
    )
)

STANDING: dict[Relation, tuple[Known, Actor]] = {
    Relation.FAMILY: (ALONE, BY_ANNA),
    Relation.COORDINATOR: (COORDINATOR_ALONE, professional(PASSER_BY)),
    Relation.TEAM: (ALONE, professional(TOMAS)),
    Relation.ATTACHED: (ALONE, BY_INFORMED),
    Relation.CASEWORKER: (ALONE, BY_CASEWORKER),
    Relation.STAFF: (ALONE, professional(PASSER_BY)),
    Relation.SERVICE: (ALONE, BY_SERVICE),
}
"""Somebody of each relation, who stands in no other that gives more."""

DENIALS = {"not_on_team", "not_around_family", "caseworker_only", "for_services_only"}
A_NAME = lambda each: type(each).__name__  # noqa: E731


def denied(known: Known, command: Command) -> str:
    """The code with which the table refuses; "" where it doesn't."""
    try:
        require_may_give(known, command)
    except Refused as refused:
        return refused.code
    return ""


def test_the_table_names_every_command_and_the_examples_too() -> None:
    """INV-40."""
    assert set(MAY_GIVE) == set(get_args(FamilyCommand))
    assert [type(each) for each in EVERY_COMMAND] == list(dict.fromkeys(type(each) for each in EVERY_COMMAND))
    assert {type(each) for each in EVERY_COMMAND} == set(MAY_GIVE)


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=A_NAME)
def test_a_command_is_for_those_in_its_row(command: Command, relation: Relation) -> None:
    """INV-40, INV-63: in none of the relations that the table leaves out."""
    known, by = STANDING[relation]
    has = relations(known, by, TODAY)
    assert relation in has
    code = denied(known, but(command, by=by))
    assert (code == "") is bool(has & MAY_GIVE[type(command)])
    assert code in {"", *DENIALS}


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=A_NAME)
def test_strangers_change_nothing(command: Command) -> None:
    """INV-40."""
    for stranger in (person(STRANGER), professional(PASSER_BY)):
        assert denied(KNOWN, but(command, by=stranger)) in DENIALS


def test_the_table_says_what_was_decided() -> None:
    """INV-40, INV-63, INV-62: written out once more, so that a slip in the table shows."""
    family = {each.__name__ for each, who in MAY_GIVE.items() if Relation.FAMILY in who}
    informed = {each.__name__ for each, who in MAY_GIVE.items() if Relation.ATTACHED in who}
    legal = {each.__name__ for each, who in MAY_GIVE.items() if who == {Relation.CASEWORKER}}
    casework = {each.__name__ for each, who in MAY_GIVE.items() if Relation.CASEWORKER in who}
    services = {each.__name__ for each, who in MAY_GIVE.items() if who == {Relation.SERVICE}}
    assert legal == {"GrantIntervention", "StartResourceCourse"}
    assert casework == legal | {
        *("StartIntervention", "PauseIntervention", "EndIntervention", "CancelIntervention"),
        *("RequestHealthStatement", "LinkStatutoryPlan", "UnlinkStatutoryPlan"),
    }
    assert services == {
        *("NoteGoalOverdue", "NoteActivityOverdue", "NoteInformationOverdue"),
        *("AskGoals", "QuestionApproval"),
    }
    assert informed == {
        *("ShareGoal", "RecordInformation", "CompleteAssessment", "ShareAssessment"),
        *("AnswerHealthStatement", "PrepareRehabCase", "SubmitRehabCase", "RecordRecommendation"),
        *("ConfirmOwnership", "PresentOffer", "RecordOfferVisit"),
    }
    assert not family & {
        *("RaiseRealityChallenge", "RewordGoal", "AssignProvider", "LinkStatutoryPlan", "PresentOffer")
    }
    assert not any(Relation.STAFF in who for who in MAY_GIVE.values())


def test_a_deputy_coordinates_within_his_or_her_days() -> None:
    """INV-40, R07."""
    named = CoordinatorDeputyNamed(
        family=FAMILY, deputy=ULLA, valid_from=date(2024, 3, 1), valid_to=date(2024, 3, 5)
    )
    known = Known(contacts=evolve_contacts(KNOWN.contacts, named))
    for day, stands in ((29, False), (1, True), (5, True), (6, False)):
        on = date(2024, 2, 29) if day == 29 else date(2024, 3, day)
        assert (Relation.COORDINATOR in relations(known, BY_INFORMED, on)) is stands


@pytest.mark.parametrize(
    ("profession", "function", "is_one"),
    [
        ("social-worker", None, True),
        ("nurse", "caseworker", True),
        ("nurse", "coordinating-caseworker", True),
        ("nurse", "coordinating caseworker", True),
        ("social worker", None, True),
        ("nurse", "health-coordinator", False),
        ("nurse", None, False),
    ],
)
def test_a_caseworker_is_one_by_function_or_profession(
    profession: str, function: str | None, is_one: bool
) -> None:
    """INV-63, R28."""
    as_what = {"profession": profession, "function": function}
    contacts = evolve_contacts(KNOWN.contacts, CASEWORKER_ATTACHED.model_copy(update=as_what))
    assert (Relation.CASEWORKER in relations(Known(contacts=contacts), BY_CASEWORKER, TODAY)) is is_one


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "counts"), [(2, None, False), (1, 1, True), (1, None, True)]
)
def test_an_attachment_counts_on_its_days(valid_from: int, valid_to: int | None, counts: bool) -> None:
    """X-01."""
    begun = attached(WANDA)
    days = {
        "valid_from": date(2024, 3, valid_from),
        "valid_to": None if valid_to is None else date(2024, 3, valid_to),
    }
    basis = begun.model_copy(update={"basis": begun.basis.model_copy(update=days)})
    known = Known(contacts=evolve_contacts(KNOWN.contacts, basis))
    assert (Relation.ATTACHED in relations(known, BY_CASEWORKER, TODAY)) is counts
    over = begun.model_copy(update={"basis": begun.basis.model_copy(update={"valid_to": date(2024, 2, 29)})})
    gone = Known(contacts=evolve_contacts(KNOWN.contacts, over))
    assert Relation.ATTACHED not in relations(gone, BY_CASEWORKER, TODAY)


def test_a_place_on_the_team_counts_only_with_a_basis_in_force() -> None:
    """X-01, INV-40, R07: Sofie coordinates, on the team; neither gives anything once her basis is over."""
    over = {"basis": attached(SOFIE).basis.model_copy(update={"valid_to": date(2024, 2, 29)})}
    deputy = CoordinatorDeputyNamed(family=FAMILY, deputy=ULLA, valid_from=TODAY, valid_to=TODAY)
    for who, event in (
        (SOFIE, attached(SOFIE).model_copy(update=over)),
        (SOFIE, ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left")),
        (SOFIE, AttachmentExpired(family=FAMILY, professional=SOFIE, due_on=date(2024, 2, 29))),
        (ULLA, AttachmentExpired(family=FAMILY, professional=ULLA, due_on=date(2024, 2, 29))),
    ):
        before = folded(evolve_contacts, KNOWN.contacts, deputy)
        assert Relation.COORDINATOR in relations(Known(contacts=before), professional(who), TODAY)
        known = Known(contacts=folded(evolve_contacts, before, event))
        assert relations(known, professional(who), TODAY) == {Relation.STAFF}


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=A_NAME)
def test_nothing_is_written_for_a_family_that_is_closed_or_not_known(command: Command) -> None:
    """R01: but for what follows from it, which our own service does. Nobody is around a family that was closed."""
    if command.by == BY_SERVICE:
        return
    closed = Known(contacts=evolve_contacts(KNOWN.contacts, FamilyClosed(family=FAMILY, reason="moved")))
    assert denied(closed, command) == "family_closed"
    assert denied(Known(), command) == "family_unknown"
    reopened = evolve_contacts(closed.contacts, FamilyReopened(family=FAMILY, reason="back"))
    assert denied(Known(contacts=reopened), command) in DENIALS
    around_again = folded(evolve_contacts, reopened, *AROUND[1:], *PEDAGOGUES, CASEWORKER_ATTACHED)
    assert denied(Known(contacts=around_again), command) == ""


def test_decide_asks_the_table_first() -> None:
    """INV-40."""
    for command in EVERY_COMMAND:
        with pytest.raises(Refused) as refused:
            decide(State(known=KNOWN), but(command, by=person(STRANGER)))
        assert refused.value.code in DENIALS


@pytest.mark.parametrize("command", [each for each in EVERY_COMMAND if each.by != BY_SERVICE][2:], ids=A_NAME)
def test_there_is_nothing_before_the_plan(command: FamilyCommand) -> None:
    """INV-16: but for what others answer after the plan, which nobody has asked for here, and for what a family hears
    and sees of offers."""
    if isinstance(command, PresentOffer | RecordOfferVisit):
        assert decide(State(known=KNOWN), command)
        return
    unasked = {AnswerHealthStatement: "statement_unknown", RecordRecommendation: "rehab_case_unknown"}
    with pytest.raises(Refused) as refused:
        decide(State(known=KNOWN), command)
    assert refused.value.code == unasked.get(type(command), "plan_not_drafted")


def test_what_our_service_sends_about_no_plan_says_nothing() -> None:
    """INV-16."""
    for command in EVERY_COMMAND:
        if command.by == BY_SERVICE:
            assert decide(State(known=KNOWN), command) == []
