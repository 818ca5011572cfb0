"""What departments' systems are answered, as the events of contracts/inbox."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from contracts.inbox.events import Message, MessageAccepted, MessageRefused, MessageWaits, results_of
from contracts.shapes import Event
from eventkeep.refused import Refused


class Tell:
    """What is answered, as the events of contracts/inbox."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def topic(self, owner: str) -> str:
        """Where the department reads it."""
        return results_of(owner, self._prefix)

    def accepted(self, which: Mapping[str, Any], stream: str, token: str, vector: str) -> tuple[str, Any]:
        """It is true here now."""
        return _event(MessageAccepted(message=Message(**which), stream=stream, token=token, vector=vector))

    def waits(self, which: Mapping[str, Any], refused: Refused, until: datetime | None) -> tuple[str, Any]:
        """Something isn't there yet."""
        return _event(
            MessageWaits(
                message=Message(**which),
                code=refused.code,
                sentence=refused.sentence,
                sentence_da=refused.danish,
                until=until,
                facts=refused.facts,
            )
        )

    def refused(self, which: Mapping[str, Any], refused: Refused, waited: bool) -> tuple[str, Any]:
        """Nothing became true."""
        return _event(
            MessageRefused(
                message=Message(**which),
                code=refused.code,
                sentence=refused.sentence,
                sentence_da=refused.danish,
                rule=refused.rule,
                next_step=refused.next_step,
                next_step_da=refused.danish_next,
                facts=refused.facts,
                waited=waited,
            )
        )


def _event(event: Event) -> tuple[str, Any]:
    return event.wire, event.model_dump(mode="json", exclude_none=True)
