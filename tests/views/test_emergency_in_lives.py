"""Emergency access in made-up lives: only professionals, until the clock says no, told to everybody. X-07."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from contracts.contacts.events import EmergencyAccessTaken
from contracts.shapes import ActorKind, Command, Event
from eventkeep.refused import Refused
from eventkeep.testing import folded
from services.contacts.state import emergency_lasts, in_force
from services.overview.access import Attachments, derive, evolve, lets_in
from services.overview.people import People
from services.overview.people import evolve as evolve_people
from services.overview.people import shown as shown_of
from tests.unit.deciders import CASES
from tests.unit.lives import Life, stream_of

STEPS = 150
MOMENT = timedelta(microseconds=1)


def steps(life: Life) -> Iterator[tuple[Any, Command, Sequence[Event]]]:
    """The state that each accepted command was decided on, the command, and what it made true."""
    for step in range(STEPS):
        life.moves_on(step)
        command = life.next()
        state, known = life.state(stream_of(command)), life.known(stream_of(command))
        try:
            events = life.case.decider.decide(replace(state, known=known), command)
        except Refused:
            continue
        life.took(command, events)
        yield state, command, events


def moments(document: dict[str, Any], now: datetime) -> Iterator[tuple[str, datetime]]:
    """Who is let in, with the moments around the end of it, and now."""
    for who, until in document["emergencies"].items():
        end = datetime.fromisoformat(until)
        yield from ((who, each) for each in (now, end - MOMENT, end))


@pytest.mark.made_up
def test_in_no_life_is_anybody_let_in_by_another_or_after_the_time_or_without_a_word() -> None:
    """X-07: what overview shows and what contacts decides agree at each moment; each time stands in the shared plan."""
    done: Counter[type[Command]] = Counter()
    taken = 0
    for number in range(4):
        life = Life(CASES["contacts"], number, done)
        begun = life.case.beginning if number % 2 == 0 else ()
        access = folded(evolve, Attachments(), *begun)
        people = folded(evolve_people, People(), *begun)
        told: list[EmergencyAccessTaken] = []
        for state, command, events in steps(life):
            for event in events:
                if isinstance(event, EmergencyAccessTaken):
                    assert (command.by.kind, command.by.id) == (ActorKind.PROFESSIONAL, event.professional)
                    assert not in_force(state, event.professional, command.at.date())
                    assert event.until - command.at <= timedelta(hours=24)
                    told.append(event)
            access, people = folded(evolve, access, *events), folded(evolve_people, people, *events)
            document = derive({"contacts": access})
            now = life.state(stream_of(command))
            for who, moment in moments(document, life.now):
                assert lets_in(document, who, moment) == emergency_lasts(now, who, moment)
            shown = [(each["professional"], each["until"]) for each in shown_of(people)["emergency_access"]]
            assert shown == [(each.professional, each.until) for each in told]
        taken += len(told)
    assert taken > 3
