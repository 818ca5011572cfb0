"""Reads and checks what travels beside a command: its id, the expected version, the token, the purpose."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from eventkeep.edge.call import Call
from eventkeep.refused import Refused

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_CODE = re.compile(r"[a-z0-9][a-z0-9_.§ -]{0,63}\Z")
_TOKEN = re.compile(r"[\x21-\x7e]{1,2000}\Z")

AHEAD = timedelta(minutes=5)
"""How far a caller's clock may be ahead of ours, and of the real one where ours is turned back."""


def into(call: Call, meta: Any) -> None:
    """Fill in the call from the request's meta. Refuses what is ill-formed."""
    command_id = meta.command_id.lower()
    if command_id and not _UUID.match(command_id):
        raise Refused("command_id_missing", "The command id is not a UUID.", next_step=_MAKE_ONE)
    call.command_id = command_id
    if meta.HasField("expected_version"):
        call.expected_version = meta.expected_version
        if meta.expected_version < 0:
            raise _wrong("meta.expected_version", "is below 0")
    if meta.HasField("occurred_at"):
        try:
            call.occurred_at = meta.occurred_at.ToDatetime(tzinfo=UTC)
        except (ValueError, OverflowError):
            raise _wrong("meta.occurred_at", "is no moment") from None
        if call.occurred_at > max(call.received_at, datetime.now(UTC)) + AHEAD:
            raise _wrong("meta.occurred_at", "has not come yet")
    call.after, call.purpose, call.correlation_id = meta.after, meta.purpose, meta.correlation_id.lower()
    if call.after and not _TOKEN.match(call.after):
        raise _wrong("meta.after", "is no token of ours")
    if call.purpose and not _CODE.match(call.purpose):
        raise _wrong("meta.purpose", "must be a code such as family-plan")
    if call.correlation_id and not _UUID.match(call.correlation_id):
        raise _wrong("meta.correlation_id", "must be a UUID")


def require_command_id(call: Call) -> None:
    """Without an id of its own a command can't be repeated safely."""
    if not call.command_id:
        raise Refused("command_id_missing", "The command has no id.", next_step=_MAKE_ONE)


def _wrong(path: str, words: str) -> Refused:
    said = f"Not valid: {path} {words}."
    return Refused("invalid_input", said, "", "Correct it.", {path: words}, danish_next="Ret det.")


_MAKE_ONE = "Make a random UUID for each command, and send the same one when you try again."
