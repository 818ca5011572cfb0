"""What is about no family in particular is told to some alone. X-01."""

import pytest

from contracts.access import Reader
from eventkeep.clock import Clock
from eventkeep.edge.call import Caller
from eventkeep.refused import Refused
from services.contacts.departments import require_staff
from services.overview.operations import Operations
from services.overview.outcomes.told import Leaders
from tests.unit.family import SOFIE


@pytest.mark.parametrize("kind", [Reader.PERSON, Reader.SERVICE, Reader.OPERATIONS, Reader.LEADER])
def test_staff_alone_are_told_which_departments_there_are(kind: Reader) -> None:
    """R46."""
    with pytest.raises(Refused) as caught:
        require_staff(kind)
    assert caught.value.code == "staff_only"
    require_staff(Reader.PROFESSIONAL)


@pytest.mark.parametrize("kind", [Reader.PROFESSIONAL, Reader.PERSON, Reader.SERVICE, Reader.LEADER])
async def test_operations_alone_are_told_how_things_stand(kind: Reader) -> None:
    """Refused before anything is looked up: there is nowhere to look here."""
    nowhere: object = None
    with pytest.raises(Refused) as caught:
        await Operations(nowhere).look(Caller(kind, SOFIE, None, 0.0))  # type: ignore[arg-type]
    assert caught.value.code == "operations_only"


@pytest.mark.parametrize("kind", [Reader.PROFESSIONAL, Reader.PERSON, Reader.SERVICE, Reader.OPERATIONS])
async def test_leaders_alone_are_told_how_targets_stand(kind: Reader) -> None:
    """X-01."""
    nowhere: object = None
    with pytest.raises(Refused) as caught:
        await Leaders(nowhere, Clock(None)).look(Caller(kind, SOFIE, None, 0.0))  # type: ignore[arg-type]
    assert caught.value.code == "leaders_only"
