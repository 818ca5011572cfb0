"""A platform whose processes can be cut off: each from Kafka, and overview from asking contacts."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

from deploy.embedded.kafka import Kafka
from deploy.embedded.leash import free_port
from deploy.platform.processes import SERVICES, Platform
from tests.system.line import Line
from tests.system.witness import call_witness

SECOND = "overview-1"
REPLICAS = ("overview", SECOND)
NAMES = (*SERVICES, SECOND)
ASKING = "asking contacts"
"""The line by which overview asks contacts itself, and fetches what is missing from it."""


class Apart(Platform):
    """All services, overview twice. `lines` are what may be cut, by the name of the process, and ASKING."""

    def __init__(self, postgres: str, settings: Mapping[str, str] | None = None) -> None:
        self._ending = ExitStack()
        inside = {name: free_port() for name in NAMES}
        self.lines = {name: self._ending.enter_context(Line(port)) for name, port in inside.items()}
        doors = {inside[name]: line.port for name, line in self.lines.items()}
        kafka = self._ending.enter_context(Kafka(doors=doors))
        super().__init__(kafka.bootstrap, postgres, settings)
        self.lines[ASKING] = self._ending.enter_context(Line(self.ports["contacts"]))

    def close(self) -> None:
        """Ends the services, and the lines and Kafka after them."""
        for line in self.lines.values():
            line.mend()
        super().close()
        self._ending.close()

    def command(self, service: str, name: str, module: str, settings: Mapping[str, str]) -> list[str]:
        """How a module is run with a service's settings: it reaches Kafka, and contacts, by its line."""
        peers = {peer: self.address(peer) for peer in SERVICES}
        if service == "overview":
            peers["contacts"] = f"127.0.0.1:{self.lines[ASKING].port}"
        by_line = {
            "HELHED_KAFKA_BOOTSTRAP": f"127.0.0.1:{self.lines[name].port}",
            "HELHED_PEERS": ",".join(f"{peer}={address}" for peer, address in peers.items()),
        }
        return super().command(service, name, module, {**by_line, **settings})


@contextmanager
def apart(postgres: str, settings: Mapping[str, str] | None = None) -> Iterator[Apart]:
    """The platform, running, with both replicas of overview and a witness."""
    with Apart(postgres, settings) as platform:
        platform.open()
        platform.start("overview", 1)
        platform.wait_ready(SECOND)
        call_witness(platform)
        yield platform
