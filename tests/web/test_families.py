"""The list of families, where the database doesn't answer; what it finds is tried in tests/system."""

from datetime import UTC, datetime
from typing import Any

import pytest

from eventkeep.edge.call import Caller
from eventkeep.refused import Refused
from services.overview.web.families import Families
from services.overview.web.language import Language
from tests.unit.family import SOFIE


class Away:
    """A database that nobody can reach."""

    async def fetch(self, *_: Any, **__: Any) -> Any:
        """Nothing."""
        raise OSError("nobody there")


async def test_a_database_that_is_away_is_said_to_be() -> None:
    families = Families(Away(), None)  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        await families.of(Caller("professional", SOFIE, None, 0.0), Language("da", datetime.now(UTC)))
    assert (refused.value.code, refused.value.danish) == ("store_unreachable", "Databasen svarer ikke.")
