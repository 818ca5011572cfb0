"""A command's way in: message, command, handler, answer."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import grpc
import pytest
from google.protobuf.timestamp_pb2 import Timestamp

from contracts.edge import edge_pb2
from eventkeep.edge.call import Answer, Call
from eventkeep.edge.refusals import refusal_of
from eventkeep.refused import Refused
from tests.edges.invented import (
    FAMILY,
    Colour,
    FlyKite,
    Request,
    Tail,
    TailMessage,
    fly,
    request,
    running,
    token,
)


class Heard:
    """A handler that keeps what it was given."""

    def __init__(self, answer: Answer | Exception | None = None) -> None:
        self.answer = answer or Answer("token", 7, "kites=7")
        self.command: Any = None
        self.call: Any = None

    async def __call__(self, command: Any, call: Call) -> Answer:
        self.command, self.call = command, call
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


async def refused(channel: Any, sent: Any, status: grpc.StatusCode, **options: Any) -> Refused:
    """The refusal that a call ends with."""
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await fly(channel, sent, **options)
    assert caught.value.code() is status, caught.value.details()
    found = refusal_of(caught.value)
    assert found is not None
    assert found.sentence == caught.value.details()
    return found


async def test_operations_give_no_commands(tmp_path: Path) -> None:
    """A kind of caller that only what names it is open to."""
    heard = Heard()
    async with running(tmp_path, heard) as (_, channel):
        on_call = token(helhed_kind="operations", helhed_department=None)
        found = await refused(channel, request(), grpc.StatusCode.PERMISSION_DENIED, bearer=on_call)
    assert (found.code, heard.command) == ("not_for_operations", None)
    assert found.danish == "Driften ser, hvordan tjenesterne har det, og ikke andet."


async def test_leaders_give_no_commands(tmp_path: Path) -> None:
    """X-05: figures over all families are all that there is for them, whatever department they lead."""
    heard = Heard()
    async with running(tmp_path, heard) as (_, channel):
        leads = token(helhed_kind="leader", helhed_department="school")
        found = await refused(channel, request(), grpc.StatusCode.PERMISSION_DENIED, bearer=leads)
    assert (found.code, heard.command) == ("not_for_leaders", None)
    assert found.danish == "Ledere ser tal over alle familier, og ikke andet."


async def test_a_message_becomes_the_command_that_it_says(tmp_path: Path) -> None:
    heard, caller = Heard(), str(uuid4())
    sent = request(
        tails=[TailMessage(bows=3), TailMessage(bows=4, note="long")],
        best=TailMessage(bows=5),
        helpers=[FAMILY],
        height=0,
    )
    async with running(tmp_path, heard) as (_, channel):
        answer = await fly(channel, sent, token(sub=caller))
    assert answer == edge_pb2.Accepted(token="token", version=7, vector="kites=7")
    expected = FlyKite(
        by={"kind": "professional", "id": caller, "department": "employment"},
        at=heard.call.received_at,
        kite=FAMILY,
        colour=Colour.RED,
        purpose="play",
        words="Up it goes",
        day=date(2026, 3, 1),
        tails=(Tail(bows=3), Tail(bows=4, note="long")),
        best=Tail(bows=5),
        helpers=(FAMILY,),
        height=0,
    )
    assert heard.command == expected
    assert type(heard.command.kite) is type(expected.kite)


async def test_what_travels_beside_a_command_reaches_the_handler(tmp_path: Path) -> None:
    heard, command_id, correlation = Heard(), str(uuid4()), str(uuid4())
    happened = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    stamp = Timestamp()
    stamp.FromDatetime(happened)
    meta = edge_pb2.Meta(
        command_id=command_id.upper(),
        expected_version=0,
        after="abc.def",
        occurred_at=stamp,
        purpose="family-plan",
        correlation_id=correlation,
    )
    async with running(tmp_path, heard) as (_, channel):
        await fly(channel, request(meta=meta))
        call: Call = heard.call
        assert (call.command_id, call.expected_version, call.after) == (command_id, 0, "abc.def")
        assert (call.occurred_at, call.purpose, call.correlation_id) == (happened, "family-plan", correlation)
        await fly(channel, request())
        assert (heard.call.expected_version, heard.call.occurred_at) == (None, None)


@pytest.mark.parametrize("command_id", ["", "7", "not-a-uuid", "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a0"])
async def test_a_command_needs_an_id_of_its_own(tmp_path: Path, command_id: str) -> None:
    async with running(tmp_path) as (_, channel):
        found = await refused(
            channel, request(meta=edge_pb2.Meta(command_id=command_id)), grpc.StatusCode.INVALID_ARGUMENT
        )
        assert found.code == "command_id_missing"
        without = Request(kite=FAMILY)
        assert (await refused(channel, without, grpc.StatusCode.INVALID_ARGUMENT)).code == found.code


SECRET = "Sofie-is-afraid-of-school"


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"kite": SECRET}, "kite", "must be a lower-case UUID"),
        ({"kite": ""}, "kite", "must be a lower-case UUID"),
        ({"colour": SECRET}, "colour", "'red' or 'blue'"),
        ({"words": "  "}, "words", "at least 1 character"),
        ({"words": SECRET * 400}, "words", "at most 4000 characters"),
        ({"day": SECRET}, "day", "valid date"),
        ({"day": "1700000000"}, "day", "valid date"),
        ({"day": "2026-02-30"}, "day", "valid date"),
        ({"purpose": SECRET}, "purpose", "match pattern"),
        ({"helpers": [FAMILY, SECRET]}, "helpers[1]", "must be a lower-case UUID"),
        ({"best": TailMessage(bows=1, note="")}, "best.note", "at least 1 character"),
        ({"tails": [TailMessage(bows=1, note=" ")]}, "tails[0].note", "at least 1 character"),
    ],
)
async def test_invalid_input_names_the_field_and_not_what_stood_in_it(
    tmp_path: Path, changes: dict[str, Any], path: str, words: str
) -> None:
    async with running(tmp_path) as (_, channel):
        found = await refused(channel, request(**changes), grpc.StatusCode.INVALID_ARGUMENT)
    assert found.code == "invalid_input"
    assert list(found.facts) == [path]
    assert words in found.facts[path]
    assert path in found.sentence
    assert SECRET not in f"{found.sentence} {found.facts} {found.next_step}"


@pytest.mark.parametrize(
    "meta",
    [
        {"expected_version": -1},
        {"after": "x" * 2_001},
        {"after": "with space"},
        {"purpose": "Not A Code"},
        {"correlation_id": SECRET},
        {"occurred_at": Timestamp(seconds=10**15)},
    ],
)
async def test_what_travels_beside_a_command_is_checked_too(tmp_path: Path, meta: dict[str, Any]) -> None:
    sent = request(meta=edge_pb2.Meta(command_id=str(uuid4()), **meta))
    async with running(tmp_path) as (_, channel):
        found = await refused(channel, sent, grpc.StatusCode.INVALID_ARGUMENT)
    assert found.code == "invalid_input"
    assert list(found.facts) == [f"meta.{next(iter(meta))}"]
    assert SECRET not in found.sentence


@pytest.mark.parametrize(
    "changes",
    [
        {"words": "a\0b"},
        {"helpers": [FAMILY, "\0"]},
        {"tails": [TailMessage(bows=1, note="a\0")]},
        {"meta": edge_pb2.Meta(command_id=str(uuid4()), after="\0")},
    ],
)
async def test_the_character_nul_is_refused_wherever_it_stands(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    async with running(tmp_path) as (_, channel):
        found = await refused(channel, request(**changes), grpc.StatusCode.INVALID_ARGUMENT)
        assert found.code == "text_has_nul"
        zeros = request(tails=[TailMessage(bows=0)], height=0)
        assert b"\0" in zeros.SerializeToString()
        await fly(channel, zeros)


NOBODYS = "3102" + "03"
"""A day that there never was, with which a number of the civil register would begin."""


@pytest.mark.parametrize(
    "changes",
    [
        *({"words": f"About {NOBODYS}{between}1234."} for between in ("", "-", " ", "\u2013")),
        {"words": f"{NOBODYS}1234" + "." * 39},  # its length is a digit too
        {"helpers": [FAMILY, "31.02.03-1234"]},
        {"tails": [TailMessage(bows=1), TailMessage(bows=1, note=f"case{NOBODYS}1234")]},
    ],
)
async def test_a_number_of_the_civil_register_is_refused_wherever_it_stands(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    """X-05: a sentence is sealed, and read by departments all the same."""
    heard = Heard()
    async with running(tmp_path, heard) as (_, channel):
        found = await refused(channel, request(**changes), grpc.StatusCode.INVALID_ARGUMENT)
        assert heard.command is None
        await fly(
            channel, request(words=f"{FAMILY} on 2025-11-05 09:00, call 10 11 25 12 or {NOBODYS}-12345")
        )
        assert heard.command is not None
    assert (found.code, found.rule) == ("cpr_number_sent", "X-05")
    assert found.danish
    assert NOBODYS not in f"{found.sentence} {found.next_step} {found.facts}"


@pytest.mark.parametrize(
    "raw",
    [
        request().SerializeToString() + b"\xfa\x3e\x03abc",
        request(tails=[TailMessage(bows=1)]).SerializeToString() + b"\x42\x05\xfa\x3e\x02ab",
        b"\xff\xff\xff",
        b"\x12\x02\xff\xfe",
    ],
)
async def test_what_this_version_does_not_know_is_refused_and_never_dropped(
    tmp_path: Path, raw: bytes
) -> None:
    async with running(tmp_path) as (_, channel):
        assert (await refused(channel, raw, grpc.StatusCode.INVALID_ARGUMENT)).code == "invalid_input"


async def test_fields_in_another_order_are_no_unknown_fields(tmp_path: Path) -> None:
    whole = request(words="").SerializeToString()
    async with running(tmp_path) as (_, channel):
        # A field that comes twice: the last one counts, and the message shrinks when it is written again.
        await fly(channel, Request(words="first").SerializeToString() + whole + request().SerializeToString())
