"""Guides for those who work with families: which version there is, and who has read it. A33, A34."""

from datetime import date
from typing import ClassVar

from contracts.ids import ProfessionalId, ProgrammeId
from contracts.progress.events import GuideRead, GuideVersionPublished, ProgrammeEvent
from contracts.progress.programme_work import GuideVersion
from contracts.shapes import Code, Command, PublicText
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.progress.programme_state import State
from services.progress.state import require_past

# Commands


class PublishGuide(Command):
    """Publish a version of a guide (procesguide, vejledning, pixi-manual). A33, A34."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    guide: Code
    version: GuideVersion
    title: PublicText
    reference: PublicText | None = None
    published_on: date


class MarkGuideRead(Command):
    """Say that one has read a version of a guide (læst). A34."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    guide: Code
    version: GuideVersion


# Decide


def publish(state: State, command: PublishGuide) -> list[ProgrammeEvent]:
    """Versions only rise: who has read the newest is told by its number. A34."""
    require_past(command.published_on, command.at)
    if command.version <= state.guides.get(command.guide, 0):
        raise Refused(
            "guide_version_not_newer",
            "This version of the guide, or a newer one, is published.",
            "A34",
            "Give it a higher number.",
            danish="Denne udgave af vejledningen eller en nyere er udgivet.",
            danish_next="Giv den et højere nummer.",
        )
    return [
        GuideVersionPublished(
            programme=command.programme,
            guide=command.guide,
            version=command.version,
            title=command.title,
            reference=command.reference,
            published_on=command.published_on,
        )
    ]


def mark_read(state: State, command: MarkGuideRead) -> list[ProgrammeEvent]:
    """Everybody says it of himself or herself, of what is published. A34."""
    if command.version > state.guides.get(command.guide, 0):
        raise Refused(
            "guide_version_unknown",
            "This version of the guide is not published.",
            "A34",
            "Read a version that there is.",
            danish="Denne udgave af vejledningen er ikke udgivet.",
            danish_next="Læs en udgave, der findes.",
        )
    who = ProfessionalId(command.by.id)
    if state.read.get((command.guide, who), 0) >= command.version:
        return []
    return [
        GuideRead(
            programme=command.programme,
            guide=command.guide,
            version=command.version,
            professional=who,
            department=command.by.department,
        )
    ]


# Evolve


def evolve_guides(state: State, event: GuideVersionPublished | GuideRead) -> State:
    """The guides after an event."""
    if isinstance(event, GuideVersionPublished):
        return replace(state, guides={**state.guides, event.guide: event.version})
    return replace(state, read={**state.read, (event.guide, event.professional): event.version})
