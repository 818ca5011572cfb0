"""A caller who doesn't give up: what fails for now is sent again, under the same command id."""

import time
from collections.abc import Mapping
from typing import Any

import grpc

from deploy.platform.client import Client
from eventkeep.refused import Refused

FOR_NOW = frozenset(
    (
        *("lagging", "plan_not_yet_here", "reference_stale", "store_unreachable"),
        *("stopping", "deadline_exceeded", "stream_busy", "shown_elsewhere"),
    )
)
GONE = frozenset((grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.CANCELLED))


class Insistent(Client):
    """A client that sends a call again for as long as it fails for now; `failed` says how often that was."""

    def __init__(self, addresses: Mapping[str, str], seconds: float = 60.0) -> None:
        super().__init__({})
        fast = [("grpc.initial_reconnect_backoff_ms", 100), ("grpc.max_reconnect_backoff_ms", 500)]
        self._channels = {
            service: grpc.insecure_channel(address, options=fast) for service, address in addresses.items()
        }
        self._seconds = seconds
        self.failed = 0

    def _unary(self, service: str, rpc: str, fields: dict[str, Any], token: str) -> Any:
        deadline = time.monotonic() + self._seconds
        while True:
            try:
                return super()._unary(service, rpc, fields, token)
            except Refused as refused:
                if not _for_now(rpc, refused) or time.monotonic() > deadline:
                    raise
            except grpc.RpcError as error:
                if error.code() not in GONE or time.monotonic() > deadline:
                    raise
            self.failed += 1
            time.sleep(0.05)


def _for_now(rpc: str, refused: Refused) -> bool:
    """Nobody is told that there is a plan while contacts can't be asked."""
    return refused.code in FOR_NOW or (rpc == "GetFamilyPlan" and refused.code == "plan_not_found")
