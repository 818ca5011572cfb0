"""A refusal on the wire: google.rpc.Status with an ErrorInfo, there and back."""

from collections.abc import Mapping
from typing import Any, cast

import grpc
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped,unused-ignore]
from grpc import StatusCode

from eventkeep.refused import Refused

DOMAIN = "helhed"
DETAILS = "grpc-status-details-bin"
_SAID = ("sentence", "sentence_da", "rule", "next_step", "next_step_da")

_CODES: Mapping[StatusCode, tuple[str, ...]] = {
    StatusCode.INVALID_ARGUMENT: (
        *("invalid_input", "text_has_nul", "cpr_number_sent", "command_id_missing"),
        *("token_invalid", "token_of_another_family"),
    ),
    StatusCode.ALREADY_EXISTS: ("command_id_reused",),
    StatusCode.ABORTED: ("version_conflict", "busy", "stream_busy"),
    StatusCode.UNAVAILABLE: (
        *("lagging", "stopping", "store_unreachable", "store_behind_token"),
        *("reference_stale", "reference_parked", "shown_elsewhere"),
    ),
    StatusCode.PERMISSION_DENIED: (
        "not_allowed",
        "not_attached",
        "not_on_team",
        "not_around_family",
        "not_for_operations",
        "not_for_leaders",
    ),
    StatusCode.UNAUTHENTICATED: ("token_missing", "token_expired", "token_not_accepted"),
    StatusCode.DEADLINE_EXCEEDED: ("deadline_exceeded",),
    StatusCode.INTERNAL: ("internal",),
}
_BY_CODE = {code: status for status, codes in _CODES.items() for code in codes}
_BY_ENDING = {
    "_unknown": StatusCode.NOT_FOUND,
    "not_found": StatusCode.NOT_FOUND,
    "_only": StatusCode.PERMISSION_DENIED,
}


def status_of(code: str, own: Mapping[str, StatusCode] | None = None) -> StatusCode:
    """A refusal's gRPC status: a service's own table, ours, how the code ends, or a failed precondition."""
    found = (own or {}).get(code) or _BY_CODE.get(code)
    if found is not None:
        return found
    endings = (status for ending, status in _BY_ENDING.items() if code.endswith(ending))
    return next(endings, StatusCode.FAILED_PRECONDITION)


def details_of(refused: Refused, status: StatusCode) -> tuple[tuple[str, bytes], ...]:
    """The trailing metadata that carries the refusal whole."""
    found = error_details_pb2.ErrorInfo(
        reason=refused.code,
        domain=DOMAIN,
        metadata={
            **refused.facts,
            "sentence": refused.sentence,
            "sentence_da": refused.danish,
            "rule": refused.rule,
            "next_step": refused.next_step,
            "next_step_da": refused.danish_next,
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
            said = {name: facts.pop(name, "") for name in _SAID}
            return Refused(
                found.reason,
                said["sentence"],
                said["rule"],
                said["next_step"],
                facts,
                danish=said["sentence_da"],
                danish_next=said["next_step_da"],
            )
    return None
