"""A broker that lets departments in by name, with the rights and quotas of deploy/k8s/kafka/department.yaml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.admin import CreateAclsRequest
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import Array, Boolean, Float64, Int16, Int32, Schema, String

from deploy.embedded.kafka import Kafka
from deploy.embedded.leash import free_port

_USER = Path(__file__).parents[2] / "deploy" / "k8s" / "kafka" / "department.yaml"
_RESOURCES = {"topic": 2, "group": 3}
_PATTERNS = {"literal": 3, "prefix": 4}
_OPERATIONS = {"Read": 3, "Write": 4, "Describe": 8}
_QUOTAS = {
    "producerByteRate": "producer_byte_rate",
    "consumerByteRate": "consumer_byte_rate",
    "requestPercentage": "request_percentage",
    "controllerMutationRate": "controller_mutation_rate",
}
_ALLOW, _ANY_HOST = 3, "*"


class Guarded:
    """A broker with two doors: ours, through which everything may be done, and the departments', by name and word."""

    def __init__(self, *departments: str) -> None:
        """A department's word is its name."""
        self._door = free_port()
        users = " ".join(f'user_{_user(each)}="{each}"' for each in departments)
        plain = "org.apache.kafka.common.security.plain.PlainLoginModule required"
        self.broker = Kafka(
            doors={self._door: self._door},
            settings={
                "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,DOOR1:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms": "PLAIN",
                "listener.name.door1.plain.sasl.jaas.config": f"{plain} {users};",
                "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users": "User:ANONYMOUS",
                "quota.window.num": "3",
                "log.cleaner.backoff.ms": "100",
            },
        )

    @property
    def ours(self) -> str:
        """The address for our own services."""
        return self.broker.bootstrap

    def settings(self, department: str) -> dict[str, Any]:
        """aiokafka's settings for a department's system."""
        return {
            "bootstrap_servers": f"127.0.0.1:{self._door}",
            "security_protocol": "SASL_PLAINTEXT",
            "sasl_mechanism": "PLAIN",
            "sasl_plain_username": _user(department),
            "sasl_plain_password": department,
        }

    async def let_in(self, department: str) -> None:
        """Gives a department what the manifest gives to `school`."""
        text = _USER.read_text().replace("helhed.out.school.", f"helhed.out.{department}.")
        text = text.replace("inbox.school.", f"inbox.{department}.").replace(
            "inbox-results.school.", f"inbox-results.{department}."
        )
        spec = yaml.safe_load(text)["spec"]
        admin = AIOKafkaAdminClient(bootstrap_servers=self.ours)
        await admin.start()
        try:
            for acl in spec["authorization"]["acls"]:
                for operation in acl["operations"]:
                    answer = await admin._send_request(_allow(_user(department), acl["resource"], operation))
                    (created,) = answer.to_object()["creation_responses"]
                    assert created["error_code"] == 0, created
            answer = await admin._send_request(_Limit(_user(department), spec["quotas"]))
            assert answer.to_object()["entries"][0]["error_code"] == 0
        finally:
            await admin.close()


def _user(department: str) -> str:
    return department.replace("-", "_")


def _allow(user: str, resource: Mapping[str, str], operation: str) -> CreateAclsRequest:
    return CreateAclsRequest(
        _RESOURCES[resource["type"]],
        resource["name"],
        _PATTERNS[resource["patternType"]],
        f"User:{user}",
        _ANY_HOST,
        _OPERATIONS[operation],
        _ALLOW,
    )


class _Limited(Response):
    """What Kafka says to AlterClientQuotas, which aiokafka doesn't know."""

    API_KEY, API_VERSION = 49, 0
    _ENTITY = Array(("entity_type", String("utf-8")), ("entity_name", String("utf-8")))
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        (
            "entries",
            Array(("error_code", Int16), ("error_message", String("utf-8")), ("entity", _ENTITY)),
        ),
    )


class _LimitStruct(RequestStruct):
    API_KEY, API_VERSION = 49, 0
    RESPONSE_TYPE = _Limited
    SCHEMA = Schema(
        (
            "entries",
            Array(
                ("entity", _Limited._ENTITY),
                ("ops", Array(("key", String("utf-8")), ("value", Float64), ("remove", Boolean))),
            ),
        ),
        ("validate_only", Boolean),
    )


class _Limit(Request[_LimitStruct]):
    API_KEY = 49

    def __init__(self, user: str, quotas: Mapping[str, float]) -> None:
        self._user, self._quotas = user, quotas

    def build(self, request_struct_class: type[_LimitStruct]) -> _LimitStruct:
        limits = [(_QUOTAS[name], float(value), False) for name, value in self._quotas.items()]
        return request_struct_class([([("user", self._user)], limits)], False)
