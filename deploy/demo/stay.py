"""What is started stays up, and says how to look further."""

import threading
from collections.abc import Callable
from pathlib import Path

from deploy.platform.processes import SERVICES, Platform


def stay(platform: Platform, say: Callable[[str], None]) -> None:
    """Says where everything is, and waits until somebody interrupts."""
    title = "How to look further (Ctrl-C ends everything)"
    say(f"\n{title}\n{'=' * len(title)}")
    if platform.sign_in.people:
        say(f"  The plan in a browser, in Danish and English: {platform.http()}/")
        say(f"  It asks who you are. Choose {platform.sign_in.people[0].name}, for instance.\n")
    for service in SERVICES:
        say(f"  {service:10} gRPC {platform.address(service)}   log {platform.processes[service].log}")
    say("\n  Is overview ready?")
    say(f"    .venv/bin/python -m deploy.platform.health {platform.address('overview')}")
    say("\n  What stands in a topic:")
    say(f"    .venv/bin/python -m deploy.platform.read {platform.kafka} {platform.name}.plans.v1")
    if platform.departments:
        say("\n  What a department builds on it (docs/integrate.md):")
        here = f"KAFKA={platform.kafka} PREFIX={platform.name} DEPARTMENT={platform.departments[0]}"
        say(f"    export {here} HELHED={Path(__file__).parents[2]}")
    say("\n  The event store of plans:")
    say(f"    psql '{platform.dsn('plans')}' -c 'select position, stream, version from events'")
    threading.Event().wait()
