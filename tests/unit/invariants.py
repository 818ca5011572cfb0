"""What is true of a state at every moment of a life, whatever came before."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from contracts.ids import ProfessionalId
from contracts.shapes import Command, Event
from services.contacts.state import State as Family
from services.meetings.group_state import State as Group
from services.meetings.state import State as Meetings
from services.plans.focus_areas import addressed
from services.plans.goals import LOWEST_LEVEL
from services.plans.state import Course, Goals, ids_in
from services.plans.state import State as Plan
from services.progress.state import State as Progress
from tests.unit import progress_invariants

Broken = Iterator[tuple[str, bool]]


def _family(state: Family) -> Broken:
    attached, team = state.attached.keys(), state.team or frozenset()
    contacts = [who for each in state.contacts.values() for who in each]
    yield "R01: a family has at least one member", state.registered and not state.members
    yield (
        "R02: nobody belongs to the family and has left it",
        bool(state.members.keys() & state.former.keys()),
    )
    yield "INV-10: who is on the team is attached", bool(team - attached)
    yield "INV-01: the coordinator is on the team", not _among(state.coordinator, team)
    yield "INV-01: the deputy is another one of the team", _wrong_deputy(state, team)
    handover = state.handover and state.handover.professional
    yield (
        "INV-03: the baton is held out to another one of the team",
        not _among(handover, team - {state.coordinator}),
    )
    yield "INV-05: the primary contact is attached", not _among(state.primary_contact, attached)
    yield "INV-06: whoever counts is attached", bool(set(contacts) - attached)
    yield (
        "INV-06: nobody counts twice as the same",
        any(len({*who}) < len(who) for who in state.contacts.values()),
    )
    yield (
        "R14: a working role is held by somebody attached",
        bool({who for who, _ in state.working_roles} - attached),
    )
    contract = state.contract and state.contract.contract
    yield "INV-48: a contract that ended is not the current one", contract in state.ended_contracts
    yield (
        "INV-66: what is shared is shared with who stands by the family",
        not all(state.supporters.get(who) for who in state.shared),
    )
    yield (
        "X-07: whoever is let in in an emergency is so under the own name",
        any(held.professional != who for who, held in state.emergencies.items()),
    )
    left = (attached, team, contacts, state.coordinator, state.primary_contact, state.contract, state.shared)
    left = (*left, state.emergencies)
    yield "Q15: nothing is around a closed case", state.closed and any(map(bool, left))


def _among(one: ProfessionalId | None, found: Any) -> bool:
    return one is None or one in found


def _wrong_deputy(state: Family, team: frozenset[ProfessionalId]) -> bool:
    named = state.deputy
    return named is not None and (named.deputy not in team or named.deputy == state.coordinator)


def _plan(state: Plan) -> Broken:
    areas, goals = state.focus.areas, state.goals
    yield "A08: each focus area stands once in the order", len({*areas}) < len(areas)
    yield "A08: the order is of focus areas of the plan", bool({*areas} - state.focus.elements.keys())
    yield "INV-44: what is set aside is no focus area's", bool(addressed(state) & state.focus.not_relevant)
    yield (
        "INV-41: a challenge is to an open focus area",
        bool({*state.focus.open_challenges.values()} - {*areas}),
    )
    yield (
        "INV-14: a goal stands one level below its parent",
        not all(_well_placed(goals, each) for each in goals.goals),
    )
    yield (
        "INV-15: no open goal stands below one that ended",
        not all(_parent_open(goals, each) for each in goals.open),
    )
    work = state.work.interventions
    yield (
        "INV-13: an intervention works for a goal of the plan",
        bool({each.goal for each in work.values()} - goals.goals.keys()),
    )
    begun = (Course.STARTED, Course.PAUSED)
    yield (
        "INV-63: what was not granted has not begun",
        any(not each.granted and each.course in begun for each in work.values()),
    )
    yield "A23: a plan that was closed is not the current one", state.plan in state.closed
    yield "X-01: no id of an earlier plan is used again", bool(ids_in(state) & state.earlier)
    approved = state.agreed.approved
    yield (
        "INV-19: no revision is approved before it is there",
        approved is not None and approved.revision > state.revision,
    )
    yield "INV-20: the family is among those who approved", approved is not None and not approved.approved_by


def _well_placed(goals: Goals, name: Any) -> bool:
    goal = goals.goals[name]
    above = goals.goals[goal.parent].level if goal.parent else 0
    return goal.level == above + 1 <= LOWEST_LEVEL


def _parent_open(goals: Goals, name: Any) -> bool:
    parent = goals.goals[name].parent
    return parent is None or goals.is_open(parent)


def _meetings(state: Meetings) -> Broken:
    met = state.meetings
    held = {name for name, each in met.items() if each.held}
    yield "A21: a meeting's id is used once", bool(met.keys() & state.beside.keys())
    yield (
        "INV-11: a pre-meeting is held beside the network meetings",
        bool(state.pre_meetings - state.beside.keys()),
    )
    yield "A21: what was cancelled is not held", any(each.cancelled and each.held for each in met.values())
    yield (
        "A20: the agenda is of what was proposed",
        any({*(each.agenda or ())} - each.proposed for each in met.values()),
    )
    yield (
        "A18: an invitation is to a meeting that was called",
        bool({each.meeting for each in state.invitations.values()} - met.keys()),
    )
    yield (
        "A25: minutes are of a meeting that was held",
        bool(state.minutes.keys() - held - state.beside.keys()),
    )
    yield "P38: one takes part in a group once", len({*state.groups}) < len(state.groups)
    yield "C48: only what was held is rated", any(each.ratings and not each.held for each in met.values())
    yield (
        "X-08: a follow-up is later than its meeting",
        any(each.held and each.held.follow_up_on <= each.held.at.date() for each in met.values()),
    )


def _group(state: Group) -> Broken:
    sessions = state.sessions.values()
    yield "P38: what was cancelled is not held", any(each.cancelled and each.held for each in sessions)
    yield (
        "P38: who came took part, now or before",
        any({*(each.attendees or ())} - state.participants.keys() for each in sessions),
    )
    yield (
        "R34: the agenda is of what participants proposed to talk about",
        any(state.proposals.get(item) != "agenda" for each in sessions for item in each.agenda or ()),
    )
    yield (
        "R55: what is done was proposed to be done",
        any(state.proposals.get(each) != "activity" for each, _ in state.activities),
    )
    yield "P38: a group is led by somebody", state.term is not None and not state.facilitators


RULES: dict[type, Callable[[Any], Broken]] = {
    Family: _family,
    Plan: _plan,
    Meetings: _meetings,
    Progress: progress_invariants.of_state,
    Group: _group,
}


def broken(state: Any) -> list[str]:
    """The invariants that don't hold of a state. The registers say nothing that could contradict itself."""
    rules = RULES.get(type(state))
    return [rule for rule, wrong in rules(state) if wrong] if rules else []


def broken_by(command: Command, events: Iterable[Event]) -> list[str]:
    """The invariants that what somebody said breaks."""
    return [rule for rule, wrong in progress_invariants.of_command(command, events) if wrong]


def broken_in(events: Iterable[Event]) -> list[str]:
    """The invariants that all that was said on a stream breaks."""
    return [rule for rule, wrong in progress_invariants.of_events(events) if wrong]
