"""Whether a meeting looks further, and into what, says one thing."""

from tests.unit.meetings_commands import HOLD
from tests.unit.meetings_story import the_meeting


def test_what_is_not_looked_into_further_has_no_domains() -> None:
    """INV-25: a no with domains is no decision."""
    unclear = HOLD.model_copy(update={"further_assessment_needed": False})
    refused = the_meeting().when(unclear).refused("further_assessment_unclear")
    assert refused.facts == {"domains": "health"}
