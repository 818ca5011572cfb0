"""What is scored in two views: where it stood first, where it stands now, and how far it moved. A28, A29, INV-59.

Then is the first time ever. It stays where it stood whatever day it is read, and says how far somebody has come; the
curves tell what lay between.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from services.overview.web.curve import on_scale
from services.overview.web.language import Language

APART = 2
"""So far apart are two views that they are worth a talk."""


@dataclass(frozen=True, slots=True)
class Scores:
    """One view, 0 to 10. `first` is None where it was scored once alone: it is new where the rest was scored before."""

    now: int
    first: int | None = None
    new: bool = False
    corrected: bool = False

    @property
    def by(self) -> int | None:
        """How many steps it moved."""
        return None if self.first is None else self.now - self.first

    @property
    def drawn(self) -> tuple[int, int | None]:
        """Where it is drawn, now and first: at the edge, where it lies beyond the scale."""
        return on_scale(self.now), None if self.first is None else on_scale(self.first)

    @property
    def beyond(self) -> bool:
        """Whether it isn't drawn where it is."""
        return self.drawn != (self.now, self.first)

    def moved(self, say: Language, new: str = "moved-new") -> str:
        """How far, in words: up and down are said alike."""
        if self.by is None:
            return say(new if self.new else "moved-once")
        if self.by == 0:
            return say("moved-same")
        return say("moved-up" if self.by > 0 else "moved-down", by=abs(self.by))


@dataclass(frozen=True, slots=True)
class Line:
    """A goal or an area of somebody's, with both views of it. `own` says that its name is words of the plan."""

    number: str
    name: str
    own: bool
    who: str
    citizen: Scores | None = None
    professional: Scores | None = None

    @property
    def views(self) -> tuple[tuple[str, Scores], ...]:
        """The views that there are, by whose they are."""
        both = (("citizen", self.citizen), ("professional", self.professional))
        return tuple((view, scores) for view, scores in both if scores is not None)

    @property
    def apart(self) -> bool:
        """Whether the two see it differently now."""
        citizen, professional = self.citizen, self.professional
        return bool(citizen and professional and abs(citizen.now - professional.now) >= APART)

    @property
    def back(self) -> tuple[str, ...]:
        """In whose view it went back."""
        return tuple(view for view, scores in self.views if (scores.by or 0) < 0)

    @property
    def forward(self) -> bool:
        """Whether it went forward in somebody's view, and back in nobody's."""
        return not self.back and any((scores.by or 0) > 0 for _, scores in self.views)

    @property
    def new(self) -> bool:
        """Whether nobody scored it before."""
        return bool(self.views) and all(scores.new for _, scores in self.views)


def scores_of(made: Sequence[tuple[str, int, bool]], begun: str | None = None) -> Scores | None:
    """Of days, values and whether each was corrected, by day. `begun` is when the rest was first scored in this view."""
    if not made:
        return None
    (first_day, first, _), (_, now, _) = made[0], made[-1]
    once = len(made) == 1
    return Scores(
        now,
        None if once else first,
        once and begun is not None and begun < first_day,
        any(corrected for _, _, corrected in made),
    )
