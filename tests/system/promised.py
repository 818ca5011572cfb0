"""Every topic as contracts/asyncapi.yaml promises it: a reader that knows nothing else of us."""

import asyncio
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from contracts.out.events import FamilyPlanTold
from tests.views.shown import astray

FILE = Path(__file__).parents[2] / "contracts/asyncapi.yaml"
DOCUMENT: dict[str, Any] = yaml.safe_load(FILE.read_text())


class Topics:
    """The topics of an installation, and what stands in them."""

    def __init__(self, bootstrap: str, prefix: str, departments: tuple[str, ...]) -> None:
        self._bootstrap = bootstrap
        self.promised = {
            address.replace("helhed.", f"{prefix}.", 1): channel
            for channel in DOCUMENT["channels"].values()
            for address in _addresses(channel, departments)
        }
        """Each channel by its topic."""
        self._messages = {name: _Message(each) for name, each in DOCUMENT["components"]["messages"].items()}

    def look(self) -> Counter[str]:
        """How many records there are of each message. AssertionError where one isn't as promised."""
        return asyncio.run(self._look())

    async def _look(self) -> Counter[str]:
        there, kept = await self.described()
        assert {topic for topic in there if topic in self.promised} == set(self.promised)
        found: Counter[str] = Counter()
        for topic, channel in self.promised.items():
            promised = channel["bindings"]["kafka"]
            assert (there[topic], kept[topic]) == (promised["partitions"], promised["topicConfiguration"]), (
                topic
            )
            names = [each["$ref"].rpartition("/")[2] for each in channel["messages"].values()]
            async for record in _records(self._bootstrap, topic, there[topic]):
                found[self._name(names, record)] += 1
        return found

    def _name(self, names: list[str], record: Any) -> str:
        """The one message of a channel that a record is."""
        value = None if record.value is None else json.loads(record.value)
        fits = [name for name in names if self._messages[name].is_type(value)]
        assert len(fits) == 1, f"{record.topic}: {value and value.get('type')} is {fits}"
        wrong = self._messages[fits[0]].wrong(record.key, value, record.headers)
        assert not wrong, f"{record.topic}: {fits[0]}: {wrong}"
        for led in (value or {}).get("data", {}).get("events", ()):
            assert _told(led["type"]).is_valid(led["data"]), f"{record.topic}: {led['type']}"
        if value and fits[0] == FamilyPlanTold.wire:
            assert not astray(value["data"]["plan"]), f"{record.topic}: the plan isn't as promised"
        return fits[0]

    async def described(self) -> tuple[dict[str, int], dict[str, dict[str, Any]]]:
        """Of each topic how many partitions it has; and of those that are promised how they are kept, as far as that is."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self._bootstrap)
        await admin.start()
        try:
            there = {each["topic"]: len(each["partitions"]) for each in await admin.describe_topics()}
            asked = [
                ConfigResource(ConfigResourceType.TOPIC, each) for each in self.promised if each in there
            ]
            answers: list[Any] = await admin.describe_configs(asked)
            entries = {each[3]: each[4] for answer in answers for each in answer.resources}
            return there, {topic: self._kept(topic, found) for topic, found in entries.items()}
        finally:
            await admin.close()

    def _kept(self, topic: str, entries: Sequence[Any]) -> dict[str, Any]:
        """What is promised of how a topic is kept, as it is."""
        promised = self.promised[topic]["bindings"]["kafka"]["topicConfiguration"]
        found = {name: value for name, value, *_ in entries if name in promised}
        return {
            name: value.split(",") if name == "cleanup.policy" else int(value)
            for name, value in found.items()
        }


class _Message:
    """What a message is promised to be; and what of it is more than any schema of ours knows."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        payload = _resolved(said["payload"])
        types = [
            each["properties"]["type"]["const"]
            for each in payload.get("allOf", ())
            if "const" in each.get("properties", {}).get("type", {})
        ]
        self._type = types[0] if types else None
        self._payload = jsonschema_rs.validator_for(payload, validate_formats=True)
        self._closed = jsonschema_rs.validator_for(
            _resolved(said["payload"], closed=True), validate_formats=True
        )
        key = said.get("bindings", {}).get("kafka", {}).get("key")
        self._key = key and jsonschema_rs.validator_for(key, validate_formats=True)
        self._headers = jsonschema_rs.validator_for(said.get("headers", {}))

    def is_type(self, value: Any) -> bool:
        """Whether a value is meant to be this message."""
        return (value["type"] if value is not None else None) == self._type

    def wrong(self, key: bytes | None, value: Any, headers: Sequence[tuple[str, bytes]]) -> list[str]:
        """Where it isn't as promised: paths, no values."""
        found = [f"{list(error.instance_path)} {error.kind}" for error in self._payload.iter_errors(value)]
        found += [f"{list(error.instance_path)} {error.kind}" for error in self._closed.iter_errors(value)]
        told = {name: text.decode() for name, text in headers}
        found += [f"header {error.kind}" for error in self._headers.iter_errors(told)]
        if self._key:
            found += ["key" for _ in self._key.iter_errors(key and key.decode())]
            named = (value or {}).get("partitionkey")  # a department's own messages don't repeat their key
            found += ["partitionkey"] if named is not None and named != (key and key.decode()) else []
        return found


@cache
def _told(wire: str) -> Any:
    """What departments are promised of an event within a state."""
    place = FILE.parent / f"{wire.split('.')[1]}/schemas/told/{wire}.json"
    return jsonschema_rs.validator_for(json.loads(place.read_text()), validate_formats=True)


def _addresses(channel: Mapping[str, Any], departments: tuple[str, ...]) -> Iterator[str]:
    if "parameters" not in channel:
        yield channel["address"]
    else:
        yield from (channel["address"].replace("{department}", each) for each in departments)


def _resolved(node: Any, closed: bool = False) -> Any:
    """With what it refers to in its place: schemas beside the document, and parts of the document itself. `closed`: instead
    of the open schemas, which readers are promised, our own."""
    if isinstance(node, list):
        return [_resolved(each, closed) for each in node]
    if not isinstance(node, dict):
        return node
    ref = node.get("$ref", "")
    if ref.startswith("./"):
        place = FILE.parent / (ref.replace("/open/", "/") if closed else ref)
        schema: Any = json.loads(place.read_text())
        return schema
    if ref.startswith("#/components/"):
        part: Any = DOCUMENT
        for step in re.split("/", ref)[1:]:
            part = part[step]
        return _resolved(part, closed)
    return {name: _resolved(each, closed) for name, each in node.items()}


async def _records(bootstrap: str, topic: str, partitions: int) -> Any:
    reader = AIOKafkaConsumer(
        bootstrap_servers=bootstrap, enable_auto_commit=False, isolation_level="read_committed"
    )
    await reader.start()
    try:
        assigned = [TopicPartition(topic, number) for number in range(partitions)]
        reader.assign(assigned)
        await reader.seek_to_beginning()
        ends = await reader.end_offsets(assigned)
        while any([await reader.position(each) < ends[each] for each in assigned]):
            for records in (await reader.getmany(timeout_ms=500)).values():
                for record in records:
                    yield record
    finally:
        await reader.stop()
