"""The schemas of documents that stand within events, closed and open: of the shared plan, section by section."""

import json
from typing import Any

from contracts.out.plan.document import VERSION, FamilyPlan
from deploy.generate.schemas import published, schema

FOLDER = "contracts/out/schemas/plan"
PLAN = "family-plan"


def documents() -> dict[str, str]:
    """The schemas' texts by path."""
    made = {"": schema(PLAN, FamilyPlan, "document"), "open/": published(PLAN, FamilyPlan, "document")}
    return {f"{FOLDER}/{which}{PLAN}.json": _of_version(text) for which, text in made.items()}


def document(name: str) -> Any:
    """The closed schema that a field names (`x-schema`)."""
    made = {json.loads(text)["$id"]: json.loads(text) for text in documents().values()}
    return made[name]


def _of_version(text: str) -> str:
    """With the `view_version` whose shape it is, beside its id."""
    said = json.loads(text)
    head = {name: said.pop(name) for name in ("$schema", "$id")}
    return json.dumps({**head, "x-view-version": VERSION, **said}, indent=2, ensure_ascii=False) + "\n"
