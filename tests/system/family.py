"""One family of the pilot story on a platform: what is done for it, and what those around it see."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self
from uuid import uuid4

import psycopg
import pytest

from contracts.overview import overview_pb2 as overview
from deploy.demo import scenario
from deploy.demo.scenario import Step
from deploy.platform.client import Client
from deploy.platform.processes import Platform
from eventkeep import vector
from eventkeep.refused import Refused
from tests.system.play import all_steps, new_family, until

TEAM_STANDS = "contacts.DesignatePrimaryContact"
MEETING_HELD = "meetings.HoldMeeting"
APPROVED = "plans.ApprovePlan"
TOLD = "progress.NoteSmallSuccess"
"""Steps to play to: the last one of a chapter."""


class Family:
    """A family whose story has been played to some step, by people with names as in the story."""

    def __init__(self, platform: Platform, played_to: str, seen: Callable[[Step, Any], None] | None = None):
        self.platform, self.cast = platform, new_family(platform)
        self.client = Client({name: platform.address(name) for name in platform.ports})
        self.steps = all_steps(self.cast)
        self.play_to(played_to, seen)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.client.__exit__()

    @property
    def id(self) -> str:
        """The family's id."""
        return self.cast.family

    def play_to(self, command: str, seen: Callable[[Step, Any], None] | None = None) -> None:
        """Goes on with the story, up to the last step that gives this command."""
        last = max(n for n, step in enumerate(self.steps) if step.command == command)
        now, self.steps = self.steps[: last + 1], self.steps[last + 1 :]
        for step in now:
            scenario.play(
                self.client, self.cast, step, lambda s, _, answer: seen(s, answer) if seen else None
            )

    def do(self, who: str, command: str, *, after: str = "", command_id: str = "", **fields: Any) -> Any:
        """One command beside the story. `meta_...` fields travel beside it."""
        meta = {
            name.removeprefix("meta_"): fields.pop(name) for name in list(fields) if name.startswith("meta_")
        }
        said = {"family": self.id, **self.cast.resolved(fields)}
        return self.client.command(self.cast.token(who), command, said, after, command_id, **meta)

    def wish(self, who: str = "karin", **more: Any) -> Any:
        """A command on the plan that is accepted from whoever may write it."""
        return self.do(
            who, "plans.AddFocusArea", focus_area=str(uuid4()), title="Somebody to play with", **more
        )

    def read(self, who: str = "karin", after: str = "") -> overview.FamilyPlan:
        """The plan as somebody sees it."""
        return self.client.plan(self.cast.token(who), self.id, after)

    def may_read(self, who: str) -> bool:
        """Whether somebody is shown the plan."""
        try:
            self.read(who)
        except Refused as refused:
            if refused.code not in ("plan_not_found", "plan_not_yet_here"):
                raise
            return False
        return True

    def watch(
        self, who: str = "karin", after_state: int = 0, after_stale: bool = False
    ) -> Iterator[overview.FamilyPlan]:
        """Each state of the plan, as somebody is told."""
        return self.client.watch(
            self.cast.token(who), self.id, after_state=after_state, after_stale=after_stale
        )

    def attach(self, who: str, valid_from: str = "2025-01-01", valid_to: str | None = None) -> Any:
        """Attaches one of the professionals, by law."""
        basis: dict[str, Any] = {"kind": "law", "reference": "barnets lov § 32", "valid_from": valid_from}
        if valid_to:
            basis["valid_to"] = valid_to
        return self.do(
            "karin",
            "contacts.AttachProfessional",
            professional="@" + who,
            purpose="child-health",
            basis=basis,
        )

    def detach(self, who: str) -> Any:
        """Detaches one of the professionals."""
        return self.do("karin", "contacts.DetachProfessional", professional="@" + who, reason="moved-on")

    def events(self, service: str, ending: str = "") -> list[dict[str, Any]]:
        """The family's events in a service's store, as they lie there."""
        found = fetch(
            self.platform.dsn(service),
            "select value from events where stream = %s order by version",
            f"family/{self.id}",
        )
        told = [json.loads(row[0]) for row in found]
        return [event for event in told if event["type"].endswith(ending)]

    def arrived(self, at: str, view: str = "reference") -> dict[str, int]:
        """The vector that a service's view of the family has come to."""
        found = fetch(
            self.platform.dsn(at), "select vector from views where view = %s and family = %s", view, self.id
        )
        return vector.parse(found[0][0]) if found else {}


def stands_by(family: Family) -> Any:
    """Birgit, a network person, stands by the family from now on."""
    named = {"kind": "network-person", "name": "Birgit Sandved", "relation": "aunt"}
    return family.do("ellen", "contacts.AddSupporter", supporter="@birgit", **named)


def shares(family: Family, sections: list[str]) -> Any:
    """The family shares these sections with Birgit from now on."""
    said = {"sections": sections, "shared_by": ["@ellen", "@jonas"]}
    return family.do("ellen", "contacts.ShareWithSupporter", supporter="@birgit", **said)


def refusal(call: Callable[[], Any]) -> Refused:
    """The refusal that a call ends with."""
    with pytest.raises(Refused) as caught:
        call()
    return caught.value


def refused_as(call: Callable[[], Any]) -> str:
    """The code that a call is refused with; "" where it isn't."""
    try:
        call()
    except Refused as refused:
        return refused.code
    return ""


def told(refused: Refused) -> tuple[object, ...]:
    """All that a caller is told by a refusal."""
    return refused.code, refused.sentence, refused.rule, refused.next_step, refused.facts


def fetch(dsn: str, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """The rows of a query, now."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        return connection.execute(query, values).fetchall()


@contextmanager
def relay_held(platform: Platform, service: str) -> Iterator[None]:
    """A service's events stay where they are: another session holds the lock of its relay."""
    holder = (
        "select pg_terminate_backend(pid) from pg_locks join pg_database d on d.oid = database "
        "where locktype = 'advisory' and (classid, objid) = (4805, 3) and granted "
        "and datname = current_database() and pid <> pg_backend_pid()"
    )
    with psycopg.connect(platform.dsn(service), autocommit=True) as connection:

        def held() -> bool:
            connection.execute(holder)
            return bool(connection.execute("select pg_try_advisory_lock(4805, 3)").fetchall()[0][0])

        until(held, 10.0, "the relay lets go")
        yield


@contextmanager
def journal_held(platform: Platform, at: str, family: str) -> Iterator[None]:
    """What arrives for a family at a service is not kept for now: another session holds its chains."""
    with psycopg.connect(platform.dsn(at)) as connection:
        connection.execute("select from journal_heads where family = %s for update", (family,))
        yield


@contextmanager
def appends_held(platform: Platform, service: str) -> Iterator[Callable[[], bool]]:
    """Nothing is stored by a service for now. Yields: whether somebody waits to store."""
    waiting = (
        "select count(*) from pg_stat_activity where datname = current_database() "
        "and wait_event_type = 'Lock' and query like '%append_command%'"
    )
    with psycopg.connect(platform.dsn(service), autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(4805, 1)")
        yield lambda: bool(connection.execute(waiting).fetchall()[0][0])
