"""Events and fields of a version to come stop no reader: everything that is known is shown as before."""

import json
from dataclasses import replace
from typing import Any

import pytest

from deploy.generate.golden import kept
from deploy.generate.table import COMMANDS, events_of
from deploy.generate.written import ROOT
from eventkeep.cloudevent import Envelope, Told, decode, encode
from eventkeep.view import Folded, View
from services.contacts.reference import REFERENCE as CONTACTS
from services.meetings.reactions import react as meetings_react
from services.meetings.reference import REFERENCE as MEETINGS
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.plans.reactions import react as plans_react
from services.plans.reference import REFERENCE as PLANS
from services.progress.reference import REFERENCE as PROGRESS
from services.words import VOCABULARIES

VIEWS = {
    "family-plan": FAMILY_PLAN,
    "access": ACCESS,
    **{f"of {name}": view for name, view in (("contacts", CONTACTS), ("meetings", MEETINGS))},
    **{f"of {name}": view for name, view in (("plans", PLANS), ("progress", PROGRESS))},
}
FAMILY = "family/14859d55-2981-583a-bb15-52e9b21e6c09"


def everything() -> list[Told]:
    """Each event that there is of a family, as its golden sample says it, in the order in which they are declared."""
    there = kept(ROOT)
    found = []
    for service in COMMANDS:
        wires = [wire for wire, event in events_of(service).items() if "family" in event.model_fields]
        for version, wire in enumerate(wires, 1):
            name = f"contracts/{service}/golden/{wire}.full.json"
            assert name in there
            found.append(_told(service, wire, version, json.loads((ROOT / name).read_text())))
    return found


def _told(service: str, wire: str, version: int, data: dict[str, Any]) -> Told:
    time = "2026-03-02T12:00:00+00:00"
    return Told(Envelope(f"{service}-{version}", service, wire, FAMILY, version, time, time, "", {}), data)


def newer(told: list[Told]) -> list[Told]:
    """The same as a later version would tell it: more fields everywhere, and events in between that nobody knows yet."""
    found = []
    for each in told:
        envelope = each.envelope
        service, version = envelope.service, envelope.version
        found.append(_told(service, f"helhed.{service}.something-new.v1", 2 * version - 1, {"mood": "good"}))
        found.append(Told(replace(envelope, version=2 * version), _grown(each.data)))
    return found


def _grown(data: Any) -> Any:
    if isinstance(data, list):
        return [_grown(each) for each in data]
    if not isinstance(data, dict):
        return data
    return {**{name: _grown(value) for name, value in data.items()}, "added_later": {"mood": ["good"]}}


def shown(view: View, told: list[Told]) -> bytes:
    """What a view shows of these."""
    folded = Folded(view, VOCABULARIES)
    for each in told:
        folded.add(each)
    folded.advance()
    assert folded.waiting == 0
    return folded.document()


@pytest.mark.parametrize("view", VIEWS)
def test_what_comes_later_stops_no_view(view: str) -> None:
    told = everything()
    assert shown(VIEWS[view], newer(told)) == shown(VIEWS[view], told)


def test_what_comes_later_leads_to_the_same_commands() -> None:
    """By the reactions of plans and meetings."""
    told = everything()
    later = [
        replace(each, envelope=replace(each.envelope, version=each.envelope.version // 2))
        for each in newer(told)
    ]
    for react in (plans_react, meetings_react):
        then = [react(VOCABULARIES, each) for each in told]
        assert [react(VOCABULARIES, each) for each in later[1::2]] == then
        assert not any(react(VOCABULARIES, each) for each in later[::2])
        assert any(then)


def test_attributes_that_come_later_are_passed_by() -> None:
    for each in everything():
        event = json.loads(encode(each.envelope, each.data))
        assert decode(json.dumps(event | {"addedlater": "good"}).encode()) == each
