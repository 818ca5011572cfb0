"""How a call ends when it isn't done: a code, a sentence and what to do; never an error's text."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import grpc
import pytest

from eventkeep.edge.call import Answer, Call
from eventkeep.edge.refusals import refusal_of
from eventkeep.refused import Refused
from tests.edges.invented import fly, request, running
from tests.edges.test_commands import SECRET, Heard, refused


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("goal_without_intervention", grpc.StatusCode.FAILED_PRECONDITION),
        ("family_unknown", grpc.StatusCode.NOT_FOUND),
        ("plan_not_found", grpc.StatusCode.NOT_FOUND),
        ("for_services_only", grpc.StatusCode.PERMISSION_DENIED),
        ("version_conflict", grpc.StatusCode.ABORTED),
        ("lagging", grpc.StatusCode.UNAVAILABLE),
        ("reference_stale", grpc.StatusCode.UNAVAILABLE),
        ("store_unreachable", grpc.StatusCode.UNAVAILABLE),
        ("not_attached", grpc.StatusCode.PERMISSION_DENIED),
        ("command_id_reused", grpc.StatusCode.ALREADY_EXISTS),
    ],
)
async def test_a_refusal_arrives_as_it_was_said(tmp_path: Path, code: str, status: grpc.StatusCode) -> None:
    said = Refused(
        code,
        "The goal has no intervention.",
        "INV-13",
        "Add one.",
        {"version": "7"},
        danish="Målet har ingen indsats.",
        danish_next="Tilføj en.",
    )
    async with running(tmp_path, Heard(said)) as (_, channel):
        found = await refused(channel, request(), status)
    assert vars(found) == vars(said)


async def test_an_error_shows_the_caller_only_a_reference_that_the_log_shows_too(
    tmp_path: Path, logged: Callable[[], str]
) -> None:
    async with running(tmp_path, Heard(RuntimeError(SECRET))) as (_, channel):
        found = await refused(channel, request(), grpc.StatusCode.INTERNAL)
    said = logged()
    assert found.code == "internal"
    assert SECRET not in f"{found.sentence}{found.facts}{found.next_step}{said}"
    line = json.loads(said.splitlines()[-1])
    assert line["reference"] == found.facts["reference"]
    assert line["error_type"] == "RuntimeError"
    assert any("test_commands.py" in frame for frame in line["frames"])


class Slow:
    """A handler that takes its time, and notes whether it was stopped."""

    def __init__(self) -> None:
        self.stopped = asyncio.Event()
        self.deadline: float | None = None

    async def __call__(self, command: Any, call: Call) -> Answer:
        self.deadline = call.deadline
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            self.stopped.set()
            raise
        return Answer("", 0, "")


async def test_a_call_without_deadline_gets_the_default(tmp_path: Path) -> None:
    slow = Slow()
    async with running(tmp_path, slow, default_deadline=0.1) as (_, channel):
        found = await refused(channel, request(), grpc.StatusCode.DEADLINE_EXCEEDED)
        assert found.code == "deadline_exceeded"
        assert "same command id" in found.next_step
        assert slow.stopped.is_set()


async def test_no_call_gets_more_than_the_longest_deadline(tmp_path: Path) -> None:
    slow = Slow()
    async with running(tmp_path, slow, default_deadline=0.1, max_deadline=0.2) as (_, channel):
        assert (await refused(channel, request(), grpc.StatusCode.DEADLINE_EXCEEDED, timeout=20)).code == (
            "deadline_exceeded"
        )
        assert slow.stopped.is_set()


async def test_the_callers_own_deadline_stops_the_handler(tmp_path: Path) -> None:
    slow = Slow()
    async with running(tmp_path, slow) as (_, channel):
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await fly(channel, request(), timeout=0.2)
        assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
        await asyncio.wait_for(slow.stopped.wait(), 2)
        assert slow.deadline is not None


async def test_a_timeout_inside_a_handler_is_no_deadline(tmp_path: Path) -> None:
    async with running(tmp_path, Heard(TimeoutError(SECRET))) as (_, channel):
        assert (await refused(channel, request(), grpc.StatusCode.INTERNAL)).code == "internal"


async def test_a_message_that_is_too_large_is_refused(tmp_path: Path) -> None:
    async with running(tmp_path, max_request_bytes=2_048) as (_, channel):
        await fly(channel, request(words="x" * 1_000))
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await fly(channel, request(words="x" * 3_000))
        assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        assert refusal_of(caught.value) is None
