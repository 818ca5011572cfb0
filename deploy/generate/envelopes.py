"""The attributes of messages as CloudEvents: what we tell, and what a department's system says."""

from typing import Any

from contracts.codes import PURPOSES
from contracts.meaning import DataClass
from eventkeep.cloudevent import ABOUT
from eventkeep.inbox.message import LONGEST


def _written(name: str) -> str:
    return "^" + ABOUT[name].pattern.removesuffix(r"\Z") + "$"


_LINE = {"type": "string", "minLength": 1, "maxLength": 200}
_ABOUT: dict[str, Any] = {
    "orgunit": {
        "type": "string",
        "format": "uuid",
        "description": "The unit in the municipality's organisation (FK Organisation).",
    },
    "klesubject": {
        "type": "string",
        "pattern": _written("klesubject"),
        "description": "The subject in KL's classification (KLE), such as 27.24.00.",
    },
    "caseid": {
        "type": "string",
        "pattern": _written("caseid"),
        "description": "The case in the sender's own system. Never a name or a CPR number.",
    },
    "sorid": {
        "type": "string",
        "pattern": _written("sorid"),
        "description": "The health organisation's unit in the national register (SOR).",
    },
}
_TOLD: dict[str, Any] = {
    "description": "CloudEvents 1.0 in structured mode: one value says it all.",
    "type": "object",
    "required": ["specversion", "id", "source", "type", "time"],
    "properties": {
        "specversion": {"const": "1.0"},
        "id": {"type": "string", "description": "The same wherever this is sent again."},
        "source": {"type": "string", "description": "/helhed/ and the service that told it."},
        "type": {"type": "string", "description": "Which event: the name of its schema."},
        "subject": {
            "type": "string",
            "description": "The stream: its kind and its id; mostly family/ and the family's id.",
        },
        "time": {"type": "string", "format": "date-time", "description": "When it was recorded."},
        "datacontenttype": {"const": "application/json"},
        "dataschema": {"type": "string", "description": "The `$id` of the schema of its data."},
        "partitionkey": {"type": "string", "description": "The record's key."},
        "familyversion": {"type": "integer", "minimum": 1, "description": "1, 2, 3 ... within the stream."},
        "causes": {
            "type": "string",
            "description": "A version vector such as `contacts=7,meetings=4`: what was known when this was decided.",
        },
        "occurredat": {"type": "string", "format": "date-time", "description": "When it happened."},
        "purpose": {"type": "string", "description": "What it was done for, where the caller said so."},
        "correlationid": {"type": "string"},
        "causationid": {"type": "string", "description": "The id of the command."},
        "traceparent": {"type": "string", "description": "W3C trace context."},
        "actor": {
            "type": "string",
            "description": (
                "Who gave the command: `professional:` and an id, and so on; `department:` and its code for a system that "
                "registers by itself."
            ),
        },
        **_ABOUT,
    },
}

_SAID: dict[str, Any] = {
    "description": f"CloudEvents 1.0 in structured mode, as UTF-8, {LONGEST} bytes at the most. No CPR number, nowhere.",
    "type": "object",
    "required": ["specversion", "id", "source", "type", "subject", "data"],
    "properties": {
        "specversion": {"const": "1.0"},
        "id": {**_LINE, "description": "With `source` it names the message: sent again, it is done once."},
        "source": {**_LINE, "description": "The system that says it, as a URI reference."},
        "type": {"type": "string", "description": "Which fact: the name of its schema."},
        "subject": {
            **_LINE,
            "description": (
                "Whom it is about: `family/` and our id; `person/` and our id of a member, or `person/`, the code of your "
                "system, `/` and the id there that was linked to the person; `professional/` and our id. What is said of "
                "one subject is done in the order in which it stands in its partition: give it one key."
            ),
        },
        "actor": {
            "type": "string",
            "pattern": "^professional:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            "description": (
                "The professional of the department who stands for it, and needs the right to do it. Where a fact may be "
                "said without, it is the department's system itself that says it."
            ),
        },
        "time": {
            "type": "string",
            "format": "date-time",
            "description": "When it happened. Now, where it is left out.",
        },
        "datacontenttype": {"const": "application/json"},
        "after": {
            "type": "string",
            "description": "The token of an answer: this is decided in knowledge of what was accepted there.",
        },
        "traceparent": {"type": "string", "description": "W3C trace context."},
        **_ABOUT,
    },
}
_CLASSES = {
    **dict.fromkeys(("subject", "partitionkey", "actor"), DataClass.PSEUDONYM),
    **dict.fromkeys(("time", "occurredat"), DataClass.TIME),
    **dict.fromkeys(("purpose", "klesubject"), DataClass.CODE),
    **dict.fromkeys(("orgunit", "sorid"), DataClass.ORGANISATION),
    "familyversion": DataClass.NUMBER,
    "caseid": DataClass.REFERENCE,
}
"""The data classes of attributes; all others are technical."""
_MORE = {
    "familyversion": {"x-unit": "events of the stream"},
    "purpose": {"x-code-system": PURPOSES.name},
    "klesubject": {"x-code-system": "kle"},
    "orgunit": {"x-code-system": "fk-organisation"},
    "sorid": {"x-code-system": "sor"},
}


def _classed(envelope: dict[str, Any]) -> dict[str, Any]:
    said = {
        name: {
            **attribute,
            "x-data-class": str(_CLASSES.get(name, DataClass.TECHNICAL)),
            **_MORE.get(name, {}),
        }
        for name, attribute in envelope["properties"].items()
    }
    return {**envelope, "properties": said}


TOLD = _classed(_TOLD)
"""What every event and message of ours has."""
SAID = _classed(_SAID)
"""What every message of a department has."""
