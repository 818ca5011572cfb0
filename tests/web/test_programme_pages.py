"""The pages of programmes and guides, for staff: what was not reached stands as plainly as what was."""

import re

import pytest

from deploy.platform.sign_in import SignIn, Somebody
from services.overview.settings import Settings
from services.overview.web.guides import GUIDES, VERSIONS
from services.overview.web.language import LANGUAGES, Language
from services.overview.web.programme_pages import kroner, shown_of
from tests.unit.family import SOFIE
from tests.unit.programmes import PROGRAMME
from tests.views.programmed import served
from tests.web.held import Held
from tests.web.shown import NOW, TEMPLATES, read_aloud
from tests.web.visit import SOFIE_HERSELF, Visit

OF_A_FAMILY = Somebody("person", SOFIE, None, "Sofie Example", "of a family")


def page(language: str = "da") -> str:
    """What is read on a programme's page."""
    say = Language(language, NOW)
    found = shown_of(served(), say)
    html = TEMPLATES.text("programme.html", say, {**found, "session": None, "other": None})
    return read_aloud(html).replace("\xa0", " ")


@pytest.fixture
async def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Somebody with a role in the programme, signed in."""
    sign_in.people.append(SOFIE_HERSELF)
    found = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    found.held.programmes.roles.add(SOFIE)
    await found.signs_in()
    return found


def test_what_was_not_reached_is_said_as_plainly() -> None:
    """T21 to T23."""
    told = page()
    assert (
        "kommunens økonomi The goals were too optimistic for the time. ikke nået 1.000.000 kr. −50.000 kr."
        in told
    )
    assert "trivsel The children are well. nået – –" in told
    assert "economy" not in told
    assert "the municipality’s economy The goals were too optimistic for the time. not reached" in page("en")


def test_the_page_tells_all_that_leaders_see() -> None:
    """R39 to R44, R54, A33 to A36, T16, T18, T19, C66."""
    told = page()
    for sentence in (
        "7 familier er visiteret til det. Modellen prøves med 4 af dem.",
        "Kick-off day 1. april nået 1. marts",
        "Five pilots 1. april forude",
        "Bevilling: 7.540.000 kr. fra The fund for families",
        "Brugt: 120.000 kr. af bevillingen og 80.000 kr. inden for daglig drift.",
        "Skolen: 6 timer om ugen",
        "Kick-off day 1. februar 2",
        "The coordinator’s guide Udgave 1 3 Skolen: 2 1 af 4",
        "Har ikke læst »The coordinator’s guide«, udgave 1: Ulla Example",
        "beslutning, 1. marts",
        "Fortalt til The steering group",
        "Unge på 15–17 år har haft et fritidsjob inden for et år 60 %",
        "2023: 1 2024: 2",
        "Sofie Example, projektleder",
    ):
        assert sentence in told, sentence
    assert "Tomas Example" not in told
    assert "Sofie Example, project lead" in page("en")


def test_amounts_are_written_as_in_the_language() -> None:
    danish, english = (Language(language, NOW) for language in LANGUAGES)
    assert [kroner(-1_234_567, say) for say in (danish, english)] == [
        "−1.234.567\xa0kr.",
        "−1,234,567\xa0kr.",
    ]
    assert kroner(None, danish) == "–"


async def test_who_has_a_role_finds_the_programme(visit: Visit) -> None:
    """R39."""
    listed = await visit.get("/da/projekter")
    assert f'href="/da/projekter/{PROGRAMME}"' in listed.text
    assert (await visit.get(f"/en/programmes/{PROGRAMME}")).status_code == 200
    home = (await visit.get("/da/")).text
    assert 'href="/da/projekter"' in home
    assert 'href="/da/vejledninger"' in home


async def test_to_others_it_is_not_there(visit: Visit) -> None:
    """R39, X-01."""
    visit.held.programmes.roles.clear()
    assert "Der er ingen projekter til dig." in (await visit.get("/da/projekter")).text
    assert (await visit.get(f"/da/projekter/{PROGRAMME}")).status_code == 404


async def test_a_guide_is_read_and_said_to_be(visit: Visit) -> None:
    """A33, A34: once, by a form of ours."""
    listed = (await visit.get("/da/vejledninger")).text
    for code in VERSIONS:
        assert f'href="/da/vejledninger/{code}"' in listed
    shown = (await visit.get("/da/vejledninger/coordinator")).text
    assert "Jeg har læst den" in shown
    assert (await visit.here.post("/da/vejledninger/coordinator", data={"form": "x"})).status_code == 403
    assert visit.held.programmes.read_guides == {}
    found = re.search(
        r'action="/da/vejledninger/coordinator">\s*<input type="hidden" name="form" value="([^"]+)"', shown
    )
    assert found
    sent = await visit.here.post("/da/vejledninger/coordinator", data={"form": found[1]})
    assert (sent.status_code, sent.headers["location"]) == (303, "/da/vejledninger/coordinator")
    assert visit.held.programmes.read_guides == {("coordinator", SOFIE): 1}
    assert "Du har læst denne udgave." in (await visit.get("/da/vejledninger/coordinator")).text
    assert "You have read this version." in (await visit.get("/en/guides/coordinator")).text
    assert (await visit.get("/da/vejledninger/nowhere")).status_code == 404


@pytest.mark.parametrize("path", ["/da/vejledninger", "/da/vejledninger/coordinator"])
async def test_guides_are_for_staff(settings: Settings, sign_in: SignIn, path: str) -> None:
    """A33: others are shown nothing; who is not signed in is asked to."""
    sign_in.people.append(OF_A_FAMILY)
    visit = Visit(settings, sign_in, Held({}))
    assert (await visit.get(path)).headers["location"] == f"/sign-in?next={path}"
    await visit.signs_in()
    assert (await visit.get(path)).status_code == 404


@pytest.mark.parametrize("code", VERSIONS)
def test_a_guide_says_the_same_in_both_languages(code: str) -> None:
    """A33, A34: chapter by chapter, list by list, under numbers that match."""
    danish, english = (GUIDES[code, language] for language in LANGUAGES)
    assert danish.version == english.version == VERSIONS[code]
    assert [each.title.partition(".")[0] for each in danish.chapters] == [
        each.title.partition(".")[0] for each in english.chapters
    ]
    for one, other in zip(danish.chapters, english.chapters, strict=True):
        assert one.html.count("<li>") == other.html.count("<li>"), one.title


def test_the_coordinators_handbook_speaks_of_all_that_the_model_asks() -> None:
    """A34: role, pre-meeting, team, head of the table, reality challenge, six agreements, who is informed, deviations,
    the wheel, handing over, closing."""
    assert [each.title for each in GUIDES["coordinator", "en"].chapters] == [
        "1. The family has chosen you",
        "2. The pre-meeting",
        "3. The team",
        "4. The family at the head of the table",
        "5. Where you see it differently",
        "6. Six agreements before the meeting ends",
        "7. Everybody is to know",
        "8. When it doesn't go as agreed",
        "9. The wheel and the small successes",
        "10. When you hand over the role",
        "11. When you are done",
    ]
    agreed = GUIDES["coordinator", "en"].chapters[5].html
    assert agreed.count("<li>") == 6
