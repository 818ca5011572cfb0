"""Kafka Connect as a department would run it: a worker of its own, by consumers/connect."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.embedded import cache, kafka_jars
from deploy.embedded.kafka import JVM
from deploy.embedded.leash import free_port

EXAMPLE = Path(__file__).parents[2] / "consumers/connect"


@contextmanager
def connected(bootstrap: str, topic: str, folder: Path) -> Iterator[Path]:
    """A worker that feeds a file for as long as this lasts; yields the file."""
    out = folder / "out.jsonl"
    told = {"KAFKA": bootstrap, "TOPIC": topic, "FILE": str(out), "KEPT": str(folder / "offsets")}
    command = [kafka_jars.java(), *JVM, "-cp", f"{_jars()}/*"]
    command += ["org.apache.kafka.connect.cli.ConnectStandalone", "worker.properties", "sink.properties"]
    with (folder / "log").open("w") as log:
        worker = subprocess.Popen(
            command,
            cwd=EXAMPLE,
            env={**os.environ, **told, "PORT": str(free_port())},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield out
        finally:
            worker.terminate()
            worker.wait(30)


def _jars() -> Path:
    """Fetched once, by the example's own pom.xml."""
    pom = EXAMPLE / "pom.xml"
    name = f"connect-{hashlib.sha256(pom.read_bytes()).hexdigest()[:12]}"

    def fetch(target: Path) -> None:
        order = ["mvn", "-q", "-B", "-f", str(pom), kafka_jars.COPY, *kafka_jars.repository()]
        aim = ["-DincludeScope=runtime", f"-DoutputDirectory={target}"]
        done = subprocess.run([*order, *aim], capture_output=True, text=True, timeout=280)
        assert done.returncode == 0, done.stdout + done.stderr

    return cache.made_once(name, fetch)
