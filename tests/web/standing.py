"""How overview may stand, for tests of what operations are shown."""

from datetime import timedelta
from typing import Any

from eventkeep.standing import Broken, Heard, Parked, Standing, Unlike, ViewStands, Waiting
from tests.unit.family import FAMILY
from tests.web.shown import NOW

SERVICES = ("contacts", "meetings", "plans", "progress")


def heard(service: str, lag: float, partition: int = 0) -> Heard:
    """A partition that was heard so many seconds ago."""
    return Heard(service, partition, NOW - timedelta(seconds=lag), lag, 48_211)


def standing(**more: Any) -> Standing:
    """All is well, but for what is named."""
    well: dict[str, Any] = {
        "at": NOW,
        "views": [
            ViewStands("access", 3, True, 412, 0, 0, 0),
            ViewStands("family-plan", 12, True, 412, 0, 0, 0),
        ],
        "heard": [heard(service, lag, n) for service in SERVICES for n, lag in enumerate((0.5, 1.2))],
        "waiting": [],
        "parked": [],
        "broken": [],
        "unlike": [],
        "holes": 0,
        "forks": 0,
        "differs": 0,
        "quarantined": 0,
        "compared": dict.fromkeys(SERVICES, 48_211),
    }
    return Standing(**{**well, **more})


TROUBLED = standing(
    views=[
        ViewStands("access", 3, True, 412, 0, 0, 0),
        ViewStands("family-plan", 12, True, 411, 1, 1, 2),
        ViewStands("family-plan", 11, False, 410, 2, 0, 0),
    ],
    heard=[heard("contacts", 0.5), heard("plans", 200.0)],
    waiting=[
        Waiting("family-plan", FAMILY, "plans", 13, "contacts=8", "cause", NOW - timedelta(seconds=95)),
        Waiting("family-plan", FAMILY, "meetings", 5, "meetings=4", "hole", NOW),
    ],
    parked=[
        Parked("family-plan", 12, FAMILY, "KeyError at plan_part.py:18", "contacts=7,plans=12", NOW),
        Parked("access", 3, FAMILY, "fork", "", NOW),
    ],
    broken=[Broken("hole", FAMILY, "meetings", 3), Broken("fork", FAMILY, "contacts", 7)],
    holes=1,
    unlike=[Unlike("family-plan", FAMILY, "other", NOW - timedelta(seconds=50))],
    forks=1,
    differs=1,
    quarantined=2,
)
"""Everything that may be wrong."""

UNLIKE = standing(unlike=TROUBLED.unlike, differs=1)
"""Nothing but a family that is shown otherwise than its stores say."""
