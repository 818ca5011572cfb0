"""The outcome targets (effektmål): what each counts, and how much is needed; a result is never typed. T01 to T14, T24.

What is needed here is what the programmes agreed at first; a programme may agree on another number
(`helhed.progress.outcome-target-set.v1`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Target(StrEnum):
    """An outcome target, by its row of the specification in small letters (effektmål)."""

    T01 = "t01"
    T02 = "t02"
    T03 = "t03"
    T04 = "t04"
    T05 = "t05"
    T06 = "t06"
    T07 = "t07"
    T08 = "t08"
    T09 = "t09"
    T10 = "t10"
    T11 = "t11"
    T12 = "t12"
    T13 = "t13"
    T14 = "t14"
    T24 = "t24"


class Need(StrEnum):
    """What `needed` is a number of. INV-55, Q08, Q10."""

    SHARE = "share"
    """At least so many of a hundred of those counted."""
    CHANGE = "change"
    """On the mean at least so many per cent above the baseline, on the instrument's raw score."""
    RISE = "rise"
    """On the mean more points than this above the baseline, or above the measurement before."""
    FALL = "fall"
    """On the mean more than so many fewer than at the admission."""
    COUNT = "count"
    """At least so many in all."""


class Counted(StrEnum):
    """Who or what is counted."""

    FAMILIES = "families"
    YOUNG = "young"
    """Those from 15 to 17 years on the day that counts. Q07."""
    CHILDREN = "children"
    UNDER_14 = "under-14"
    ADULTS = "adults"
    SUPPORTERS = "supporters"
    """Those who stand by the families: civil society and private actors."""
    CITIZENS = "citizens"


@dataclass(frozen=True)
class Definition:
    """A target as the sources set it. Titles are Danish and English."""

    target: Target
    danish: str
    english: str
    counted: Counted
    need: Need
    needed: int
    months: int | None = None
    """The clock: months from the visitation date; None where the sources name none. INV-54, Q09."""
    unbroken_months: int | None = None
    """So many months without a break, where that counts. INV-56."""
    programme: str | None = None
    """The one programme whose target it is; None: every programme's. Q19."""


_ALL = (
    Definition(
        Target.T01,
        "Mindst én voksen i familien er i arbejde, uddannelse, revalidering eller fleksjob",
        "At least one adult of the family is in work, education, revalidation or a flexjob",
        Counted.FAMILIES,
        Need.SHARE,
        100,
    ),
    Definition(
        Target.T02,
        "Unge på 15–17 år har haft et fritidsjob inden for et år",
        "Young people of 15–17 have had a leisure job within a year",
        Counted.YOUNG,
        Need.SHARE,
        70,
        months=12,
    ),
    Definition(
        Target.T03,
        "Unge på 15–17 år har beholdt et fritidsjob i et halvt år i træk",
        "Young people of 15–17 have kept a leisure job for an unbroken half-year",
        Counted.YOUNG,
        Need.SHARE,
        70,
        months=12,
        unbroken_months=6,
    ),
    Definition(
        Target.T04,
        "Børnenes fremmøde i dagtilbud og skole er blevet bedre",
        "The children’s attendance in day care and school has become better",
        Counted.CHILDREN,
        Need.RISE,
        0,
    ),
    Definition(
        Target.T05,
        "Børnenes trivsel er 30 % bedre efter det første år",
        "The children’s wellbeing is 30% better after the first year",
        Counted.CHILDREN,
        Need.CHANGE,
        30,
        months=12,
    ),
    Definition(
        Target.T06,
        "Elevplanerne viser fremgang siden sidste måling",
        "The pupil plans show progress since the last measurement",
        Counted.CHILDREN,
        Need.RISE,
        0,
    ),
    Definition(
        Target.T07,
        "Børnenes sundhed er blevet bedre",
        "The children’s health has become better",
        Counted.CHILDREN,
        Need.RISE,
        0,
    ),
    Definition(
        Target.T08,
        "De, der støtter familierne, er mere med i beslutningerne",
        "Those who stand by the families are more included in decisions",
        Counted.SUPPORTERS,
        Need.RISE,
        0,
    ),
    Definition(
        Target.T09,
        "Familien har sat mindst ét mål selv",
        "The family has set at least one goal of its own",
        Counted.FAMILIES,
        Need.SHARE,
        100,
    ),
    Definition(
        Target.T10,
        "Børn under 14 år går til mindst én fritidsaktivitet",
        "Children under 14 take part in at least one leisure activity",
        Counted.UNDER_14,
        Need.SHARE,
        100,
    ),
    Definition(
        Target.T11,
        "De voksnes egen vurdering af krop og sind er 50 % bedre inden for et år",
        "The adults’ own rating of body and mind is 50% better within a year",
        Counted.ADULTS,
        Need.CHANGE,
        50,
        months=12,
    ),
    Definition(
        Target.T12,
        "Familien har præcis én primær kontaktperson",
        "The family has exactly one primary contact",
        Counted.FAMILIES,
        Need.SHARE,
        100,
    ),
    Definition(
        Target.T13,
        "120 borgere har deltaget",
        "120 citizens have taken part",
        Counted.CITIZENS,
        Need.COUNT,
        120,
        programme="det-gode-ressourceforloeb",
    ),
    Definition(
        Target.T14,
        "35 % af deltagerne er i ressourceforløb",
        "35% of those who take part are in resource courses",
        Counted.CITIZENS,
        Need.SHARE,
        35,
        programme="det-gode-ressourceforloeb",
    ),
    Definition(
        Target.T24,
        "Færre ansatte er i direkte kontakt med familien end ved visitationen",
        "Fewer employees are in direct contact with the family than at the admission",
        Counted.FAMILIES,
        Need.FALL,
        0,
    ),
)

TARGETS: Mapping[Target, Definition] = {each.target: each for each in _ALL}
"""Each target by its code, in the order in which they are shown."""
