"""The page of who is in contact with the family: direct and consulted, since when, why, and how many. INV-05 to INV-09."""

from typing import Any

from services.overview.web.language import Language
from services.overview.web.people import Document, People


def contact_map(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """The contacts, and how many there are beside admission."""
    then = document["direct_at_admission"]
    return {
        "primary": document["primary_contact"] and people.professional(document["primary_contact"]),
        "coordinator": document["coordinator"] and people.professional(document["coordinator"]),
        "kinds": [
            (say(f"contacts-{kind}"), document[kind]) for kind in ("direct", "secondary") if document[kind]
        ],
        "counted": say("contacts-now", now=document["direct_now"])
        if then is None
        else say("contacts-since", now=document["direct_now"], then=then),
    }
