"""What answers over HTTP look like, for /api/openapi.json: the envelope around a plan or a document, lists, problems.

What is inside a plan or a document is its own promise: here it is an object.
"""

from typing import Any

from contracts.access import Kind

Described = dict[int | str, dict[str, Any]]
Schema = dict[str, Any]
STALE = "-stale"
"""Ends the name of a state that stands still: in ETags, and in the ids of events."""

OBJECT: Schema = {"type": "object"}
_TEXT: Schema = {"type": "string"}
_ID: Schema = {"type": "string", "format": "uuid"}
_STATE: dict[str, Schema] = {
    "state_no": {"type": "integer", "minimum": 1, "description": "Grows with each state that is shown."},
    "vector": {
        "type": "string",
        "pattern": "^[a-z]+=[0-9]+(,[a-z]+=[0-9]+)*$",
        "description": "Which events it is made of: for each service the number of the last one.",
        "examples": ["contacts=7,meetings=4,plans=12,progress=9"],
    },
    "hash": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256, to compare."},
    "as_of": {
        "type": "string",
        "format": "date-time",
        "description": "Everything that was committed before is in it.",
    },
    "stale": {"type": "boolean", "description": "It stands still at its last good state."},
    "token": {"type": "string", "description": "To be shown at least this state: sent as `at_least`."},
}
_STATE_HEADERS: Schema = {
    "ETag": {"description": "Names what is sent, for `If-None-Match`.", "schema": _TEXT},
    "Helhed-Token": {"description": "The same as `token`.", "schema": _TEXT},
    "Helhed-As-Of": {"description": "The same as `as_of`.", "schema": _STATE["as_of"]},
}


def _whole(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _answer(says: str, schema: Schema, headers: Schema, unchanged: str) -> Described:
    return {
        200: {"description": says, "headers": headers, "content": {"application/json": {"schema": schema}}},
        304: {"description": unchanged},
    }


PLAN: Described = _answer(
    "The plan. `ETag` names its state by number and hash, `Helhed-Token` is a token for it.",
    _whole(
        {
            "family": _ID,
            **_STATE,
            "view_version": {"type": "integer", "minimum": 1, "description": "The shape of the plan."},
            "waiting": {
                "type": "integer",
                "minimum": 0,
                "description": "Events that have arrived and wait for a cause or an earlier event.",
            },
            "plan": OBJECT,
        }
    ),
    _STATE_HEADERS,
    "Still the state that `If-None-Match` names.",
)
EVENTS: Described = {
    200: {
        "description": "Events `plan`, with the same JSON as the plan's address; `Last-Event-ID` goes on after a state: "
        f"its number, and `{STALE}` where it stood still then. "
        "`ended` says why there are no more, as a problem.",
        "content": {"text/event-stream": {"schema": _TEXT}},
    }
}


def document(kind: Kind) -> Described:
    """A document beside the plan, with the state of the plan that it was made of."""
    named = {"family": _ID, "kind": {"const": str(kind)}}
    return _of_state({**named, **_STATE, "document": OBJECT})


def group() -> Described:
    """A group course, with its own state."""
    return _of_state({"group": _ID, **_STATE, "document": OBJECT})


def _of_state(properties: dict[str, Schema]) -> Described:
    return _answer(
        "The document. `ETag` names it by the number of its state and its hash, `Helhed-Token` is a token for that state.",
        _whole(properties),
        _STATE_HEADERS,
        "Still the document that `If-None-Match` names.",
    )


def listed(*names: str, counted: bool = False) -> Described:
    """A list over what is the caller's, in parts with these names. It is of no one state: `ETag` is its hash."""
    parts: dict[str, Schema] = {name: {"type": "array", "items": OBJECT} for name in names}
    counts = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
    return _answer(
        "The list. `ETag` is its hash.",
        _whole({"counts": counts, **parts} if counted else parts),
        {"ETag": _STATE_HEADERS["ETag"]},
        "Still the list that `If-None-Match` names.",
    )


PROBLEM: Schema = _whole(
    {
        "type": {"type": "string", "description": "urn:helhed:refusal:<code>"},
        "title": {"type": "string", "description": "In English."},
        "title_da": {"type": "string", "description": "In Danish."},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "Stable."},
        "rule": {"type": "string", "description": "The rule that refuses, such as INV-38, or nothing."},
        "next_step": {"type": "string", "description": "What to do next, in English."},
        "next_step_da": {"type": "string", "description": "What to do next, in Danish."},
        "facts": {"type": "object", "additionalProperties": _TEXT},
    }
)
