"""What generated families live through: decided by their seed, and nothing in it is refused by any decider."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from contracts.contacts.events import (
    ContactEnded,
    ContactStarted,
    FamilyAdmitted,
    FamilyClosed,
    FamilyNotAdmitted,
)
from contracts.plans.events import GoalDefined, PlanApproved, ResourceCourseStarted
from contracts.progress.events import (
    BaselineRecorded,
    DeviationClosed,
    DeviationReplanned,
    DeviationReported,
    InclusionAnswered,
    Measured,
    MeasureKind,
    OccupationEnded,
    OccupationKind,
    OccupationStarted,
    RegistrationCorrected,
    ScoredBy,
    TrustRated,
    WheelDefined,
    WheelScored,
)
from deploy.demo import scenario
from deploy.demo.scenario import Cast
from deploy.load.in_memory import Given, Services
from deploy.load.municipality import STAFF, staff
from deploy.load.story import cast, cast_of_town, family
from deploy.platform.issuer import Issuer
from eventkeep.refused import Refused
from eventkeep.testing import folded
from services.progress import domain as progress
from tests.unit.invariants import broken, broken_by, broken_in

SEED = 11
HALF_A_YEAR = timedelta(days=182)
KINDS = (
    ContactStarted,
    ContactEnded,
    FamilyNotAdmitted,
    ResourceCourseStarted,
    BaselineRecorded,
    RegistrationCorrected,
    TrustRated,
    InclusionAnswered,
    WheelDefined,
    DeviationReplanned,
)


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    """Somebody who issues tokens."""
    return Issuer(tmp_path_factory.mktemp("issuer") / "jwks.json")


@pytest.fixture(scope="module")
def lives(issuer: Issuer) -> list[tuple[Cast, list[Given]]]:
    """Five hundred lives, each decided by all four services."""
    casts = [cast(SEED, number, issuer) for number in range(1, 501)]
    return [(one, Services().lives(one)) for one in casts]


def commands(story: Any) -> Iterator[str]:
    """The commands of a story, by name."""
    for step in story["steps"]:
        yield from (key for key in step if "." in key)


def test_a_family_is_the_same_whenever_it_is_told(issuer: Issuer) -> None:
    """Contents, ids and command ids follow from seed and number alone; what came before is no matter."""
    family(SEED, 8)
    assert family(SEED, 7) == family(SEED, 7)
    one, again = cast(SEED, 7, issuer), cast(SEED, 7, issuer)
    assert again.id("goal-1") == one.id("goal-1")
    assert [again.next_command_id() for _ in range(9)] == [one.next_command_id() for _ in range(9)]


def test_other_seeds_and_numbers_make_other_families(issuer: Issuer) -> None:
    """Nobody shares an id but the professionals, who are the same around all families of a seed."""
    stories = [family(seed, number) for seed in (1, 2) for number in range(1, 30)]
    assert len({str(each["persons"]) for each in stories}) == len(stories)
    casts = [cast(seed, number, issuer) for seed in (1, 2) for number in range(1, 30)]
    assert len({each.family for each in casts}) == len(casts)
    assert len({each.next_command_id() for each in casts}) == len(casts)
    town = cast_of_town(1, issuer)
    for number in range(1, 30):
        one = cast(1, number, issuer)
        assert {one.id(key) for key in one.story["professionals"]} <= {town.id(key) for key in _staff(1)}
    assert not {town.id(key) for key in _staff(1)} & {cast_of_town(2, issuer).id(key) for key in _staff(2)}


def _staff(seed: int) -> list[str]:
    return [each.key for each in staff(seed)]


def test_a_municipality_has_forty_professionals_of_many_departments() -> None:
    known = staff(SEED)
    assert len({each.name for each in known}) == len(known) == STAFF
    assert len({each.work.department for each in known}) >= 6


def test_no_step_of_a_life_is_refused(lives: list[tuple[Cast, list[Given]]]) -> None:
    """Every command makes something true: the revision that a meeting is called over is the plan's own as well."""
    for one, given in lives:
        idle = [each.command for each in given if not each.events]
        assert not idle, (one.story["title"], idle)


def test_a_life_that_goes_wrong_would_be_seen(issuer: Issuer) -> None:
    """The deciders are real: a meeting that is held before it was called is refused."""
    one = next(
        c
        for c in (cast(SEED, n, issuer) for n in range(1, 99))
        if "meetings.HoldMeeting" in commands(c.story)
    )
    left = [step for step in one.story["steps"] if "meetings.ScheduleMeeting" not in step]
    without = cast(SEED, 1, issuer, {**one.story, "steps": left})
    with pytest.raises(Refused) as refused:
        Services().lives(without)
    assert refused.value.code == "meeting_unknown"


def test_lives_are_as_different_as_families_are(lives: list[tuple[Cast, list[Given]]]) -> None:
    """Of each kind there are some: also those that are rare."""
    seen: Counter[str] = Counter()
    for one, given in lives:
        told, events = one.story, [event for each in given for event in each.events]
        roles = Counter(person["role"] for person in told["persons"].values())
        seen[f"{roles['adult']} adults"] += 1
        seen[f"{roles['child'] + roles['young']} children"] += 1
        seen["a young person"] += roles["young"] > 0
        names = Counter(commands(told))
        seen["approved" if _any(events, PlanApproved) else "not approved"] += 1
        seen["closed"] += _any(events, FamilyClosed)
        seen["no plan"] += "plans.DraftPlan" not in names
        seen["pre-meeting"] += "meetings.HoldPreMeeting" in names
        seen["followed up"] += names["meetings.HoldMeeting"] > 1
        seen["registrations"] += "progress.RegisterProgress" in names
        seen["protected"] += "contacts.SetAddressProtection" in names
        seen["let in"] += "contacts.TakeEmergencyAccess" in names
        seen["let in, and ended"] += "contacts.EndEmergencyAccess" in names
        seen["two homes"] += "contacts.SplitHousehold" in names
        seen["three levels"] += any(isinstance(event, GoalDefined) and event.level == 3 for event in events)
    wanted = ["1 adults", "2 adults", *(f"{n} children" for n in range(5)), "a young person", "approved"]
    wanted += [
        "not approved",
        "closed",
        "no plan",
        "pre-meeting",
        "followed up",
        "registrations",
        "protected",
    ]
    wanted += ["two homes", "three levels", "let in", "let in, and ended"]
    assert [each for each in wanted if seen[each] < 5] == []


def said(given: list[Given], *kinds: type[Any]) -> list[Any]:
    """What became true of these kinds."""
    return [event for each in given for event in each.events if isinstance(event, kinds)]


def test_lives_have_what_targets_are_computed_of(lives: list[tuple[Cast, list[Given]]]) -> None:
    """INV-54 to INV-56, T01 to T11, T14: with gaps, corrections, what began before and what ended too early."""
    seen: Counter[str] = Counter()
    for _, given in lives:
        admitted = said(given, FamilyAdmitted)
        seen["admitted" if admitted else "not admitted"] += 1
        for each in said(given, Measured):
            later = admitted and each.measured_on >= admitted[0].visitation_date + timedelta(days=365)
            seen[f"{each.kind}, {'a year later' if later else 'at first or on the way'}"] += 1
        seen.update(each.kind for each in said(given, OccupationStarted))
        ended = {each.occupation: each.ended_on for each in said(given, OccupationEnded)}
        for each in said(given, OccupationStarted):
            last = ended.get(each.occupation)
            seen["begun before the visitation"] += bool(
                admitted and each.started_on < admitted[0].visitation_date
            )
            seen["ended within half a year"] += last is not None and last - each.started_on < HALF_A_YEAR
            seen["kept over a new year"] += last is not None and last.year > each.started_on.year
        seen.update(type(each).__name__ for each in said(given, *KINDS))
        seen["taken back"] += any(each.taken_back for each in said(given, RegistrationCorrected))
        wheels = said(given, WheelScored)
        seen["scored by both"] += {each.by_kind for each in wheels} == set(ScoredBy)
        seen["scored again"] += len({each.scored_on for each in wheels}) > 1
        deviations = len(said(given, DeviationReported)), len(said(given, DeviationClosed))
        seen["closed" if deviations[0] == deviations[1] > 0 else "open"] += deviations[0] > 0
    measured = [
        f"{kind}, {when}" for kind in MeasureKind for when in ("a year later", "at first or on the way")
    ]
    rare = ["taken back", "scored by both", "scored again", "closed", "open", "begun before the visitation"]
    wanted = [*measured, *OccupationKind, *rare, "ended within half a year", "kept over a new year"]
    wanted += ["admitted", "not admitted", *(each.__name__ for each in KINDS)]
    assert [each for each in wanted if seen[each] < 5] == []


def test_what_is_registered_of_a_life_contradicts_nothing(lives: list[tuple[Cast, list[Given]]]) -> None:
    """INV-31, INV-55, INV-56, INV-58, X-08: the invariants of random lives hold of these, too."""
    for one, given in lives:
        ours = [each for each in given if each.service == "progress"]
        events = [event for each in ours for event in each.events]
        state = folded(progress.evolve, progress.State(), *events)
        assert broken(state) == broken_in(events) == [], one.story["title"]
        assert not [rule for each in ours for rule in broken_by(each.command, each.events)]


def _any(events: list[Any], kind: type[Any]) -> bool:
    return any(isinstance(event, kind) for event in events)


def test_a_long_life_is_followed_up_for_decades(issuer: Issuer) -> None:
    """As often as is asked: hundreds of meetings, and none is refused."""
    one = cast(SEED, 3, issuer, family(SEED, 3, quarters=120))
    held = [each for each in Services().lives(one) if type(each.command).__name__ == "HoldMeeting"]
    assert len(held) == 121


@pytest.mark.long
def test_thousands_of_lives_are_refused_nothing(issuer: Issuer) -> None:
    """Other seeds, many more families."""
    for seed in range(100, 104):
        for number in range(1, 501):
            assert Services().lives(cast(seed, number, issuer))


def test_ids_are_made_up_where_nobody_says_how(tmp_path: Path) -> None:
    """A pilot family has new ids each time."""
    path, issuer = scenario.FILES / "going_well.yaml", Issuer(tmp_path / "jwks.json")
    one, other = scenario.read(path, issuer), scenario.read(path, issuer)
    assert one.family == one.family != other.family
    assert one.next_command_id() != other.next_command_id()
