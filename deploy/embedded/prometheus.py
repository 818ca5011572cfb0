"""Prometheus, as Debian has it: scrapes what it is told to each second, and answers questions. Only tests need it."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
import yaml

from deploy.embedded import debian
from deploy.embedded.leash import Leash, free_port


class Prometheus:
    """Runs while the `with` lasts, on 127.0.0.1. `targets` are jobs by name, each with the port of its metrics."""

    def __init__(self, targets: Mapping[str, int]) -> None:
        self._targets, self._address = targets, f"127.0.0.1:{free_port()}"
        self._leash = Leash("prometheus", None, stop="SIGTERM", quick="SIGKILL")

    def __enter__(self) -> Self:
        """Starts it. Raises CannotStart."""
        config: Path = self._leash.folder / "prometheus.yml"
        jobs = [
            {"job_name": name, "static_configs": [{"targets": [f"127.0.0.1:{port}"]}]}
            for name, port in self._targets.items()
        ]
        config.write_text(yaml.safe_dump({"global": {"scrape_interval": "1s"}, "scrape_configs": jobs}))
        program = debian.program("prometheus", "the tests of dashboards")
        command = [
            shutil.which(program) or program,
            f"--config.file={config}",
            f"--storage.tsdb.path={self._leash.folder / 'data'}",
            f"--web.listen-address={self._address}",
        ]
        self._leash.start(command, self._answers)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leash.close()

    def ask(self, expression: str) -> list[dict[str, Any]]:
        """The series that an expression has now: `metric` with its labels, and `value` as time and text."""
        answer = httpx.get(f"http://{self._address}/api/v1/query", params={"query": expression}, timeout=10)
        told = json.loads(answer.text)
        if told["status"] != "success":
            raise ValueError(told["error"])
        found: list[dict[str, Any]] = told["data"]["result"]
        return found

    def _answers(self) -> bool:
        try:
            return httpx.get(f"http://{self._address}/-/ready", timeout=1).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False
