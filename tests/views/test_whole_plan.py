"""The whole plan of one family, compared once and exactly: this is what everybody attached sees."""

from itertools import permutations

from services.overview.family_plan import FAMILY_PLAN
from tests.views.around import CONTACTS
from tests.views.empty_plan import NOTHING
from tests.views.gone_on import GOES_ON
from tests.views.met import MEETINGS, PROGRESS
from tests.views.planned import PLANS
from tests.views.shown import family_plan
from tests.views.whole_plan import WHOLE


def test_everybody_attached_sees_the_whole_plan() -> None:
    """INV-36, INV-37: goals, interventions and their priority, in whatever order the services were heard."""
    for order in permutations((CONTACTS, PLANS, MEETINGS, (*PROGRESS, *GOES_ON))):
        assert family_plan(*(event for told in order for event in told)) == WHOLE


def test_a_family_of_which_nothing_is_known_has_an_empty_plan() -> None:
    """The document has the same members from the first event to the last."""
    assert family_plan() == NOTHING


def test_the_version_of_the_view_names_this_shape() -> None:
    """Whoever changes the document changes this number, and the hashes of all plans with it."""
    assert (FAMILY_PLAN.name, FAMILY_PLAN.version) == ("family-plan", 8)
    assert sorted(FAMILY_PLAN.services) == ["contacts", "meetings", "plans", "progress"]
    assert FAMILY_PLAN.waits_for_causes
    assert FAMILY_PLAN.hashed
