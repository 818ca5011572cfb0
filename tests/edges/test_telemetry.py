"""What a process tells about itself, and that nothing personal is in it."""

import asyncio
import gc
import json
import logging
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import grpc
import pytest
import structlog

from tests.edges.invented import fly, request, running, token
from tests.edges.test_commands import SECRET, Heard, refused


def test_only_listed_keys_are_logged_and_what_was_left_out_is_named(logged: Callable[[], str]) -> None:
    structlog.get_logger().warning("parked", family="f1", own_words=SECRET)
    said = logged()
    assert SECRET not in said
    line = json.loads(said)
    assert (line["event"], line["level"], line["family"]) == ("parked", "warning", "f1")
    assert (line["service_name"], line["dropped"]) == ("kites", ["own_words"])


def test_other_libraries_logs_show_template_place_and_type_of_error_only(logged: Callable[[], str]) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("some.library").exception("could not store %s", SECRET)
    logging.getLogger("some.library").error(ValueError(SECRET))
    logging.getLogger("some.library").info("chatter")
    said = logged()
    assert SECRET not in said
    first, second = map(json.loads, said.splitlines())
    assert (first["event"], first["logger"]) == ("could not store %s", "some.library")
    assert (first["error_type"], "test_telemetry.py" in first["place"]) == ("ValueError", True)
    assert second["event"] == "ValueError"


async def test_an_error_that_nobody_fetched_is_logged_without_its_text(logged: Callable[[], str]) -> None:
    async def fails() -> None:
        raise ValueError(SECRET)

    task = asyncio.ensure_future(fails())
    await asyncio.wait([task])
    del task
    gc.collect()
    said = logged()
    assert "Task exception was never retrieved" in said
    assert SECRET not in said


async def test_nothing_that_a_caller_sent_is_in_the_log(tmp_path: Path, logged: Callable[[], str]) -> None:
    bearer = token()
    async with running(tmp_path, Heard(RuntimeError(SECRET))) as (_, channel):
        await refused(channel, request(words=SECRET), grpc.StatusCode.INTERNAL, bearer=bearer)
        await refused(channel, request(words=SECRET, day=SECRET), grpc.StatusCode.INVALID_ARGUMENT)
    async with running(tmp_path) as (_, channel):
        await fly(channel, request(words=SECRET), bearer)
    said = logged()
    assert SECRET not in said
    assert bearer not in said


def test_a_log_that_cannot_be_written_fails_nobody(
    logged: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "log").open("w") as closed:
        monkeypatch.setattr(sys, "stderr", closed)
    structlog.get_logger().error("call_failed")
    logging.getLogger("some.library").error("could not store")


STORY = """
import asyncio, sys
from pathlib import Path
from eventkeep import telemetry
from eventkeep.settings import Service, load
from tests.edges.invented import fly, request, running
from tests.edges.test_commands import Heard
from tests.edges.test_server import TRACEPARENT
import urllib.request

async def story(folder):
    heard = Heard()
    async with running(folder, heard) as (_, channel):
        await fly(channel, request(words="Sofie-is-afraid-of-school"), more=(("traceparent", TRACEPARENT),))
    print(heard.call.traceparent)

settings = load(Service)
stop = telemetry.start(settings)
asyncio.run(story(Path(sys.argv[1])))
print(urllib.request.urlopen(f"http://127.0.0.1:{settings.metrics_port}/metrics").read().decode())
stop()
"""


def test_a_process_writes_spans_and_serves_metrics_without_anything_personal(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    spans = tmp_path / "spans.jsonl"
    environment = {
        "PYTHONPATH": ".",
        "HELHED_SERVICE_NAME": "kites",
        "HELHED_METRICS_PORT": str(port),
        "HELHED_METRICS_HOST": "127.0.0.1",
        "HELHED_TRACE_FILE": str(spans),
    }
    ran = subprocess.run(
        [sys.executable, "-c", STORY, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    [span] = map(json.loads, spans.read_text().splitlines())
    assert (span["name"], span["service"]) == ("helhed.kites.v1.Kites/FlyKite", "kites")
    assert (span["trace_id"], span["parent_id"]) == ("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")
    assert ran.stdout.startswith(f"00-{span['trace_id']}-{span['span_id']}-01")
    assert 'helhed_grpc_seconds_count{code="ok",rpc="helhed.kites.v1.Kites/FlyKite"} 1.0' in ran.stdout
    assert SECRET not in ran.stdout + ran.stderr + spans.read_text()
