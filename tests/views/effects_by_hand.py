"""What works, reckoned slowly and plainly from what was said: what the quick way is held against.

Nothing of it is shared with the code that counts: neither ages, nor series, nor what is corrected.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from contracts.contacts import events as contacts
from contracts.plans.events import InterventionAdded
from contracts.progress.events import ProgressRegistered
from tests.views.diary import years
from tests.views.family_courses import Told
from tests.views.targets_by_hand import ByHand


class Said(NamedTuple):
    """One value as it is right: in which series, of whom, when."""

    series: tuple[str, ...]
    person: str
    intervention: str
    day: date
    value: int


class Moved(NamedTuple):
    """A series of one person that can be compared: of what kind, for which ages, from what to what."""

    kind: str
    ages: str
    before: int
    now: int


class EffectsByHand:
    """One family as of one day."""

    def __init__(self, life: list[Told], day: date, forgotten: Collection[str]) -> None:
        self.life, self.day = life, day
        self.hand = ByHand(life, day, forgotten)

    def family(self) -> set[str]:
        """Everybody who was ever told to be of it, or to have been: whoever left was there."""
        found: set[str] = set()
        for _, event in self.life:
            if isinstance(event, contacts.FamilyRegistered):
                found |= {member.person for member in event.members}
            elif isinstance(event, contacts.FamilyMemberAdded | contacts.FamilyMemberChanged):
                found.add(event.member.person)
            elif isinstance(event, contacts.FamilyMemberLeft):
                found.add(event.person)
        return found

    def said(self) -> Iterator[Said]:
        """What was registered by that day, in the order in which it was told, with what is right of it."""
        for _, event in self.life:
            if isinstance(event, ProgressRegistered):
                right = self.hand.right(event.registration, event.value, event.registered_on, None)
                if right is not None and right[0] is not None and right[1] <= self.day:
                    series = str(event.person), str(event.intervention), str(event.goal), str(event.by_kind)
                    yield Said(series, event.person, event.intervention, right[1], right[0])

    def kind(self, intervention: str) -> str:
        """What the plan said last that it is."""
        found = "unspecified"
        for _, event in self.life:
            if isinstance(event, InterventionAdded) and event.intervention == intervention:
                found = event.kind or "unspecified"
        return found

    def ages(self, person: str, day: date) -> str:
        """How old somebody was, as a group."""
        if person not in self.hand.born:
            return "unknown"
        age = years(self.hand.born[person], day)
        if age < 6:
            return "0-5"
        if age < 14:
            return "6-13"
        return "14-17" if age < 18 else "18-"

    def moved(self) -> list[Moved]:
        """Each series of somebody of the family with values of two days: the last one said of a day counts."""
        told = list(self.said())
        family, found = self.family(), []
        for series in sorted({each.series for each in told}):
            own = [each for each in told if each.series == series]
            first, last = min(each.day for each in own), max(each.day for each in own)
            if first == last or own[0].person not in family:
                continue
            before = [each.value for each in own if each.day == first][-1]
            now = [each.value for each in own if each.day == last][-1]
            found.append(Moved(self.kind(own[0].intervention), self.ages(own[0].person, first), before, now))
        return found
