"""A caller of the public gRPC APIs: messages by name, refusals as they were said."""

import json
import uuid
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Self

import grpc
from google.protobuf.json_format import ParseDict
from google.protobuf.message_factory import GetMessageClass

from contracts.overview import overview_pb2
from eventkeep.edge.refusals import refusal_of


class Client:
    """Calls the services as somebody, by that somebody's token. Refusals are raised as `Refused`."""

    def __init__(self, addresses: dict[str, str]) -> None:
        self._channels = {service: grpc.insecure_channel(address) for service, address in addresses.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for channel in self._channels.values():
            channel.close()

    def command(
        self,
        token: str,
        name: str,
        fields: dict[str, Any],
        after: str = "",
        command_id: str = "",
        **meta: Any,
    ) -> Any:
        """Sends a command such as `plans.DraftPlan`; returns what was accepted."""
        service, rpc = name.split(".")
        said = {"command_id": command_id or str(uuid.uuid4()), "after": after, **meta}
        return self._unary(service, rpc, {**fields, "meta": said}, token)

    def is_about_family(self, name: str) -> bool:
        """Whether a command such as `plans.DraftPlan` names a family; the others keep the registers."""
        return "family" in _method(*name.split(".")).input_type.fields_by_name

    def plan(self, token: str, family: str, after: str = "") -> overview_pb2.FamilyPlan:
        """The family's plan, covering at least what a token names."""
        answer: overview_pb2.FamilyPlan = self._unary(
            "overview", "GetFamilyPlan", {"family": family, "after": after}, token
        )
        return answer

    def document(self, token: str, family: str, kind: str, **asked: Any) -> overview_pb2.Document:
        """A document beside the family's plan."""
        answer: overview_pb2.Document = self._unary(
            "overview", "GetDocument", {"family": family, "kind": kind, **asked}, token
        )
        return answer

    def acknowledge(self, token: str, family: str, state_no: int) -> overview_pb2.Acknowledged:
        """Says that a state of the plan is known."""
        asked = {"family": family, "state_no": state_no}
        answer: overview_pb2.Acknowledged = self._unary("overview", "AcknowledgePlan", asked, token)
        return answer

    def operations(self, token: str) -> overview_pb2.Operations:
        """How overview stands, to operations."""
        answer: overview_pb2.Operations = self._unary("overview", "GetOperations", {}, token)
        return answer

    def offers(self, token: str, after: str = "", **asked: str) -> Any:
        """Offers of the catalogue that can be taken: the document, read."""
        return json.loads(self._unary("overview", "FindOffers", {**asked, "after": after}, token).document)

    def offer(self, token: str, offer: str, after: str = "") -> Any:
        """One of them, also where it was withdrawn."""
        found = self._unary("overview", "GetOffer", {"offer": offer, "after": after}, token)
        return json.loads(found.document)["offers"][0]

    def programme(
        self, token: str, programme: str, after: str = "", day: str = ""
    ) -> overview_pb2.ProgrammeDocument:
        """How a programme stands, covering at least what a token names."""
        asked = {"programme": programme, "after": after, "day": day}
        answer: overview_pb2.ProgrammeDocument = self._unary("overview", "GetProgramme", asked, token)
        return answer

    def watch(
        self, token: str, family: str, seconds: float = 30.0, after_state: int = 0, after_stale: bool = False
    ) -> Iterator[overview_pb2.FamilyPlan]:
        """Each new state of the family's plan, from the first one after a state."""
        call = self._channels["overview"].unary_stream(
            "/helhed.overview.v1.Overview/WatchFamilyPlan",
            request_serializer=overview_pb2.WatchFamilyPlanRequest.SerializeToString,
            response_deserializer=overview_pb2.FamilyPlan.FromString,
        )
        try:
            asked = overview_pb2.WatchFamilyPlanRequest(
                family=family, after_state=after_state, after_stale=after_stale
            )
            yield from call(asked, metadata=_metadata(token), timeout=seconds)
        except grpc.RpcError as error:
            raise refusal_of(error) or error from None

    def _unary(self, service: str, rpc: str, fields: dict[str, Any], token: str) -> Any:
        method = _method(service, rpc)
        call = self._channels[service].unary_unary(
            f"/{method.containing_service.full_name}/{rpc}",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=GetMessageClass(method.output_type).FromString,
        )
        try:
            asked = ParseDict(fields, GetMessageClass(method.input_type)())
            return call(asked, metadata=_metadata(token), timeout=15.0)
        except grpc.RpcError as error:
            raise refusal_of(error) or error from None


def _method(service: str, rpc: str) -> Any:
    module = import_module(f"contracts.{service}.{service}_pb2")
    return module.DESCRIPTOR.services_by_name[service.capitalize()].methods_by_name[rpc]


def _metadata(token: str) -> tuple[tuple[str, str], ...]:
    return (("authorization", f"Bearer {token}"),)
