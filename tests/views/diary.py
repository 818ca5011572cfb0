"""A family's days written down one after the other: who was there, what stood. Plain and slow, for reckoning by hand."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from contracts.contacts import events as contacts
from contracts.plans.events import GoalDefined
from tests.views.family_courses import Told

ONE = timedelta(days=1)


def years(born: date, day: date) -> int:
    """How many birthdays there were."""
    count = 0
    for year in range(born.year + 1, day.year + 1):
        try:
            birthday = date(year, born.month, born.day)
        except ValueError:
            birthday = date(year, 3, 1)
        count += birthday <= day
    return count


def later(day: date, months: int) -> date:
    """The same day months later, or the last of a shorter month."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError("no such month")


@dataclass
class Diary:
    """What stood on each day, as written down on that day."""

    there: dict[date, set[str]] = field(default_factory=dict)
    roles: dict[date, dict[str, str]] = field(default_factory=dict)
    opened: dict[date, bool] = field(default_factory=dict)
    direct: dict[date, int] = field(default_factory=dict)
    secondary: dict[date, int] = field(default_factory=dict)
    primary: dict[date, bool] = field(default_factory=dict)
    own_goal: dict[date, bool] = field(default_factory=dict)
    standing_by: dict[date, set[str]] = field(default_factory=dict)


def diary(life: list[Told], until: date) -> Diary:
    """Page by page."""
    book, members, roles, helpers = Diary(), set[str](), dict[str, str](), set[str]()
    is_open, direct, secondary, primary, goal = True, 0, 0, False, False
    day = min(each for each, _ in life)
    while day <= until:
        there, was_open, by = set(members), is_open, set(helpers)
        for _, event in [each for each in life if each[0] == day]:
            match event:
                case contacts.FamilyRegistered():
                    for member in event.members:
                        members.add(member.person)
                        roles[member.person] = member.role
                case contacts.FamilyMemberAdded() | contacts.FamilyMemberChanged():
                    members.add(event.member.person)
                    roles[event.member.person] = event.member.role
                case contacts.FamilyMemberLeft():
                    members.discard(event.person)
                case contacts.FamilyClosed():
                    is_open = False
                case contacts.FamilyReopened():
                    is_open = was_open = True
                case contacts.ContactStarted() | contacts.ContactEnded():
                    if event.kind == "direct":
                        direct = event.contacts
                    else:
                        secondary = event.contacts
                case contacts.PrimaryContactDesignated():
                    primary = True
                case contacts.PrimaryContactVacated():
                    primary = False
                case contacts.SupporterAdded():
                    helpers.add(event.supporter)
                case contacts.SupporterLeft():
                    helpers.discard(event.supporter)
                case GoalDefined():
                    goal = goal or event.author_kind == "person"
                case _:
                    pass
            there |= members
            by |= helpers
        book.there[day], book.roles[day], book.opened[day] = there, dict(roles), was_open or is_open
        book.direct[day], book.secondary[day], book.primary[day] = direct, secondary, primary
        book.own_goal[day], book.standing_by[day] = goal, by
        day += ONE
    return book
