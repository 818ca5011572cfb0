"""What a service has heard and folded: watermarks, holes, forks, parked families, what waits, what is
shown otherwise than the stores say, quarantine; its relay."""

from eventkeep.pg import Connection
from eventkeep.relay import PARTITIONS
from eventkeep.standing import LATE, Standing
from services.cli.checks.finding import Finding, well, wrong
from services.cli.telling import lasted
from services.words import LISTENS


def findings(service: str, standing: Standing) -> list[Finding]:
    """What needs a hand; or that nothing does."""
    return [
        *(_heard(each, standing) for each in sorted(LISTENS[service])),
        _parked(standing),
        _chains(standing),
        _unlike(standing),
        _waiting(standing),
        _quarantine(standing),
    ]


def _heard(service: str, standing: Standing) -> Finding:
    """A service is heard where the watermarks of all of its partitions are fresh: then its relay leads, too."""
    marks = [each for each in standing.heard if each.service == service]
    if len(marks) < PARTITIONS:
        what = f"{service} was heard in {len(marks)} of {PARTITIONS} partitions."
    elif (lag := standing.lags[service]) > LATE:
        what = f"{service} was not heard for {lasted(lag)}."
    else:
        return well("freshness", f"{service} is heard, {lasted(lag)} behind at most.")
    return wrong(
        "freshness",
        what,
        f"The relay of {service} leads nowhere, or Kafka is away, or this service's consumer stands still.",
        f"Run `helhed doctor --service {service}` where {service} runs; if all is well there, look at this one's log.",
    )


def _parked(standing: Standing) -> Finding:
    parked = sum(each.parked for each in standing.views if each.current)
    if not parked:
        return well("parked", "No family stands still.")
    reasons = ", ".join(sorted({each.reason for each in standing.parked}))
    return wrong(
        "parked",
        f"{parked} views of families stand still.",
        f"Their events could not be folded: {reasons}. The last good state is shown, marked as stale.",
        "See `helhed parked list`. Mend the code, or settle the fork; `helhed parked replay FAMILY` tries at once.",
    )


def _chains(standing: Standing) -> Finding:
    if standing.forks:
        return wrong(
            "forks",
            f"{standing.forks} chains are forked.",
            "Journal and store hold different events at one version: a store was restored and went on.",
            "Compare both; if the store is right: `helhed parked replay FAMILY --trust-store SERVICE`.",
        )
    if standing.holes:
        return wrong(
            "holes",
            f"{standing.holes} chains have a hole.",
            "An event did not arrive, and later ones did. The owner is asked each second.",
            "If it stays: look whether the owner answers (above), and at `repair_waits` in the log.",
        )
    return well("chains", "No chain has a hole, none is forked.")


def _unlike(standing: Standing) -> Finding:
    if not standing.differs:
        return well("shown", "Nothing was found to be shown otherwise than the stores say.")
    kinds = ", ".join(sorted({f"{each.view} {each.likeness}" for each in standing.unlike}))
    return wrong(
        "shown",
        f"{standing.differs} views of families are shown otherwise than the stores say.",
        f"A row or a store was changed by somebody else, or a store was restored: {kinds}.",
        "See `helhed projections status`, then `projections rebuild --dry-run`; `projections rebuild --force` mends rows.",
    )


def _waiting(standing: Standing) -> Finding:
    late = standing.late
    if not late:
        return well("waiting", "Nothing waits for long.")
    longest = max((standing.at - each.recorded_at).total_seconds() for each in late)
    return wrong(
        "waiting",
        f"Events of {len({each.family for each in late})} families wait, the oldest was recorded {lasted(longest)} ago.",
        f"Their causes are not shown yet: {', '.join(sorted({each.missing for each in late})[:5])}.",
        "See `helhed projections status`: the service that is named is behind, has a hole, or is parked.",
    )


def _quarantine(standing: Standing) -> Finding:
    if not standing.quarantined:
        return well("quarantine", "No strange record was met.")
    return wrong(
        "quarantine",
        f"{standing.quarantined} records of the topics are no events of ours.",
        "Somebody else wrote them, or they are broken. They stand in nobody's way.",
        "See the table `quarantine`, find out who wrote them, then delete them there.",
    )


async def relay(connection: Connection) -> list[Finding]:
    """Of a service with a store: whether somebody publishes it, and how far behind."""
    [(leads, behind)] = await connection.fetch(_RELAY)
    return [of_relay(leads, behind)]


def of_relay(leads: bool, behind: int) -> Finding:
    """What is said of a relay that leads or doesn't, so many events behind."""
    if not leads:
        return wrong(
            "relay",
            f"No process leads the relay; {behind} events wait in the store.",
            "The service doesn't run, or can't reach Kafka.",
            "Start it. If it runs, see `relay_interrupted` in its log.",
        )
    if behind > 10_000:
        why = "Kafka takes them more slowly than they come."
        return wrong(
            "relay", f"The relay is {behind} events behind.", why, "Look at Kafka, and at the network to it."
        )
    return well("relay", f"A relay leads, {behind} events behind.")


_RELAY = """
select exists (select from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database()
               and l.locktype = 'advisory' and l.granted and (l.classid, l.objid) = (4805, 3)),
       (select coalesce(max(position), 0) from events) - (select position from relay)
"""
