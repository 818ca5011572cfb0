"""A plan for tests: ids, what contacts says around it, and what every plan holds before it is approved."""

from datetime import UTC, date, datetime
from typing import Any, TypeVar

from contracts.contacts.events import ProfessionalAttached
from contracts.ids import (
    ActivityId,
    AssessmentId,
    CaseId,
    ChallengeId,
    ConsultationId,
    FamilyId,
    FocusAreaId,
    FormId,
    GoalId,
    HelpNeedId,
    MeetingId,
    PersonId,
    ProfessionalId,
    RequestId,
    ResourceId,
    StatementId,
    StatutoryPlanId,
    WishId,
)
from contracts.plans.events import (
    Element,
    ElementNotRelevant,
    FamilyEvent,
    GoalDefined,
    PlanPartWritten,
)
from contracts.shapes import Actor, Command
from eventkeep.handle import Decider
from eventkeep.testing import Given, folded, given
from services.plans import domain
from services.plans.reference import ContactsFacts, Known, evolve_contacts
from tests.unit.family import (
    ANNA,
    AROUND,
    AT,
    BO,
    BY_TEAM,
    FAMILY,
    HOME_LAW,
    SOFIE,
    TOMAS,
    ULLA,
    attached,
    numbered,
    professional,
)
from tests.unit.offering import OFFER, TALKS
from tests.unit.story import DEFINED, DRAFTED

ACommand = TypeVar("ACommand", bound=Command)

PLANS = Decider(domain.State, domain.decide, domain.evolve)
WANDA = numbered(ProfessionalId, 4)
CASEWORKER_ATTACHED = ProfessionalAttached(
    family=FAMILY,
    professional=WANDA,
    name="Wanda Example",
    department="family",
    profession="social-worker",
    purpose="casework",
    basis=HOME_LAW,
)
BY_CASEWORKER = professional(WANDA)
PEDAGOGUES = tuple(
    attached(who).model_copy(update={"profession": "pedagogue"}) for who in (SOFIE, TOMAS, ULLA)
)
"""So that none of them is a caseworker."""
CONTACTS = folded(evolve_contacts, ContactsFacts(), *AROUND, *PEDAGOGUES, CASEWORKER_ATTACHED)
KNOWN = Known(contacts=CONTACTS, offers={TALKS: OFFER})
"""Anna (adult) and Bo (young); Sofie and Tomas on the team; Ulla informed; Wanda, a caseworker, not on the team."""

TODAY, LATER = date(2024, 3, 1), datetime(2024, 5, 2, 12, 0, tzinfo=UTC)
WISH, NEED, RESOURCE = numbered(WishId, 1), numbered(HelpNeedId, 1), numbered(ResourceId, 1)
HOME, SCHOOL, CHALLENGE = numbered(FocusAreaId, 1), numbered(FocusAreaId, 2), numbered(ChallengeId, 1)
ACTIVITY, STATUTORY = numbered(ActivityId, 1), numbered(StatutoryPlanId, 1)
REQUEST, FORM, ASSESSMENT = numbered(RequestId, 1), numbered(FormId, 1), numbered(AssessmentId, 1)
CONSULTATION, STATEMENT, CASE = numbered(ConsultationId, 1), numbered(StatementId, 1), numbered(CaseId, 1)
INTO, NEXT_MEETING = numbered(FamilyId, 2), numbered(MeetingId, 2)


def a(command: type[ACommand], by: Actor = BY_TEAM, at: datetime = AT, **fields: Any) -> ACommand:
    """A command about the family, by the team unless somebody else gives it."""
    return command.model_validate({"by": by, "at": at, "family": FAMILY, **fields})


def but(command: ACommand, **changes: Any) -> ACommand:
    """The same command with something else in it."""
    return command.model_copy(update=changes)


def the_plan(*events: FamilyEvent) -> Given:
    """A drafted plan in which this has happened, around the family that contacts knows."""
    return given(PLANS, DRAFTED, *events).with_known(KNOWN)


def goal(number: int, parent: GoalId | None = None, level: int = 1, **more: Any) -> GoalDefined:
    """A goal of Anna's, owned by Ulla, in its place."""
    placed = {"goal": numbered(GoalId, number), "parent": parent, "level": level}
    return DEFINED.model_copy(update={**placed, "revision": 1, **more})


def part(person: PersonId, revision: int = 0) -> PlanPartWritten:
    """A member has written a part of the plan."""
    return PlanPartWritten(family=FAMILY, person=person, words="My part.", revision=revision)


def set_aside(element: Element, revision: int = 0) -> ElementNotRelevant:
    """An element is not relevant now."""
    return ElementNotRelevant(family=FAMILY, element=element, reason="Not now.", revision=revision)


READY: tuple[FamilyEvent, ...] = (
    part(ANNA),
    part(BO),
    *(set_aside(each) for each in (Element.SELF_SUPPORT, Element.EMPLOYMENT, Element.EDUCATION)),
)
"""What every plan holds before it is approved. INV-17, INV-44."""
