"""The coordination team, drawn from the municipality's professionals around the family, and its reviews."""

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from contracts.contacts.events import (
    CoordinationTeamEstablished,
    Employer,
    FamilyEvent,
    TeamCompositionReviewed,
    TeamMemberAdded,
    TeamMemberRemoved,
    TeamReviewDue,
)
from contracts.ids import FamilyId, FocusAreaId, MeetingId, ProfessionalId
from contracts.shapes import Code, Command, Count, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import contract, coordinator
from services.contacts.required import day_of_command, require_attached, require_team
from services.contacts.state import Offer, State

# Commands


class EstablishTeam(Command):
    """Establish the coordination team among attached professionals (koordinationsteam). R10, P06, INV-10, INV-11.

    After a pre-meeting that was held or waived at meetings; otherwise it says here why there is none.
    """

    family: FamilyId
    members: tuple[ProfessionalId, ...]
    pre_meeting_waived: Text | None = None


class AddTeamMember(Command):
    """Add an attached professional of the municipality to the team. R10, INV-10."""

    family: FamilyId
    professional: ProfessionalId


class RemoveTeamMember(Command):
    """Remove a professional from the team; a coordinator's place becomes vacant first. R10, INV-01.

    With the last of them there is no team any more, and another may be established.
    """

    family: FamilyId
    professional: ProfessionalId


class ReviewTeam(Command):
    """Look at who is on the team against the plan's focus areas, also where nothing changes. P07, P31, INV-47."""

    family: FamilyId
    without_member: tuple[FocusAreaId, ...] = ()
    conclusion: Text | None = None


class RequireTeamReview(Command):
    """Say that the plan moved and the team is to be looked at again. Our own service only. P31, INV-47."""

    family: FamilyId
    because: Code
    plans_version: Count


TeamCommand = EstablishTeam | AddTeamMember | RemoveTeamMember | ReviewTeam | RequireTeamReview
TeamEvent = (
    CoordinationTeamEstablished
    | TeamMemberAdded
    | TeamMemberRemoved
    | TeamReviewDue
    | TeamCompositionReviewed
)

# Decide


def decide(state: State, command: TeamCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case EstablishTeam():
            return [_establish(state, command)]
        case AddTeamMember():
            _require_eligible(state, [command.professional], day_of_command(command))
            if command.professional in require_team(state):
                return []
            return [TeamMemberAdded(family=command.family, professional=command.professional)]
        case RemoveTeamMember():
            if command.professional not in require_team(state):
                return []
            return [
                *coordinator.leave(state, command.family, command.professional),
                *leave(state, command.family, command.professional),
            ]
        case ReviewTeam():
            return [_review(state, command)]
        case RequireTeamReview():
            seen = state.review_due or command.plans_version <= state.reviewed
            if state.team is None or seen:
                return []
            return [
                TeamReviewDue(
                    family=command.family, because=command.because, plans_version=command.plans_version
                )
            ]
        case _:
            assert_never(command)


def _establish(state: State, command: EstablishTeam) -> CoordinationTeamEstablished:
    _require_ready(state, command)
    members = tuple(dict.fromkeys(command.members))
    _require_eligible(state, members, day_of_command(command))
    held = _pre_meeting(state)
    waived = state.known.others.meetings.waivers > state.waivers_used
    if held is None and not waived and command.pre_meeting_waived is None:
        raise Refused(
            "pre_meeting_missing",
            "A team is established after a pre-meeting, or says why there was none.",
            "INV-11",
            "Hold the pre-meeting, or give the reason.",
            danish="Et team nedsættes efter et formøde, eller det begrundes, hvorfor der ikke var noget.",
            danish_next="Hold formødet, eller giv en begrundelse.",
        )
    return CoordinationTeamEstablished(
        family=command.family,
        members=members,
        pre_meeting=held,
        pre_meeting_waived=command.pre_meeting_waived,
        established_on=day_of_command(command),
    )


def _require_ready(state: State, command: EstablishTeam) -> None:
    """R10, P02: there is none yet, it has somebody on it, and the family did not say no."""
    if state.team is not None:
        raise Refused(
            "team_established_already",
            "The family has a coordination team already.",
            "R10",
            "Add or remove members instead.",
            danish="Familien har allerede et koordinationsteam.",
            danish_next="Tilføj eller fjern medlemmer i stedet.",
        )
    if not command.members:
        raise Refused(
            "team_without_members",
            "A team has at least one member.",
            "R10",
            "Name its members.",
            danish="Et team har mindst ét medlem.",
            danish_next="Angiv teamets medlemmer.",
        )
    if state.offer is Offer.DECLINED:
        raise Refused(
            "model_declined",
            "The family declined the model: no team is established.",
            "P02",
            "Offer the model anew, and let the family answer.",
            danish="Familien har sagt nej til modellen: der nedsættes intet team.",
            danish_next="Tilbyd modellen igen, og lad familien svare.",
        )


def _pre_meeting(state: State) -> MeetingId | None:
    """The latest that was held since the one that an earlier team came of. INV-11."""
    held, used = state.known.others.meetings.pre_meetings, state.pre_meeting
    since = held[held.index(used) + 1 :] if used in held else held
    return MeetingId(since[-1]) if since else None


def _require_eligible(state: State, professionals: Iterable[ProfessionalId], day: date) -> None:
    """INV-10: attached with a basis in force, and employed by the municipality; the GP is never on the team. Q05."""
    for professional in professionals:
        require_attached(state, professional, day)
        if state.attached[professional].employer is not Employer.MUNICIPALITY:
            raise Refused(
                "not_of_municipality",
                "Only the municipality's own are on the coordination team.",
                "INV-10",
                "Invite others to the network meeting.",
                danish="Kun kommunens egne fagpersoner sidder i koordinationsteamet.",
                danish_next="Indkald andre til netværksmødet.",
            )


def leave(state: State, family: FamilyId, professional: ProfessionalId) -> list[FamilyEvent]:
    """Off the team, where he or she is on it."""
    if professional not in (state.team or ()):
        return []
    return [
        TeamMemberRemoved(family=family, professional=professional),
        *contract.leave(state, family, professional),
    ]


def _review(state: State, command: ReviewTeam) -> TeamCompositionReviewed:
    require_team(state)
    focus_areas = tuple(FocusAreaId(each) for each in state.known.others.plans.focus_areas)
    if set(command.without_member) - set(focus_areas):
        raise Refused(
            "focus_area_unknown",
            "The plan has no such focus area.",
            "INV-47",
            "Name only focus areas of the plan.",
            danish="Planen har ikke dette fokusområde.",
            danish_next="Angiv kun fokusområder, der står i planen.",
        )
    return TeamCompositionReviewed(
        family=command.family,
        focus_areas=focus_areas,
        without_member=tuple(dict.fromkeys(command.without_member)),
        conclusion=command.conclusion,
        plans_version=state.known.others.at.get("plans", 0),
    )


# Evolve


def evolve(state: State, event: TeamEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case CoordinationTeamEstablished():
            return _established(state, event)
        case TeamMemberAdded():
            return replace(state, team=(state.team or frozenset()) | {event.professional})
        case TeamMemberRemoved():
            deputy = state.deputy
            if deputy is not None and deputy.deputy == event.professional:
                deputy = None
            left = (state.team or frozenset()) - {event.professional}
            return replace(state, team=left or None, deputy=deputy)
        case TeamReviewDue():
            return replace(state, review_due=True)
        case TeamCompositionReviewed():
            return replace(state, review_due=False, reviewed=max(state.reviewed, event.plans_version))
        case _:
            assert_never(event)


def _established(state: State, event: CoordinationTeamEstablished) -> State:
    """A pre-meeting, or a waiver of one, serves one team: the next case has its own. INV-11, Q15."""
    waived = event.pre_meeting is None and event.pre_meeting_waived is None
    return replace(
        state,
        team=frozenset(event.members),
        pre_meeting=event.pre_meeting or state.pre_meeting,
        waivers_used=state.waivers_used + waived,
    )
