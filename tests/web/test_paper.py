"""The family's paper: plain words, first names, two sides."""

from datetime import timedelta
from typing import Any

import pytest

from contracts.access import Kind
from deploy.platform.sign_in import SignIn
from services.overview.settings import Settings
from services.overview.web.seen import CONTACTS, OTHERS, READERS, Around
from services.overview.web.shelf import PAPER
from tests.unit.family import ANNA, BO, FAMILY, SOFIE, ULLA
from tests.web.held import Held
from tests.web.shown import NOW, paper_html, read_aloud, whole
from tests.web.visit import SOFIE_HERSELF, Visit


def reading(who: str, day: str, document: str = "plan", kind: str = "professional") -> dict[str, Any]:
    """A line of the read log."""
    return {"reader_kind": kind, "reader": who, "document": document, "day": day}


def around(*readings: dict[str, Any], direct: tuple[str, ...] = (), then: int | None = None) -> Around:
    """A read log, the newest first, and a contact map."""
    contacts = [{"professional": who} for who in direct]
    return Around(
        {"readings": list(readings)},
        {"direct": contacts, "direct_now": len(direct), "direct_at_admission": then},
    )


def heard(*readings: dict[str, Any], language: str = "da", **more: Any) -> str:
    """What the family reads on its paper."""
    return read_aloud(paper_html(whole(), language, around(*readings, **more))).replace("\xa0", " ")


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_written_to_the_family(language: str) -> None:
    """First names; no law, no deviation, no numbers of goals, no professionals' wording."""
    said = read_aloud(paper_html(whole(), language))
    for foreign in (
        "Example",
        "barnets lov",
        "Afvigelse",
        "Deviation",
        "1.1",
        "Regular family meals",
        "indsats",
    ):
        assert foreign not in said
    assert {"da": "Vores plan Anna, Bo og Clara", "en": "Our plan Anna, Bo and Clara"}[language] in said
    assert "»That we eat together.«" in said
    assert "»I made the soup.«" in said
    assert "7F3A 92C1" in said


def test_what_there_is_to_do_has_a_name_and_a_box() -> None:
    html = paper_html(whole())
    assert html.count('class="tick"') == 3
    said = read_aloud(html)
    assert "Det gør vi frem til 1. maj Anna A goal. Ulla Ulla calls the school." in said
    assert "Anna Skriver ned hver uge: How the evenings go." in said, "P30: what the family registers itself"


def test_what_is_done_needs_no_box() -> None:
    document = whole()
    document["goals"][0]["children"][0]["status"] = "achieved"
    assert paper_html(document).count('class="tick"') == 2


def test_it_never_takes_a_third_side() -> None:
    """What finds no room is named as standing in the plan."""
    document = whole()
    document["wishes"] = [
        {"wish": str(n), "person": BO, "own_words": f"Wish {n}.", "revision": 1} for n in range(6)
    ]
    action = document["agreed_actions"][0]
    document["agreed_actions"] = [
        {**action, "words": f"Task {n}.", "owner_kind": "person", "owner": ANNA} for n in range(12)
    ]
    html = paper_html(document)
    assert html.count('class="said"') == 4
    assert html.count('class="tick"') == 7
    assert html.count('class="sheet"') == 2
    assert "Resten står i planen. Spørg Sofie." in read_aloud(html)


def test_who_reads_the_plan_is_told() -> None:
    assert "2 fagpersoner må læse den: Sofie og Ulla." in read_aloud(paper_html(whole()))
    document = whole()
    del document["attached"][1]
    assert "Én fagperson må læse den: Sofie." in read_aloud(paper_html(document))


def test_the_family_is_told_who_has_seen_the_plan_and_when() -> None:
    """X-04: the last day counts, of what shows the plan; the family's own readings are none of others."""
    told = (
        reading(SOFIE, "2024-03-11", "summary"),
        reading(SOFIE, "2024-03-09"),
        reading(SOFIE, "2024-03-02"),
        reading(ANNA, "2024-03-12", kind="person"),
    )
    assert "2 fagpersoner må læse den: Sofie (set 9. marts) og Ulla (ikke set endnu). Er der" in " ".join(
        heard(*told).split()
    )
    assert "Sofie (seen on 9 March) and Ulla (not seen yet)" in heard(*told, language="en")
    assert "Ulla (set 10. marts)" in heard(reading(ULLA, "2024-03-10", "news"))


def test_whoever_saw_it_before_the_log_begins_has_seen_it() -> None:
    """The log reaches a thousand lines back: nobody is said not to have seen what he or she saw earlier."""
    earlier = {
        f"professional:{SOFIE}": "2024-01-05",
        f"professional:{ULLA}": "2024-01-04",
        f"person:{ANNA}": "2024-01-03",
    }
    log = around(reading(SOFIE, "2024-03-09"))
    told = read_aloud(paper_html(whole(), around=Around(log.log, log.contacts, earlier))).replace("\xa0", " ")
    assert "Sofie (set 9. marts) og Ulla (set 4. januar). Er der" in " ".join(told.split())


def test_others_who_have_seen_it_are_named_too() -> None:
    """Whoever is attached no longer, and a department's own system."""
    document = whole()
    gone = document["attached"].pop()
    document["formerly_attached"] = [gone]
    log = around(
        reading(ULLA, "2024-02-08"),
        reading("school", "2024-02-07", kind="department"),
        reading(SOFIE, "2024-02-06"),
    )
    told = read_aloud(paper_html(document, around=log)).replace("\xa0", " ")
    assert "Én fagperson må læse den: Sofie (set 6. februar)." in told
    assert "Andre, der har set den: Ulla (set 8. februar) og it-systemet hos Skolen (set 7. februar)." in told


@pytest.mark.parametrize(
    ("direct", "then", "danish", "english"),
    [
        (
            (SOFIE, ULLA),
            5,
            "Vi har direkte kontakt med 2: Sofie og Ulla. Da vi blev optaget, var det 5.",
            "We are in direct contact with 2: Sofie and Ulla. When we were admitted, it was 5.",
        ),
        (
            (SOFIE,),
            None,
            "Vi har direkte kontakt med 1: Sofie.",
            "We are in direct contact with 1: Sofie.",
        ),
        (
            (),
            0,
            "Ingen er skrevet op som i direkte kontakt med os. Da vi blev optaget, var det 0.",
            "Nobody is recorded as in direct contact with us. When we were admitted, it was 0.",
        ),
    ],
)
def test_the_family_is_told_its_direct_contacts_against_admission(
    direct: tuple[str, ...], then: int | None, danish: str, english: str
) -> None:
    """INV-05 to INV-07."""
    assert danish in heard(direct=direct, then=then)
    assert english in heard(direct=direct, then=then, language="en")
    assert ("blev optaget" in heard(direct=direct, then=then)) is (then is not None)


def test_to_others_the_sheet_says_neither() -> None:
    told = read_aloud(paper_html(whole()))
    for foreign in ("set endnu", "direkte kontakt", "har set den"):
        assert foreign not in told


def test_it_says_who_has_seen_it_on_two_sides_as_well() -> None:
    """Whoever finds no room is counted, and the page named where he or she stands."""
    document = whole()
    one = document["attached"][1]
    many = [f"00000000-0000-4000-8000-{n:012}" for n in range(30)]
    document["attached"] = [
        {**one, "professional": who, "name": f"Kari{n} Example"} for n, who in enumerate(many)
    ]
    others = [f"00000000-0000-4000-8000-{n:012}" for n in range(50, 60)]
    document["supporters"] = [
        {"name": f"Somebody{n}", "kind": "relative", "relation": None, "pledges": ["Helps."], "left": False}
        for n in range(9)
    ]
    log = around(*(reading(who, "2024-03-02") for who in (*many, *others)), direct=tuple(many))
    html = paper_html(document, around=log)
    told = read_aloud(html).replace("\xa0", " ")
    assert html.count('class="sheet"') == 2
    assert told.count("(set 2. marts)") == READERS + OTHERS
    assert f"Og {30 - READERS + 10 - OTHERS} til. De står på siden »Hvem har set«." in told
    assert "Vi har direkte kontakt med 30: Kari0, " in told
    assert f"Kari{CONTACTS - 1} og {30 - CONTACTS} til." in told
    assert "30 fagpersoner må læse den: Kari0 (set 2. marts)" in told
    assert html.count('scope="row"') == 5


@pytest.mark.parametrize(
    ("more", "danish", "english"),
    [
        (
            {"stale": True},
            "Planen på arket mangler noget nyt.",
            "The plan on this sheet lacks something new.",
        ),
        (
            {"as_of": NOW - timedelta(minutes=20)},
            "Arket viser planen fra i dag kl. 12.27. Noget nyere kan mangle.",
            "This sheet shows the plan as of today at 12.27. Something newer may be missing.",
        ),
        (
            {"waiting": 1},
            "Der var noget nyt på vej, da arket blev skrevet ud.",
            "Something new was on its way when this sheet was printed.",
        ),
    ],
)
def test_a_sheet_that_is_not_current_says_so(more: dict[str, Any], danish: str, english: str) -> None:
    told = read_aloud(paper_html(whole(), **more)).replace("\xa0", " ")
    assert f"{danish} Spørg Sofie, hvad der er nyt." in told
    assert f"{english} Ask Sofie what is new." in read_aloud(paper_html(whole(), "en", **more)).replace(
        "\xa0", " "
    )


def test_a_sheet_that_is_current_warns_of_nothing() -> None:
    assert "hvad der er nyt" not in read_aloud(paper_html(whole()))


@pytest.fixture
async def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Somebody who may read the plan, signed in."""
    sign_in.people.append(SOFIE_HERSELF)
    found = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    await found.signs_in()
    return found


@pytest.mark.parametrize(
    ("reads", "noted"),
    [
        (frozenset({Kind.PLAN, Kind.READ_LOG, Kind.CONTACT_MAP}), ["read-log", "contact-map"]),
        (frozenset({Kind.PLAN, Kind.READ_LOG}), []),
        (frozenset({Kind.PLAN, Kind.CONTACT_MAP}), []),
    ],
)
async def test_only_who_may_read_both_is_told_and_each_is_noted(
    visit: Visit, reads: frozenset[Kind], noted: list[str]
) -> None:
    """X-01, X-04: by the table of rights, as on the pages that show them whole."""
    visit.held.may_read = reads
    log = around(reading(SOFIE, "2024-03-09"), direct=(SOFIE,), then=4)
    visit.held.documents = {Kind.READ_LOG: log.log, Kind.CONTACT_MAP: log.contacts}
    page = await visit.get(PAPER.path("da", FAMILY))
    told = read_aloud(page.text).replace("\xa0", " ")
    assert visit.held.documents_read == [(SOFIE, kind) for kind in noted]
    assert ("Sofie (set 9. marts 2024)" in told) is bool(noted)
    assert ("Da vi blev optaget, var det 4." in told) is bool(noted)


async def test_a_plan_that_was_never_approved_needs_no_log(visit: Visit) -> None:
    visit.held.may_read = frozenset(Kind)
    visit.held.document["plan"]["approved_revision"] = None
    assert (await visit.get(PAPER.path("da", FAMILY))).status_code == 200
    assert visit.held.documents_read == []
