"""The pages of who knows what: which version each attached professional has seen, and who read what. INV-39, X-04."""

from datetime import datetime
from typing import Any

from services.overview.web.language import Language
from services.overview.web.people import Document, People


def informed(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """Each attached professional with what he or she has seen, those who are behind first."""
    rows = sorted(
        document["attached"], key=lambda each: (-each["behind_days"], not each["behind"], each["name"])
    )
    return {
        "rows": [
            {
                **each,
                "name": say.kept(each["name"]),
                "seen": say.moment(datetime.fromisoformat(each["seen_at"])) if each["seen_at"] else None,
                "acknowledged": each["acknowledged_at"]
                and say.moment(datetime.fromisoformat(each["acknowledged_at"])),
            }
            for each in rows
        ],
        "gone": [
            (say.kept(each["name"]), say.moment(datetime.fromisoformat(each["lost_access_at"])))
            for each in document["detached"]
        ],
    }


def read_log(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """By day, the newest first: who, what, what for."""
    return {
        "rows": [
            {
                "day": say.day(each["day"]),
                "who": _who(each, say),
                "what": say(f"document-{each['document']}"),
                "purpose": say.named(each["purpose"]),
                "last": say.time(each["last_at"]),
                "times": each["times"],
            }
            for each in document["readings"]
        ]
    }


def _who(each: Document, say: Language) -> str:
    """Whoever read it: a department's own system by its department."""
    if each["reader_kind"] == "department":
        return say("log-system", department=say.named(each["reader"]))
    return say.who(each["name"])
