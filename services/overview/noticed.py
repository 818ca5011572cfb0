"""Who noticed each small success, and who scored a wheel: the journal says whose words the plan has. A45."""

from contracts.progress.events import SmallSuccessNoted, WheelScored
from services.overview.tale import Tales

_NAMED = {SmallSuccessNoted.wire: "success", WheelScored.wire: "scoring"}


async def noticed_by(tales: Tales, family: str) -> dict[str, str]:
    """By success or sitting: somebody such as "person:<id>". Nothing is opened for it. Raises Refused."""
    return {
        each.data[_NAMED[each.envelope.type]]: each.envelope.actor
        for each in await tales.told(family, ("progress",))
        if each.envelope.type in _NAMED
    }
