"""The plan as it was, as far as it was recorded by then: at a vector, at an approval, at a moment. X-08, A23.

It is the same fold over the same events, so its hash is the one that was shown then, as long as the view's version is the
same and nobody in it was forgotten since.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from contracts.plans.events import PlanApproved
from eventkeep import vector
from eventkeep.cloudevent import Told
from eventkeep.refused import Refused
from eventkeep.vector import Vector
from services.overview.family_plan import FAMILY_PLAN
from services.overview.tale import Plan, Tales


def document(plan: Plan) -> dict[str, Any]:
    """The plan at a vector, with what proves it."""
    return {
        "vector": vector.text(plan.vector),
        "view_version": FAMILY_PLAN.version,
        "hash": plan.hash.hex(),
        "plan": plan.document,
    }


async def read(tales: Tales, told: Iterable[Told], shown: Vector, asked: Mapping[str, str]) -> Plan:
    """The plan as somebody asks for it, never beyond what is shown now. Raises Refused."""
    held = list(told)
    return await tales.plan_at(held, _shown(_wanted(held, shown, asked), shown))


def named(text: str, shown: Vector) -> Vector:
    """The vector that a text names, one that has been shown. Raises Refused."""
    return _shown(_parsed(text), shown)


def _shown(wanted: Vector, shown: Vector) -> Vector:
    if not vector.covers(shown, wanted):
        raise Refused(
            "not_shown_yet",
            "The plan has not come that far.",
            "",
            "Ask for an earlier state, or try again in a moment.",
            danish="Så langt er planen ikke nået.",
            danish_next="Bed om en tidligere tilstand, eller prøv igen om lidt.",
        )
    return wanted


def _wanted(told: list[Told], shown: Vector, asked: Mapping[str, str]) -> Vector:
    match sorted(asked.items()):
        case [("vector", text)]:
            return _parsed(text)
        case [("version", number)] if number.isdecimal():
            return of_approval(told, int(number))
        case [("moment", text)]:
            then = at_moment(told, _moment(text))
            return {service: min(version, shown.get(service, 0)) for service, version in then.items()}
        case _:
            raise _unclear()


def of_approval(told: list[Told], number: int) -> Vector:
    """The vector at which the plan was approved for the nth time: that event and all that it rests on."""
    approvals = [each for each in told if each.envelope.type == PlanApproved.wire]
    approvals.sort(key=lambda each: each.envelope.version)
    if not 1 <= number <= len(approvals):
        raise Refused(
            "approval_unknown",
            "The plan was not approved that many times.",
            "",
            "Ask for an earlier approval.",
            danish="Planen er ikke godkendt så mange gange.",
            danish_next="Bed om en tidligere godkendelse.",
        )
    return past(told, approvals[number - 1])


def past(told: Iterable[Told], event: Told) -> Vector:
    """The smallest closed vector with an event in it: it, and the causes of its causes."""
    held = {(each.envelope.service, each.envelope.version): each.envelope for each in told}
    reached: dict[str, int] = {}
    wanted = {event.envelope.service: event.envelope.version}
    while ahead := vector.missing(reached, vector.only(wanted, FAMILY_PLAN.services)):
        places = [(s, v) for s, top in ahead.items() for v in range(reached.get(s, 0) + 1, top + 1)]
        reached = vector.join(reached, ahead)
        wanted = vector.join(*(held[place].causes for place in places if place in held))
    return reached


def at_moment(told: Iterable[Told], moment: datetime) -> Vector:
    """How far each service had come at a moment, by when its events were recorded."""
    reached: dict[str, int] = {}
    late: set[str] = set()
    for each in sorted(told, key=lambda each: each.envelope.version):
        service = each.envelope.service
        if service not in late and datetime.fromisoformat(each.envelope.time) <= moment:
            reached[service] = each.envelope.version
        else:
            late.add(service)
    return reached


def _parsed(text: str) -> Vector:
    try:
        return vector.parse(text)
    except ValueError:
        raise _unclear() from None


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _unclear() from None
    if moment.tzinfo is None:
        raise _unclear()
    return moment


def _unclear() -> Refused:
    return Refused(
        "invalid_input",
        "Not valid.",
        "",
        "Name a moment with its zone, a vector, or the number of an approval: one of them.",
        danish_next="Angiv enten et tidspunkt med tidszone, en vektor eller en godkendelses nummer.",
    )
