"""Targets reckoned slowly and plainly from what was said, day after day: what the quick way is held against.

Nothing of it is shared with the code that counts: neither ages, nor months, nor what is corrected.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from contracts.contacts import events as contacts
from contracts.plans.events import ResourceCourseStarted
from contracts.progress import events as progress
from tests.views.diary import ONE, diary, later, years
from tests.views.family_courses import Told


class Verdict(NamedTuple):
    """met, not-met, not-yet or not-measurable; the change, and between what it lies."""

    word: str
    change: Fraction | None = None
    before: int = 0
    now: int = 0


LACKS, WAITS = Verdict("not-measurable"), Verdict("not-yet")


def met(so: bool, change: Fraction | None = None, before: int = 0, now: int = 0) -> Verdict:
    """Of somebody of whom it is decided."""
    return Verdict("met" if so else "not-met", change, before, now)


def rose(best: tuple[date, int, int]) -> Verdict:
    """Whether it is more than it was, on an instrument."""
    _, before, now = best
    return met(now > before, Fraction(now - before), before, now)


class ByHand:
    """One family as of one day."""

    def __init__(self, life: list[Told], day: date, forgotten: Collection[str]) -> None:
        self.life, self.day, self.forgotten = life, day, forgotten
        self.admitted = next(e for _, e in life if isinstance(e, contacts.FamilyAdmitted))
        self.visited = self.admitted.visitation_date
        self.due = later(self.visited, 12)
        self.book = diary(life, day)
        self.corrections = [e for _, e in life if isinstance(e, progress.RegistrationCorrected)]
        self.born = self._born()

    def _born(self) -> dict[str, date]:
        found: dict[str, date] = {}
        for _, event in self.life:
            told: tuple[contacts.Member, ...] = ()
            if isinstance(event, contacts.FamilyRegistered):
                told = event.members
            elif isinstance(event, contacts.FamilyMemberAdded | contacts.FamilyMemberChanged):
                told = (event.member,)
            for member in told:
                if member.born is not None and member.person not in self.forgotten:
                    found[member.person] = date.fromisoformat(member.born)
        return found

    def days(self, first: date, last: date) -> Iterator[date]:
        while first <= last:
            yield first
            first += ONE

    def is_there(self, who: str, day: date) -> bool:
        return who in self.book.there.get(day, ())

    def known(self, who: str, day: date) -> bool:
        return who not in self.forgotten and self.is_there(who, day) and self.book.opened[day]

    def grown(self, who: str, day: date) -> bool:
        if who in self.born:
            return years(self.born[who], day) >= 18
        return self.book.roles[day].get(who) == "adult"

    def came(self, until: date) -> dict[str, date]:
        """Everybody's first day from the visitation date on."""
        found: dict[str, date] = {}
        for day in self.days(self.visited, until):
            for who in self.book.there[day]:
                found.setdefault(who, day)
        return found

    def stands(self) -> date:
        """The last day up to now on which the case was open."""
        return max(day for day, is_open in self.book.opened.items() if is_open)

    def right(
        self, name: str, value: int | None, day: date, end: date | None
    ) -> tuple[int | None, date, date | None] | None:
        """What is right after all corrections; None where it never was."""
        for each in self.corrections:
            if each.corrects == name:
                if each.taken_back:
                    return None
                value = value if each.value is None else each.value
                day = each.day or day
                end = (each.ended_on or end) if end else end
        return value, day, end

    def doings(self) -> list[tuple[str, str, date, date | None]]:
        """Who does what, from when to when."""
        ends = {e.occupation: e.ended_on for _, e in self.life if isinstance(e, progress.OccupationEnded)}
        found = []
        for _, event in self.life:
            if isinstance(event, progress.OccupationStarted):
                right = self.right(event.occupation, None, event.started_on, ends.get(event.occupation))
                if right is not None:
                    found.append((str(event.person), str(event.kind), right[1], right[2]))
        return found

    def does(self, who: str, kinds: Collection[str], day: date) -> bool:
        return any(
            w == who and kind in kinds and first <= day and (last is None or last >= day)
            for w, kind, first, last in self.doings()
        )

    def readings(self, who: str, kind: str) -> dict[Any, dict[date, int]]:
        """By instrument and scale, the last said of each day."""
        told: list[tuple[Any, str, Any]] = []
        for _, event in self.life:
            if isinstance(event, progress.BaselineRecorded):
                told.append((event, event.baseline, None))
        for _, event in self.life:
            if isinstance(event, progress.Measured):
                told.append((event, event.measure, event.kind))
        found: dict[Any, dict[date, int]] = {}
        used = set()
        for event, name, of in told:
            if event.person != who or of not in (None, kind):
                continue
            right = self.right(name, event.value, event.measured_on, None)
            if right is not None and right[0] is not None:
                scale = (event.instrument, event.scale_min, event.scale_max)
                used |= {scale} if of == kind else set()
                found.setdefault(scale, {})[right[1]] = right[0]
        return {scale: found[scale] for scale in sorted(used)}

    def young(self) -> Iterator[tuple[str, bool]]:
        """Those who may be 15 to 17 when the year is over, and whether that can be followed."""
        until = min(self.day, self.due)
        for who, first in self.came(until).items():
            if who in self.born:
                if 15 <= years(self.born[who], self.due) <= 17:
                    yield who, self.known(who, until)
            elif not self.grown(who, first):
                yield who, False

    def jobs(self, who: str) -> list[tuple[date, date | None]]:
        found = []
        for w, kind, first, last in self.doings():
            year = self.days(self.visited, self.due)
            of_the_year = any(first <= d and (last is None or d <= last) for d in year)
            if w == who and kind == "leisure-job" and of_the_year:
                found.append((first, last))
        return found

    def t02(self) -> Iterator[Verdict]:
        for who, followed in self.young():
            if not followed:
                yield LACKS
            elif self.day < self.due:
                yield WAITS
            else:
                yield met(bool(self.jobs(who)))

    def t03(self) -> Iterator[Verdict]:
        for who, followed in self.young():
            if not followed:
                yield LACKS
            elif self.day < self.due:
                yield WAITS
            else:
                yield Verdict(self.kept(who))

    def kept(self, who: str) -> str:
        goes_on = False
        for first, last in self.jobs(who):
            if last is not None and last <= self.day:
                end = last
            else:
                goes_on = True
                end = max(d for d in self.days(self.visited, self.stands()) if self.is_there(who, d))
            if end + ONE >= later(first, 6):
                return "met"
        if not goes_on:
            return "not-met"
        return "not-yet" if self.known(who, self.day) else "not-measurable"

    def around(self, readings: dict[date, int], day: date, after: date | None = None) -> date | None:
        """The last measurement up to a day, or the first of the sixty days after it."""
        for back in sorted((d for d in readings if d <= min(day, self.day)), reverse=True):
            if after is None or back > after:
                return back
        for ahead in range(1, 61):
            on = day + timedelta(days=ahead)
            if on in readings and on <= self.day and (after is None or on > after):
                return on
        return None

    def by_then(self, kind: str, grown: bool, needed: int) -> Iterator[Verdict]:
        until = min(self.day, self.due)
        for who, first in self.came(until).items():
            if self.grown(who, first) == grown:
                yield self.one_by_then(who, kind, needed, until)

    def one_by_then(self, who: str, kind: str, needed: int, until: date) -> Verdict:
        if not self.known(who, until):
            return LACKS
        best: tuple[date, int, int] | None = None
        has_start = False
        for readings in self.readings(who, kind).values():
            start = self.around(readings, self.visited)
            if start is None or readings[start] <= 0:
                continue
            has_start = True
            end = self.around(readings, self.due, after=start)
            if end is not None and (best is None or start > best[0]):
                best = start, readings[start], readings[end]
        if self.day >= self.due and best is not None:
            _, before, now = best
            change = Fraction(now, before) - 1
            return met(change >= Fraction(needed, 100), change, before, now)
        if has_start and self.day <= self.due + timedelta(days=60):
            return WAITS
        if self.day <= self.visited + timedelta(days=60):
            return WAITS
        return LACKS

    def without_clock(self, who: str, best: tuple[date, int, int] | None) -> Verdict:
        if who in self.forgotten:
            return LACKS
        if best is not None:
            return rose(best)
        return WAITS if self.known(who, self.day) and self.day < self.due else LACKS

    def since_start(self, kind: str) -> Iterator[Verdict]:
        for who, first in self.came(self.day).items():
            if self.grown(who, first):
                continue
            best: tuple[date, int, int] | None = None
            for readings in self.readings(who, kind).values():
                start = self.around(readings, self.visited)
                past = [d for d in readings if d <= self.day]
                if start is not None and max(past) > start and (best is None or start > best[0]):
                    best = start, readings[start], readings[max(past)]
            yield self.without_clock(who, best)

    def t06(self) -> Iterator[Verdict]:
        for who, first in self.came(self.day).items():
            if self.grown(who, first):
                continue
            best: tuple[date, int, int] | None = None
            for readings in self.readings(who, "pupil-plan").values():
                past = sorted(d for d in readings if d <= self.day)
                if len(past) >= 2 and past[-1] >= self.visited and (best is None or past[-1] > best[0]):
                    best = past[-1], readings[past[-2]], readings[past[-1]]
            yield self.without_clock(who, best)

    def t08(self) -> Iterator[Verdict]:
        for who in sorted({w for d in self.days(self.visited, self.day) for w in self.book.standing_by[d]}):
            answers: dict[Any, dict[date, int]] = {}
            for _, event in self.life:
                if isinstance(event, progress.InclusionAnswered) and event.supporter == who:
                    right = self.right(event.measure, event.value, event.measured_on, None)
                    if right is not None and right[0] is not None and right[1] <= self.day:
                        scale = (event.instrument, event.scale_min, event.scale_max)
                        answers.setdefault(scale, {})[right[1]] = right[0]
            best: tuple[date, int, int] | None = None
            for scale in sorted(answers):
                told = answers[scale]
                if len(told) > 1 and max(told) >= self.visited and (best is None or min(told) > best[0]):
                    best = min(told), told[min(told)], told[max(told)]
            if best is not None:
                yield rose(best)
            else:
                stays = who in self.book.standing_by[self.day] and self.book.opened[self.day]
                yield WAITS if stays and self.day < self.due else LACKS

    def now_there(self) -> list[str]:
        return sorted(self.book.there[self.stands()])

    def t01(self) -> Iterator[Verdict]:
        day = self.stands()
        adults = [w for w in self.now_there() if self.grown(w, day) and w not in self.forgotten]
        work = {"ordinary-work", "education", "revalidation", "flexjob"}
        if not adults:
            yield LACKS
        else:
            yield met(any(self.does(w, work, day) for w in adults))

    def t10(self) -> Iterator[Verdict]:
        day = self.stands()
        for who in self.now_there():
            if who in self.born:
                if years(self.born[who], day) < 14:
                    yield met(self.does(who, ["leisure-activity"], day))
            elif not self.grown(who, day):
                yield LACKS

    def fourteen(self) -> Iterator[Verdict]:
        day = self.stands()
        for who in self.now_there():
            if who in self.born and years(self.born[who], day) == 14:
                yield met(self.does(who, ["leisure-activity", "leisure-job"], day))

    def t12(self) -> Iterator[Verdict]:
        if self.book.opened[self.day]:
            before, now = self.book.secondary[self.visited], self.book.secondary[self.day]
            yield met(bool(self.book.primary[self.day]), Fraction(now - before), before, now)

    def t24(self) -> Iterator[Verdict]:
        if self.book.opened[self.day]:
            before, now = self.admitted.direct_contacts, self.book.direct[self.day]
            yield met(now < before, Fraction(before - now), before, now)

    def participants(self) -> list[str]:
        if self.admitted.programme != "det-gode-ressourceforloeb":
            return []
        return [who for who, first in self.came(self.day).items() if self.grown(who, first)]

    def t14(self) -> Iterator[Verdict]:
        began = {
            e.person
            for _, e in self.life
            if isinstance(e, ResourceCourseStarted) and e.started_on <= self.day
        }
        for who in self.participants():
            yield LACKS if who in self.forgotten else met(who in began)

    def rows(self) -> dict[str, list[Verdict]]:
        """Each row's verdicts, one for each who is counted."""
        if self.day < self.visited:
            return {}
        return {
            "t01": list(self.t01()),
            "t02": list(self.t02()),
            "t03": list(self.t03()),
            "t04": list(self.since_start("attendance")),
            "t05": list(self.by_then("wellbeing", False, 30)),
            "t06": list(self.t06()),
            "t07": list(self.since_start("child-health")),
            "t08": list(self.t08()),
            "t09": [met(bool(self.book.own_goal[self.stands()]))],
            "t10": list(self.t10()),
            "fourteen": list(self.fourteen()),
            "t11-physical": list(self.by_then("physical-health", True, 50)),
            "t11-mental": list(self.by_then("mental-health", True, 50)),
            "t12": list(self.t12()),
            "t13": [met(True) for _ in self.participants()],
            "t14": list(self.t14()),
            "t24": list(self.t24()),
        }
