"""The services as processes: each with its own database, on a free port, on a leash."""

import asyncio
import secrets
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

from deploy.embedded.leash import Leash, free_port
from deploy.embedded.problem import CannotStart
from deploy.platform import topics
from deploy.platform.issuer import AUDIENCE, ISSUER, Issuer
from deploy.platform.sign_in import CLIENT, SignIn

SERVICES = ("contacts", "meetings", "plans", "progress", "overview")
_ROOT = Path(__file__).parents[2]


class Platform:
    """All services of one installation, with databases and topics of its own that go when it closes."""

    def __init__(
        self,
        kafka: str,
        postgres: str,
        settings: Mapping[str, str] | None = None,
        watched: bool = False,
        departments: Sequence[str] = (),
    ) -> None:
        """`postgres` is the DSN of a role that may create databases; `settings` are added to each service's.

        `departments` have topics. When `watched`, each process writes its spans to a file and serves its metrics
        on a port.
        """
        self.kafka, self._postgres = kafka, postgres
        self.name = f"helhed-{secrets.token_hex(4)}"
        self._roles: tuple[str, ...] = ()
        self._password = secrets.token_urlsafe(18)
        self.folder = Path(tempfile.mkdtemp(prefix=f"{self.name}-"))
        self.issuer = Issuer(self.folder / "jwks.json")
        self.sign_in = SignIn(self.issuer)
        """Where people sign in to overview's pages; it runs from `make` on."""
        self.ports = {service: free_port() for service in SERVICES}
        self.http_ports: dict[str, int] = {}
        self.metrics_ports: dict[str, int] = {}
        self.clock = self.folder / "clock"
        """Where the services' reminders read the time, once somebody has written one."""
        self._watched = watched
        self.departments = departments
        self._settings = dict(settings or {})
        (self.folder / "token-secret").write_text(secrets.token_hex(32))
        self.processes: dict[str, Leash] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def open(self, services: Sequence[str] = SERVICES, ready_s: float = 60.0) -> None:
        """Makes databases and topics, starts the services and waits until they are ready."""
        self.make()
        with ThreadPoolExecutor(len(services)) as starting:
            list(starting.map(self.start, services))
        deadline = time.monotonic() + ready_s
        for service in services:
            self.wait_ready(service, deadline - time.monotonic())

    def make(self) -> None:
        """Makes databases and topics."""
        self.sign_in.start()
        asyncio.run(self._make())

    def dsn(self, service: str) -> str:
        """The DSN of a service's database, for whoever made it: to look into it, behind the service's back."""
        parts = urlsplit(self._postgres)
        return urlunsplit(parts._replace(path="/" + self._database(service)))

    def _own_dsn(self, service: str) -> str:
        """As a service connects: by a role without any power, as in an installation, where one could be made."""
        parts = urlsplit(self.dsn(service))
        where = parts.netloc.rpartition("@")[2]
        own = parts._replace(netloc=f"{self._role}:{self._password}@{where}") if self._roles else parts
        return urlunsplit(own)

    @property
    def _role(self) -> str:
        return self.name.replace("-", "_")

    @property
    def dashboards_role(self) -> str:
        """The role that reads the views for dashboards, for as long as the platform lives."""
        return f"{self._role}_dashboards"

    def address(self, service: str) -> str:
        """Where a service's gRPC is."""
        return f"127.0.0.1:{self.ports[service]}"

    def http(self, name: str = "overview") -> str:
        """Where a replica of overview answers over HTTP."""
        return f"http://127.0.0.1:{self.http_ports[name]}"

    def start(self, service: str, replica: int = 0, settings: Mapping[str, str] | None = None) -> Leash:
        """Starts a service (or another replica of it) and waits until it listens. CannotStart shows its log."""
        name = service if not replica else f"{service}-{replica}"
        port = self.ports.setdefault(name, free_port())
        leash = self.processes.get(name) or Leash(name, self.folder / name, stop="SIGTERM", quick="SIGKILL")
        self.processes[name] = leash
        command = self.command(service, name, f"services.{service}.main", settings or {})
        leash.start(command, lambda: _listens(port))
        return leash

    def spans(self, name: str) -> Path:
        """The file of a process' spans, one JSON a line."""
        return self.folder / name / "spans.jsonl"

    def wait_ready(self, name: str, seconds: float = 30.0) -> None:
        """Waits until a service says that it is ready. CannotStart shows the end of its log."""
        deadline = time.monotonic() + seconds
        while not self.healthy(name, "readiness"):
            if time.monotonic() > deadline or not self.processes[name].running:
                log = self.processes[name].log.read_text(errors="replace").splitlines()[-8:]
                raise CannotStart(f"{name} is not ready.", "\n        ".join(log), "Look at its log.")
            time.sleep(0.1)

    def healthy(self, name: str, what: str) -> bool:
        """Whether gRPC's health service says so of `liveness` or `readiness`."""
        with grpc.insecure_channel(self.address(name)) as channel:
            try:
                asked = health_pb2.HealthCheckRequest(service=what)
                return bool(health_pb2_grpc.HealthStub(channel).Check(asked, timeout=2.0).status == 1)
            except grpc.RpcError:
                return False

    def close(self) -> None:
        """Ends the services in good order; removes databases, topics and files."""
        with ThreadPoolExecutor(max(1, len(self.processes))) as ending:
            list(ending.map(lambda leash: leash.stop(), self.processes.values()))
        self.sign_in.stop()
        with suppress(OSError, asyncpg.PostgresError, RuntimeError):  # gone, with what was on them
            asyncio.run(self._remove())
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, service: str, name: str, module: str, settings: Mapping[str, str]) -> list[str]:
        """How a module is run with a service's settings, and some of one's own."""
        secrets_of = {
            "postgres_dsn": self._own_dsn(service),
            "service_token": self.issuer.service_token(service),
        }
        for secret, value in secrets_of.items():
            (self.folder / f"{service}-{secret}").write_text(value)
        told = {
            "HELHED_SERVICE_NAME": service,
            "HELHED_INSTANCE": name,
            "HELHED_GRPC_HOST": "127.0.0.1",
            "HELHED_GRPC_PORT": str(self.ports[name]),
            "HELHED_HTTP_HOST": "127.0.0.1",
            "HELHED_HTTP_PORT": str(self.http_ports.setdefault(name, free_port())),
            **(self._pages(name) if service == "overview" else {}),
            "HELHED_DASHBOARDS_ROLE": self.dashboards_role,
            "HELHED_OUT_DEPARTMENTS": ",".join(self.departments),
            "HELHED_INBOX_DEPARTMENTS": ",".join(self.departments),
            "HELHED_GRPC_REFLECTION": "true",
            "HELHED_GRACE_PERIOD": "2",
            "HELHED_KAFKA_BOOTSTRAP": self.kafka,
            "HELHED_KAFKA_PREFIX": self.name,
            "HELHED_POSTGRES_DSN_FILE": str(self.folder / f"{service}-postgres_dsn"),
            "HELHED_TOKEN_SECRET_FILE": str(self.folder / "token-secret"),
            "HELHED_SERVICE_TOKEN_FILE": str(self.folder / f"{service}-service_token"),
            "HELHED_KEYS_FOLDER": str(self.folder / "keys"),
            "HELHED_PEERS": ",".join(f"{peer}={self.address(peer)}" for peer in SERVICES),
            "HELHED_CLOCK_FILE": str(self.clock),
            "HELHED_JWT_ISSUER": ISSUER,
            "HELHED_JWT_AUDIENCE": AUDIENCE,
            "HELHED_JWT_JWKS_FILE": str(self.issuer.jwks),
            "PYTHONPATH": str(_ROOT),
            **self._watching(name),
            **self._settings,
            **settings,
        }
        environment = [f"{variable}={value}" for variable, value in told.items()]
        return ["env", "-C", str(_ROOT), *environment, sys.executable, "-m", module]

    def _pages(self, name: str) -> dict[str, str]:
        """A replica of overview has pages at its own address."""
        secret = self.folder / "oidc-client-secret"
        secret.write_text(self.sign_in.secret)
        address = f"http://127.0.0.1:{self.http_ports.setdefault(name, free_port())}"
        self.sign_in.sends_back_to.add(address)
        return {
            "HELHED_PUBLIC_URL": address,
            "HELHED_OIDC_ISSUER": self.sign_in.address,
            "HELHED_OIDC_CLIENT_ID": CLIENT,
            "HELHED_OIDC_CLIENT_SECRET_FILE": str(secret),
        }

    def _watching(self, name: str) -> dict[str, str]:
        if not self._watched:
            return {}
        port = self.metrics_ports.setdefault(name, free_port())
        return {
            "HELHED_METRICS_HOST": "127.0.0.1",
            "HELHED_METRICS_PORT": str(port),
            "HELHED_TRACE_FILE": str(self.spans(name)),
        }

    def _database(self, service: str) -> str:
        return f"{self.name}-{service}".replace("-", "_")

    async def _make(self) -> None:
        connection = await asyncpg.connect(self._postgres)
        try:
            if await connection.fetchval("select rolsuper from pg_roles where rolname = current_user"):
                await connection.execute(f"create role {self._role} login password '{self._password}'")
                await connection.execute(f"create role {self.dashboards_role} nologin")
                self._roles = (self._role, self.dashboards_role)
            owner = f"owner {self._role}" if self._roles else ""
            for service in SERVICES:
                await connection.execute(f'create database "{self._database(service)}" {owner}')
        finally:
            await connection.close()
        await topics.make(self.kafka, self.name, departments=self.departments)

    async def _remove(self) -> None:
        connection = await asyncpg.connect(self._postgres, timeout=5)
        try:
            for service in SERVICES:
                await connection.execute(f'drop database if exists "{self._database(service)}" with (force)')
            for role in self._roles:
                await connection.execute(f"drop role if exists {role}")
        finally:
            await connection.close()
        await topics.remove(self.kafka, self.name)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0
