"""What a department's system is answered: the refusal whole, whether it still waits or not."""

import pytest

from eventkeep.refused import Refused
from services.inbox_answers import Tell

WHICH = {"source": "/school-system", "id": "1", "partition": 0, "offset": 0}
MISSING = Refused("goal_unknown", "There is no such goal.", facts={"goal": "a-goal"})


@pytest.mark.parametrize("still_waits", [True, False])
def test_what_is_missing_is_named_by_ids_and_codes(still_waits: bool) -> None:
    """So that the sender's own system can find what to send first."""
    tell = Tell("helhed")
    kind, data = tell.waits(WHICH, MISSING, None) if still_waits else tell.refused(WHICH, MISSING, True)
    assert kind.split(".")[2] == ("message-waits" if still_waits else "message-refused")
    assert (data["code"], data["facts"]) == ("goal_unknown", {"goal": "a-goal"})
    assert data["message"]["id"] == "1"
