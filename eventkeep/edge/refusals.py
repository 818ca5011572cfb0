"""A refusal on the wire: google.rpc.Status with an ErrorInfo, there and back."""

from collections.abc import Mapping
from typing import Any, cast

import grpc
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped,unused-ignore]
from grpc import StatusCode

from eventkeep.refused import Refused

DOMAIN = "helhed"
DETAILS = "grpc-status-details-bin"

_BY_CODE: Mapping[str, StatusCode] = {
    "invalid_input": StatusCode.INVALID_ARGUMENT,
    "text_has_nul": StatusCode.INVALID_ARGUMENT,
    "command_id_missing": StatusCode.INVALID_ARGUMENT,
    "command_id_reused": StatusCode.ALREADY_EXISTS,
    "version_conflict": StatusCode.ABORTED,
    "busy": StatusCode.ABORTED,
    "lagging": StatusCode.UNAVAILABLE,
    "reference_stale": StatusCode.UNAVAILABLE,
    "store_unreachable": StatusCode.UNAVAILABLE,
    "stopping": StatusCode.UNAVAILABLE,
    "not_found": StatusCode.NOT_FOUND,
    "not_attached": StatusCode.PERMISSION_DENIED,
    "not_on_team": StatusCode.PERMISSION_DENIED,
    "not_allowed": StatusCode.PERMISSION_DENIED,
    "token_missing": StatusCode.UNAUTHENTICATED,
    "token_expired": StatusCode.UNAUTHENTICATED,
    "token_not_accepted": StatusCode.UNAUTHENTICATED,
    "deadline_exceeded": StatusCode.DEADLINE_EXCEEDED,
    "internal": StatusCode.INTERNAL,
}


def status_of(code: str, own: Mapping[str, StatusCode] | None = None) -> StatusCode:
    """A refusal's gRPC status; `own` are a service's additions. What is unknown by name is not found."""
    found = (own or {}).get(code) or _BY_CODE.get(code)
    if found is not None:
        return found
    return StatusCode.NOT_FOUND if code.endswith("_unknown") else StatusCode.FAILED_PRECONDITION


def details_of(refused: Refused, status: StatusCode) -> tuple[tuple[str, bytes], ...]:
    """The trailing metadata that carries the refusal whole."""
    found = error_details_pb2.ErrorInfo(
        reason=refused.code,
        domain=DOMAIN,
        metadata={
            **refused.facts,
            "sentence": refused.sentence,
            "rule": refused.rule,
            "next_step": refused.next_step,
        },
    )
    whole = status_pb2.Status(code=status.value[0], message=refused.sentence)
    whole.details.add().Pack(found)
    return ((DETAILS, whole.SerializeToString()),)


def refusal_of(error: grpc.RpcError) -> Refused | None:
    """The refusal in an error that a call ended with; None where the error isn't one of ours."""
    trailing: dict[str, str | bytes] = dict(cast("Any", error).trailing_metadata() or ())
    raw = trailing.get(DETAILS)
    if not isinstance(raw, bytes):
        return None
    found = error_details_pb2.ErrorInfo()
    for detail in status_pb2.Status.FromString(raw).details:
        if detail.Unpack(found) and found.domain == DOMAIN:
            facts = dict(found.metadata)
            sentence, rule, next_step = (facts.pop(name, "") for name in ("sentence", "rule", "next_step"))
            return Refused(found.reason, sentence, rule, next_step, facts)
    return None
