"""The schema of the plan: every plan is as it says, each of its places is seen, and what is told otherwise is found."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema_rs
import orjson
import pytest

from contracts.contacts.events import ContactKind, ContactStarted
from contracts.meaning import DataClass
from contracts.out.plan.document import VERSION
from contracts.plans.events import PlanDrafted
from contracts.shapes import Event
from deploy.generate.documents import FOLDER, PLAN
from deploy.generate.golden import kept
from deploy.generate.table import COMMANDS, events_of
from deploy.generate.written import ROOT
from deploy.promises.differences import Difference, differences
from deploy.promises.promised import promised
from deploy.promises.schemas import shape
from services.overview.family_plan import FAMILY_PLAN
from tests.unit.family import FAMILY, SOFIE
from tests.unit.family import PLAN as ANOTHER_PLAN
from tests.views.lived import lives
from tests.views.planned import COOK, EAT, goal
from tests.views.shown import astray, derived, teller
from tests.views.whole_plan import WHOLE

OPEN = f"{FOLDER}/open/{PLAN}.json"
SEEN_NOWHERE_ELSE = (
    ContactStarted(family=FAMILY, professional=SOFIE, kind=ContactKind.SECONDARY, contacts=1),
    PlanDrafted(family=FAMILY, plan=ANOTHER_PLAN, revision=0),
    goal(EAT),
    goal(COOK, parent=EAT, level=2),
)
"""A contact of the other kind, a plan after a closed one, goals without a wish, one below the other."""


def text(path: str) -> str:
    """A file as it is committed."""
    return (ROOT / path).read_text()


def everything() -> Iterator[Event]:
    """What a family can be told of, each with every field: what plans says first, so that a team finds cases there."""
    for service in reversed(COMMANDS):
        for wire, event in events_of(service).items():
            samples = [
                text(name)
                for name in kept(ROOT)
                if name.startswith(f"contracts/{service}/golden/{wire}.full")
            ]
            if "family" in event.model_fields:
                yield from map(event.model_validate_json, sorted(samples, key=len))
    yield from SEEN_NOWHERE_ELSE


def places(value: Any, at: str = "") -> Iterator[str]:
    """Where something stands in a plan; of a goal below another as of those above."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, f"{at}.{name}" if at else name)
    elif isinstance(value, list):
        for inner in value:
            yield f"{at}[]"
            yield from places(inner, f"{at}[]")
    elif value is not None:
        yield re.sub(r"(\.children\[\])+", "", at)


def test_each_place_of_the_plan_is_seen_and_is_as_promised() -> None:
    """Whatever the schema names can stand in a plan, and nothing else does."""
    events, seen = list(everything()), set[str]()
    for number in range(1, len(events) + 1):
        plan = derived(*events[:number])
        assert not astray(plan), events[number - 1].wire
        seen |= set(places(plan))
    named = set(shape(json.loads(text(OPEN))))
    leaves = {
        each for each in named if not any(other.startswith((f"{each}.", f"{each}[]")) for other in named)
    }
    seen |= set(places(orjson.loads(orjson.dumps(WHOLE))))
    assert sorted(leaves - seen) == []


@pytest.mark.made_up
def test_the_plans_of_long_lives_are_as_promised() -> None:
    """INV-36: after each event that the deciders make true."""
    for tale in lives():
        parts = {service: fold.initial() for service, fold in FAMILY_PLAN.folds.items()}
        for each in tale:
            service = teller(each.event)
            parts[service] = FAMILY_PLAN.folds[service].evolve(parts[service], each.event)
            assert not astray(orjson.loads(FAMILY_PLAN.written(parts))), each.event.wire


def more(plan: Any) -> None:
    plan["goals"][0]["mood"] = "good"


def less(plan: Any) -> None:
    del plan["goals"][0]["children"][0]["own_words"]


def renamed(plan: Any) -> None:
    plan["attached"][0]["id"] = plan["attached"][0].pop("professional")


def retyped(plan: Any) -> None:
    plan["progress"][0]["registrations"][0]["value"] = "6"


def no_day(plan: Any) -> None:
    plan["deviations"][0]["due_on"] = "soon"


def another_code(plan: Any) -> None:
    plan["interventions"][0]["status"] = "resting"


def without_section(plan: Any) -> None:
    del plan["pilot_of"]


@pytest.mark.parametrize(
    ("spoil", "readers_mind"),
    [
        (more, False),
        (less, True),
        (renamed, True),
        (retyped, True),
        (no_day, True),
        (another_code, False),
        (without_section, True),
    ],
)
def test_a_plan_that_is_otherwise_is_found(spoil: Callable[[Any], None], readers_mind: bool) -> None:
    """Readers mind no field and no code that is new to them; we do."""
    plan = orjson.loads(orjson.dumps(WHOLE))
    theirs = jsonschema_rs.validator_for(json.loads(text(OPEN)), validate_formats=True)
    assert (astray(plan), theirs.is_valid(plan)) == ([], True)
    spoil(plan)
    assert astray(plan)
    assert theirs.is_valid(plan) is not readers_mind


def test_it_is_the_shape_of_the_view_as_it_is() -> None:
    """Whoever raises the version of the view looks at the schema, and the other way round."""
    assert FAMILY_PLAN.version == VERSION
    assert json.loads(text(OPEN))["x-view-version"] == VERSION


@pytest.mark.parametrize("which", ["", "open/"])
def test_every_field_says_what_it_means(which: str) -> None:
    made = json.loads(text(f"{FOLDER}/{which}{PLAN}.json"))
    jsonschema_rs.meta.validate(made)
    for name, model in {"FamilyPlan": made, **made["$defs"]}.items():
        for field, declared in model.get("properties", {}).items():
            assert declared["x-data-class"] in list(DataClass), f"{name}.{field}"
            assert declared["description"], f"{name}.{field}"
            assert ("x-unit" in declared) is (declared["x-data-class"] == "number"), f"{name}.{field}"
            assert declared["x-data-class"] not in ("code", "organisation") or declared["x-code-system"]


def test_the_message_names_it() -> None:
    for which, suffix in (("", ""), ("open/", ":open")):
        told = json.loads(text(f"contracts/out/schemas/{which}helhed.out.family-plan-told.v1.json"))
        named = told["properties"]["plan"]["x-schema"]
        assert named == json.loads(text(f"{FOLDER}/{which}{PLAN}.json"))["$id"]
        assert named == f"urn:helhed:document:{PLAN}{suffix}"


def compared(change: Callable[[dict[str, Any]], None]) -> list[Difference]:
    """What `make contracts-check` says of a change to the open schema."""
    schema = json.loads(text(OPEN))
    changed = copy.deepcopy(schema)
    change(changed)
    before, after = (promised({OPEN: json.dumps(each)}) for each in (schema, changed))
    return differences(before, after)


def test_a_change_that_breaks_readers_is_found() -> None:
    def change(schema: dict[str, Any]) -> None:
        goals = schema["$defs"]["GoalShown"]
        goals["properties"]["words"] = goals["properties"].pop("own_words")
        goals["required"] = [each.replace("own_words", "words") for each in goals["required"]]

    said = {(each.where, each.what): each.breaks for each in compared(change)}
    assert said == {
        ("family-plan goals[].own_words", "is gone"): True,
        ("family-plan goals[].words", "is new"): False,
    }


def test_a_field_that_gets_another_type_or_unit_is_found() -> None:
    def change(schema: dict[str, Any]) -> None:
        schema["$defs"]["RegistrationShown"]["properties"]["value"] |= {"type": "string", "x-unit": "stars"}

    assert [each.breaks for each in compared(change)].count(True) == 2
    assert {each.where for each in compared(change)} == {"family-plan progress[].registrations[].value"}
