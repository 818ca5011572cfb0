"""What a department's topic tells of an event: what everybody attached is shown, and nothing beside it. X-01, X-06."""

from datetime import UTC, date, datetime

import orjson

from contracts.contacts.events import (
    Basis,
    BasisKind,
    ConsentGiven,
    FamilyReferred,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.ids import ConsentId
from contracts.out.events import Ended, FamilyPlanRevoked
from contracts.plans.events import GoalClosed, GoalEnding
from services.overview.out.editions import Outlet
from services.overview.out.message import encoded, led
from tests.unit.family import ANNA, BO, FAMILY, ULLA, numbered
from tests.views.planned import EAT
from tests.views.tales import told, with_sealed_words

LAST = date(2024, 6, 1)
BASIS = Basis(kind=BasisKind.LAW, reference="barnets lov § 32", valid_from=date(2024, 1, 1))
ATTACHED = ProfessionalAttached(
    family=FAMILY,
    professional=ULLA,
    name="Ulla Example",
    department="health",
    profession="health-visitor",
    purpose="child-health",
    basis=BASIS,
)
DETACHED = ProfessionalDetached(family=FAMILY, professional=ULLA, reason="moved-on")
CONSENTED = ConsentGiven(
    family=FAMILY,
    consent=numbered(ConsentId, 1),
    person=BO,
    given_by=(ANNA,),
    department="school",
    scope=("plan",),
    purpose="schooling",
    valid_from=date(2024, 1, 1),
    valid_to=LAST,
    evidence="paper",
)


def test_why_somebody_may_see_the_family_is_told_to_nobody() -> None:
    """The basis of an attachment and the reason of its end are not shown in the plan, and so not told."""
    attached, detached = led(told(ATTACHED, DETACHED), frozenset())
    assert "basis" not in attached["data"]
    assert "reason" not in detached["data"]
    assert (attached["ref"], detached["ref"]) == ("contacts=1", "contacts=2")


def test_an_event_is_told_in_its_older_versions_too() -> None:
    """While departments move to the new one: the newest first, each masked as the newest is."""
    first, second = "helhed.contacts.professional-detached.v0", "helhed.contacts.professional-detached.v00"
    versions = {
        ProfessionalDetached.wire: (first, lambda data: {"who": data["professional"], **data}),
        first: (second, lambda data: {"who": data["who"]}),
    }
    [detached] = led(told(DETACHED), frozenset(), versions)
    [before, before_that] = detached["also"]
    assert (before["type"], before["data"]) == (first, {"who": ULLA, **detached["data"]})
    assert (before_that["type"], before_that["data"]) == (second, {"who": ULLA})
    assert all(each["also"] == [] for each in led(told(DETACHED), frozenset()))


def test_what_is_told_to_some_alone_is_no_part_of_it() -> None:
    """Consents and referrals stand in the case, which is for those who coordinate or decide in it."""
    referred = FamilyReferred(family=FAMILY, programme="pilot", source="school")
    assert led(told(CONSENTED, referred), frozenset()) == []


def test_words_are_told_where_the_plan_shows_them_and_masked_elsewhere() -> None:
    [event] = map(with_sealed_words, told(ATTACHED))
    text = event.data["name"]
    assert [each["data"]["name"] for each in led([event], frozenset({text}))] == [text]
    assert [each["data"]["name"] for each in led([event], frozenset())] == [None]


def test_why_a_goal_was_closed_is_told_where_the_plan_shows_it() -> None:
    """A reader who folds the goals needs it; the reason of anything that the plan doesn't show stays away."""
    closed = GoalClosed(
        family=FAMILY, goal=EAT, ending=GoalEnding.ABANDONED, reason="Nobody wants it now.", revision=9
    )
    [event] = map(with_sealed_words, told(closed))
    text = event.data["reason"]
    assert [each["data"].get("reason") for each in led([event], frozenset({text}))] == [text]
    assert ["reason" in each["data"] for each in led([event], frozenset())] == [False]


def test_a_message_has_the_same_id_wherever_it_is_sent_again() -> None:
    """So that who keeps ids knows it; and each state, grant and department has one of its own."""
    over = FamilyPlanRevoked(family=FAMILY, grant=2, state_no=7, reason=Ended.NOBODY_ATTACHED)
    now = datetime(2024, 3, 1, tzinfo=UTC)
    first, again = (encoded(over, Outlet("school", 1), now) for _ in range(2))
    assert first == again
    told_of = orjson.loads(first)
    assert told_of["partitionkey"] == FAMILY
    assert told_of["type"] == FamilyPlanRevoked.wire
    others = {
        orjson.loads(encoded(each, where, now))["id"]
        for each in (over, over.model_copy(update={"grant": 3}), over.model_copy(update={"state_no": 8}))
        for where in (Outlet("school", 1), Outlet("health", 1), Outlet("school", 2))
    }
    assert len(others) == 9
