"""Departments are told no more than the plan and its history show to everybody attached. X-01, X-06."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from contracts.plans.events import GoalFate, GoalFateDecided, GoalsAsked
from contracts.shapes import Event
from deploy.promises.schemas import shape
from eventkeep.cloudevent import Told
from services.overview.out.message import WITHHELD, WITHHELD_OF, led
from services.overview.sentences import TOLD
from tests.unit.family import FAMILY
from tests.views.around import LEADS_ELSEWHERE, OTHER_HOME, TWO_HOMES
from tests.views.planned import EAT
from tests.views.tales import told, with_sealed_words

KINDS = sorted(TOLD, key=lambda each: each.wire)
CONTRACTS = Path(__file__).parents[2] / "contracts"
SHOWN = """
contacts.attachment-expired: professional
contacts.consultation-requested: consultant
contacts.contact-ended: professional
contacts.contact-requested: professional
contacts.contact-started: professional
contacts.coordination-team-established: members
contacts.coordinator-chosen: previous professional
contacts.coordinator-deputy-ended: deputy
contacts.coordinator-deputy-named: deputy
contacts.coordinator-handover-accepted: previous professional
contacts.coordinator-handover-ended: professional
contacts.coordinator-handover-started: previous professional
contacts.coordinator-vacated: professional
contacts.emergency-access-ended: professional
contacts.emergency-access-taken: professional
contacts.family-member-added: member.person
contacts.family-member-changed: member.person
contacts.family-member-left: person
contacts.family-registered: members.person
contacts.help-need-raised: person
contacts.primary-contact-designated: previous professional
contacts.primary-contact-vacated: professional
contacts.professional-attached: professional
contacts.professional-detached: professional
contacts.shared-with-supporter: supporter
contacts.support-pledged: supporter
contacts.supporter-added: mentor_of supporter
contacts.supporter-left: supporter
contacts.team-member-added: professional
contacts.team-member-removed: professional
contacts.visit-made: professional
contacts.working-role-taken: professional
meetings.agenda-item-proposed: party
meetings.agreement-made: owner
meetings.attendance-corrected: attendees.id
meetings.attendance-recorded: attendees.id
meetings.facilitator-assigned: facilitator
meetings.family-chair-recorded: persons
meetings.group-joined: person
meetings.group-left: person
meetings.invitation-issued: consented_by invitee
meetings.invitation-withdrawn: consented_by
meetings.network-meeting-held: agreements.follow_up_persons agreements.follow_up_professionals
  agreements.further_assessment_domains agreements.progress_scheme.persons
  agreements.progress_scheme.professionals wellbeing.concern wellbeing.person wellbeing.words
meetings.other-meeting-held: persons professionals supporters
meetings.part-presented: person
meetings.pre-meeting-held: held_by persons
plans.activity-added: owner
plans.approval-withheld: party
plans.assessment-completed: conclusion
plans.assessment-requested: domain
plans.element-not-relevant: agreed_by element
plans.family-wish-recorded: person
plans.focus-area-added: element
plans.form-section-filled: words
plans.form-shared: shared_with
plans.goal-defined: author owner
plans.goal-fate-decided: agreed_by
plans.goal-replanned: owner
plans.goal-shared: person
plans.intervention-added: legal_basis
plans.leisure-line-written: person
plans.offer-presented: to
plans.offer-visited: visited_by
plans.own-help-need-stated: person
plans.ownership-confirmed: party
plans.plan-approved: approvals.professional approved_by
plans.plan-part-written: person
plans.priority-agreed: agreed_by
plans.reality-challenge-answered: answered_by
plans.rehab-case-prepared: * person
plans.rehab-case-submitted: * person
plans.rehab-recommendation-received: *
plans.resource-course-started: * person
plans.resource-identified: person
plans.statutory-plan-linked: legal_basis
progress.baseline-recorded: person
progress.deviation-replanned: owner
progress.deviation-reported: owner
progress.occupation-started: person
progress.progress-registered: person
progress.registration-corrected: person
progress.small-success-noted: person
progress.wheel-defined: person
progress.wheel-scored: person
"""
"""Each field that names somebody or speaks of health, and that departments are told: each was looked up in the parts of the
plan, and stands there, as words alone or as who was said to be it until then. `*` is the event itself. Whoever adds a field
here says where the plan shows it; what it doesn't show is withheld (services/overview/out/message.py)."""


def test_who_is_told_of_one_home_is_not_led_to_the_other() -> None:
    """R01: as in the plan; nor by what was decided of goals that were open when they parted."""
    parted = (
        GoalsAsked(family=FAMILY, into=OTHER_HOME, goals=(EAT,)),
        GoalFateDecided(family=FAMILY, goal=EAT, fate=GoalFate.MOVES, into=OTHER_HOME, revision=3),
    )
    recorded = told(*TWO_HOMES, *parted)
    for given in (recorded, [with_sealed_words(each) for each in recorded]):
        said = led(given, frozenset())
        assert len(said) == len(TWO_HOMES) + len(parted) - 2, "the split and the merger aren't told"
        for elsewhere in LEADS_ELSEWHERE:
            assert elsewhere not in json.dumps(said)
        assert "set_here" not in json.dumps(said)


def test_what_names_somebody_or_speaks_of_health_is_shown_in_the_plan() -> None:
    """A new field, or one with another meaning, is looked at by somebody before departments are told it."""
    reviewed = {
        (wire.strip(), field)
        for wire, _, fields in (row.partition(":") for row in SHOWN.replace("\n  ", " ").strip().splitlines())
        for field in fields.split()
    }
    assert {(kind.wire[7:-3], field) for kind in KINDS for field in _delicate(_schema(kind))} == reviewed


@pytest.mark.parametrize("kind", KINDS, ids=[each.wire for each in KINDS])
def test_what_is_told_is_no_more_than_its_schema_says(kind: type[Event]) -> None:
    """Of an event that says all it may."""
    service = kind.wire.split(".")[1]
    sample = json.loads((CONTRACTS / service / "golden" / f"{kind.wire}.full.json").read_text())
    [recorded] = told(kind.model_validate(sample))
    [said] = led([Told(recorded.envelope, sample)], frozenset())
    assert set(_paths(said["data"])) <= shape(_schema(kind)).keys()


def test_each_name_that_is_withheld_stands_in_an_event() -> None:
    """So that the list holds no name that was renamed."""
    said = [shape(json.loads(path.read_text())) for path in CONTRACTS.glob("*/schemas/open/*.json")]
    assert {path.rpartition(".")[2] for fields in said for path in fields} >= WITHHELD
    for kind, names in WITHHELD_OF.items():
        assert shape(_schema(kind, "open")).keys() >= names


def _schema(kind: type[Event], folder: str = "told") -> dict[str, Any]:
    path = CONTRACTS / kind.wire.split(".")[1] / "schemas" / folder / f"{kind.wire}.json"
    schema: dict[str, Any] = json.loads(path.read_text())
    return schema


def _delicate(schema: dict[str, Any]) -> set[str]:
    """Its fields that name somebody or speak of health, but the family."""
    found = {
        path.replace("[]", "")
        for path, facts in shape(schema).items()
        if "x-special-category" in facts or facts.get("x-data-class") == "pseudonym"
    }
    whole = {"*"} if "x-special-category" in schema else set()
    return whole | {path for path in found if path.rpartition(".")[2] != "family"}


def _paths(said: Any, at: str = "") -> Iterator[str]:
    """Where something stands in what is said, as a shape names it."""
    if isinstance(said, dict):
        for name, value in said.items():
            path = f"{at}.{name}" if at else name
            yield path
            yield from _paths(value, path)
    elif isinstance(said, list):
        for each in said:
            yield from _paths(each, f"{at}[]")
