"""How a target stands over a group: met of decided, not yet due, not measurable. Tallies of families add up."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Verdict(StrEnum):
    """What is known of one of those who are counted. INV-55."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_YET = "not-yet"
    """Its time isn't over."""
    NOT_MEASURABLE = "not-measurable"
    """There is nothing to compare with, or nobody knows: it never counts as met."""


@dataclass(frozen=True)
class Judged:
    """One of those who are counted, and by how much he or she moved, where that is measured."""

    verdict: Verdict
    change: Fraction | None = None
    before: int | None = None
    now: int | None = None


NOT_YET, NOT_MEASURABLE = Judged(Verdict.NOT_YET), Judged(Verdict.NOT_MEASURABLE)


def judged(
    met: bool, change: Fraction | None = None, before: int | None = None, now: int | None = None
) -> Judged:
    """Somebody of whom it is decided."""
    return Judged(Verdict.MET if met else Verdict.NOT_MET, change, before, now)


@dataclass(frozen=True)
class Tally:
    """How many; `change` is the sum of what was measured, `shares` that of each family's own share."""

    met: int = 0
    decided: int = 0
    not_yet: int = 0
    not_measurable: int = 0
    change: Fraction = Fraction(0)
    before: int = 0
    now: int = 0
    shares: Fraction = Fraction(0)
    families: int = 0
    """Those of which somebody is decided."""
    among: int = 0
    """Families of which somebody is counted at all."""

    @property
    def counted(self) -> int:
        """The whole group: what is shown of it adds up to this."""
        return self.decided + self.not_yet + self.not_measurable

    @property
    def share(self) -> Fraction | None:
        """Met of decided; None where nothing is decided."""
        return Fraction(self.met, self.decided) if self.decided else None

    @property
    def mean(self) -> Fraction | None:
        """The mean change of those that are decided."""
        return self.change / self.decided if self.decided else None

    @property
    def mean_of_families(self) -> Fraction | None:
        """The mean of the families' own shares. Q10."""
        return self.shares / self.families if self.families else None

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.met + other.met,
            self.decided + other.decided,
            self.not_yet + other.not_yet,
            self.not_measurable + other.not_measurable,
            self.change + other.change,
            self.before + other.before,
            self.now + other.now,
            self.shares + other.shares,
            self.families + other.families,
            self.among + other.among,
        )


def tally(group: Iterable[Judged]) -> Tally:
    """One family's."""
    held = list(group)
    verdicts = [each.verdict for each in held]
    met = verdicts.count(Verdict.MET)
    decided = met + verdicts.count(Verdict.NOT_MET)
    return Tally(
        met,
        decided,
        verdicts.count(Verdict.NOT_YET),
        verdicts.count(Verdict.NOT_MEASURABLE),
        sum((each.change for each in held if each.change is not None), Fraction(0)),
        sum(each.before or 0 for each in held),
        sum(each.now or 0 for each in held),
        Fraction(met, decided) if decided else Fraction(0),
        int(decided > 0),
        int(bool(held)),
    )
