"""Who must consent for whom: adults for themselves, holders of custody for a child, the young as well. X-02."""

from collections.abc import Iterable
from datetime import date

from contracts.contacts.events import ConsentGiven, Role
from contracts.ids import PersonId
from services.contacts.state import State

CONSENTS_FROM = 16
"""From this age on the young consent themselves as well, in years. X-02."""


def missing(state: State, concerned: Iterable[PersonId], given_by: set[PersonId], last: date) -> int:
    """For how many members of the family a consent that runs to its last day is not complete.

    Ages are those of the last day: whoever gives or records it can't choose an earlier one.
    """
    return sum(not _complete(state, person, given_by, last) for person in concerned)


def opens_plan(state: State, given: ConsentGiven) -> bool:
    """Whether a consent is about everybody who belongs to the family now, and given by all who must. X-01, X-02."""
    about_all = given.person is None or set(state.members) == {given.person}
    return about_all and not missing(state, state.members, set(given.given_by), given.valid_to)


def _complete(state: State, person: PersonId, given_by: set[PersonId], last: date) -> bool:
    place = state.members[person]
    if place.role is Role.ADULT:
        return person in given_by
    if _has_own_say(state, person, last) and person not in given_by:
        return False
    if place.custody:
        return set(place.custody) <= given_by
    return any(who in given_by for who, held in state.members.items() if held.role is Role.ADULT)


def _has_own_say(state: State, person: PersonId, last: date) -> bool:
    """From 16 on; where the birth date isn't known, the young have and children don't."""
    known = state.known.persons.get(person)
    if known is None or known.born is None:
        return state.members[person].role is Role.YOUNG
    born = known.born
    return last.year - born.year - ((last.month, last.day) < (born.month, born.day)) >= CONSENTS_FROM


def holders(state: State, persons: Iterable[PersonId]) -> set[PersonId]:
    """Who holds custody of these, in the family now or once. X-02."""
    places = {**state.former, **state.members}
    return {holder for person in persons if person in places for holder in places[person].custody}


def may_withdraw(state: State, given: ConsentGiven) -> set[PersonId]:
    """Who gave a consent, whom it is about, and who holds custody of these; wherever they live now. X-01, X-02."""
    about = {given.person} if given.person else set(state.members)
    return {*given.given_by, *about, *holders(state, about)}
