"""The page of who is in contact with the family says it of each, also of who is only consulted. INV-05 to INV-09, R35."""

import pytest

from contracts.contacts.events import ConsultationGiven
from services.overview.web.around_page import contact_map
from services.overview.web.language import Language
from services.overview.web.people import People
from services.overview.web.plan_page import Freshness
from tests.unit.family import FAMILY
from tests.views.test_contact_map import ADVICE, DIRECT, contacts
from tests.web.shown import LISTENING, NOW, TEMPLATES, read_aloud, whole


@pytest.mark.parametrize(
    ("language", "direct", "consulted"),
    [
        ("da", "8. februar", "Tomas Example: sleep, siden 9. februar rådet er givet"),
        ("en", "8 February", "Tomas Example: sleep, since 9 February the advice is given"),
    ],
)
def test_each_stands_with_the_day_since_when(language: str, direct: str, consulted: str) -> None:
    told = (DIRECT, ADVICE, ConsultationGiven(family=FAMILY, consultation=ADVICE.consultation))
    say, plan, document = Language(language, NOW), whole(), contacts(*told)
    people = People(plan, say)
    shown = {
        **contact_map(document, plan, people, say),
        "document": document,
        "people": people,
        "family": FAMILY,
        "family_name": "Familien Example",
        "members": "",
        "menu": [],
        "session": None,
        "other": None,
        "here": "/",
        "fresh": Freshness("current", NOW),
        **LISTENING,
    }
    heard = read_aloud(TEMPLATES.text("contact-map.html", say, shown)).replace("\xa0", " ")
    assert direct in heard
    assert consulted in heard
