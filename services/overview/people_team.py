"""The coordination team, the coordinator with deputy and successor, and the primary contact. Told by contacts."""

from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

from contracts.contacts.events import (
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorDeputyEnded,
    CoordinatorDeputyNamed,
    CoordinatorHandoverAccepted,
    CoordinatorHandoverEnded,
    CoordinatorHandoverStarted,
    CoordinatorVacated,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    TeamCompositionReviewed,
    TeamMemberAdded,
    TeamMemberRemoved,
    TeamReviewDue,
)
from contracts.ids import ProfessionalId
from eventkeep.evolved import replace

NewCoordinator = CoordinatorChosen | CoordinatorHandoverAccepted | CoordinatorVacated
TeamEvent = (
    CoordinationTeamEstablished
    | TeamMemberAdded
    | TeamMemberRemoved
    | TeamReviewDue
    | TeamCompositionReviewed
    | NewCoordinator
    | CoordinatorHandoverStarted
    | CoordinatorHandoverEnded
    | CoordinatorDeputyNamed
    | CoordinatorDeputyEnded
    | PrimaryContactDesignated
    | PrimaryContactVacated
)


@dataclass(frozen=True)
class Team:
    """Who leads and coordinates, as it was told last."""

    members: tuple[ProfessionalId, ...] = ()
    since: date | None = None
    review_due: TeamReviewDue | None = None
    reviewed: TeamCompositionReviewed | None = None
    coordinator: ProfessionalId | None = None
    chosen: ProfessionalId | None = None
    deputy: CoordinatorDeputyNamed | None = None
    primary_contact: ProfessionalId | None = None


def evolve(team: Team, event: TeamEvent) -> Team:
    """The team after an event. Never refuses: the past has happened."""
    match event:
        case CoordinationTeamEstablished():
            return replace(team, members=tuple(dict.fromkeys(event.members)), since=event.established_on)
        case TeamMemberAdded():
            return replace(team, members=tuple(dict.fromkeys((*team.members, event.professional))))
        case TeamMemberRemoved():
            return _off_team(team, event.professional)
        case TeamReviewDue():
            return replace(team, review_due=event)
        case TeamCompositionReviewed():
            return replace(team, review_due=None, reviewed=event)
        case CoordinatorChosen() | CoordinatorHandoverAccepted():
            return replace(team, coordinator=event.professional, chosen=None, deputy=None)
        case CoordinatorVacated():
            return replace(team, coordinator=None, deputy=None)
        case CoordinatorHandoverStarted():
            return replace(team, chosen=event.professional)
        case CoordinatorHandoverEnded():
            return replace(team, chosen=None)
        case CoordinatorDeputyNamed():
            return replace(team, deputy=event)
        case CoordinatorDeputyEnded():
            return replace(team, deputy=None)
        case PrimaryContactDesignated():
            return replace(team, primary_contact=event.professional)
        case PrimaryContactVacated():
            return replace(team, primary_contact=None)
        case _:
            assert_never(event)


def _off_team(team: Team, professional: ProfessionalId) -> Team:
    gone = team.deputy is not None and team.deputy.deputy == professional
    members = tuple(each for each in team.members if each != professional)
    since = team.since if members else None
    return replace(team, members=members, since=since, deputy=None if gone else team.deputy)


def shown(team: Team) -> dict[str, Any]:
    """What everybody attached sees of it. A deputy stands with his or her days: no clock enters the plan."""
    return {
        "team": team.members,
        "team_since": team.since,
        "team_review_due": team.review_due and team.review_due.because,
        "focus_areas_without_team_member": team.reviewed.without_member if team.reviewed else (),
        "coordinator": team.coordinator,
        "coordinator_chosen": team.chosen,
        "deputy": team.deputy
        and {
            "professional": team.deputy.deputy,
            "valid_from": team.deputy.valid_from,
            "valid_to": team.deputy.valid_to,
        },
        "primary_contact": team.primary_contact,
    }
