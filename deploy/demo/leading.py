"""The end of the demo: two hundred generated families beside the pilots, and what those who lead see of them all."""

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from datetime import time as at
from typing import Any
from uuid import uuid4

import httpx

from contracts.progress.targets import TARGETS, Definition, Target
from deploy.catalogue.loading import list_as_staff
from deploy.demo.scenario import NotAsTold
from deploy.load.life import FIRST_DAY
from deploy.load.playing import Figures, Playing
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from deploy.platform.sign_in import Somebody
from eventkeep.clock import HERE, turn

FAMILIES, SEED = 200, 1
DAY = date(2026, 10, 1)
"""When those who lead look: the month before is over."""
LEADS = Somebody(
    "leader", str(uuid4()), "family", "Børge Lyng", "leads: targets over all families, nobody's plan"
)
_PATIENCE = 90.0
Say = Callable[[str], None]


def list_offers(platform: Platform) -> None:
    """The catalogue that families choose from."""

    with Client({"plans": platform.address("plans")}) as client:
        list_as_staff(client, platform.issuer)


def town(platform: Platform, say: Say, families: int = FAMILIES) -> None:
    """Plays generated families, so that figures are about many. The services' clock stands before any of their lives."""
    turn(platform.clock, datetime.combine(FIRST_DAY, at(8), HERE))
    addresses = {service: platform.address(service) for service in SERVICES}

    def told(so_far: Figures) -> None:
        say(f"  {so_far.families} of {families} families, {so_far.events:,} events")

    figures = Playing(addresses, platform.issuer, SEED, families).run(told)
    if figures.refused:
        raise NotAsTold(f"a generated family was refused something: {figures.refused[0]}")
    told(figures)


def look(platform: Platform, leader: Somebody) -> dict[str, Any]:
    """What leaders are told, once the month is reckoned: some seconds after it is over."""
    turn(platform.clock, datetime.combine(DAY, at(8), HERE))
    headers = {"Authorization": f"Bearer {platform.issuer.token('leader', leader.id)}"}
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        answer = httpx.get(f"{platform.http()}/api/outcomes", headers=headers, timeout=10.0)
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        if told["day"] and date.fromisoformat(told["day"]).month == DAY.month - 1:
            return told
        time.sleep(0.5)
    raise NotAsTold("the month was not reckoned")


def lines(told: Mapping[str, Any]) -> Iterator[str]:
    """The table of targets as text, what is hidden said so."""
    yield f"Programme {told['programme']}, at the end of {told['day']}. Numbers under five are not told."
    yield f"  {'':52} {'needed':>9} {'met of decided':>16} {'not yet':>8} {'unmeasured':>11}  result"
    for row in told["targets"]:
        target = TARGETS[Target(row["target"])]
        if row["year"] is None and target.programme in (None, told["programme"]):
            yield _row(target, row)


def _row(target: Definition, row: Mapping[str, Any]) -> str:
    part = f" ({row['part']})" if row["part"] else ""
    title = f"{row['target'].upper()} {target.english}{part}"
    of = "too few" if row["decided"] is None or row["met"] is None else f"{row['met']} of {row['decided']}"
    hidden = ("-" if row[name] is None else row[name] for name in ("not_yet", "not_measurable"))
    waits, lacks = hidden
    return (
        f"  {title[:52]:52} {row['needed']:>9} {of:>16} {waits:>8} {lacks:>11}  {row['result'] or 'not told'}"
    )
