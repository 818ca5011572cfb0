"""The pages for leaders: targets, coverage, what works. Small numbers are hidden, and nobody is named."""

import csv
import io
import re
from typing import Any

import pytest

from deploy.platform.sign_in import SignIn, Somebody
from services.overview.outcomes.told import Outcomes, document
from services.overview.settings import Settings
from services.overview.web.language import Language
from services.overview.web.outcomes_page import COVERAGE, WHAT_WORKS, coverage, results, table, what_works
from services.overview.web.pages import RESULTS
from tests.unit.family import SOFIE
from tests.views.reckoned import gathered
from tests.web.held import Held
from tests.web.shown import NOW, TEMPLATES, read_aloud
from tests.web.told import EMPTY, told
from tests.web.visit import SOFIE_HERSELF, Visit

LEADS = Somebody("leader", SOFIE, "social", "Sofie Example", "leads the department")
PATHS = [
    *RESULTS.values(),
    *COVERAGE.values(),
    *WHAT_WORKS.values(),
    "/da/resultater.csv",
    "/en/outcomes.csv",
]


def page(template: str, shown: dict[str, Any], say: Language) -> str:
    """What is read on a page."""
    found = {**shown, "menu": [], "session": None, "other": None}
    return read_aloud(TEMPLATES.text(template, say, found)).replace("\xa0", " ")


def read(stands: Outcomes, language: str = "da", year: str = "") -> str:
    """The page of targets."""
    say = Language(language, NOW)
    return page("outcomes.html", results(stands, year, say), say)


@pytest.fixture
async def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Somebody who leads, signed in."""
    sign_in.people.append(LEADS)
    found = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    await found.signs_in()
    return found


async def test_leaders_are_led_to_their_pages_and_to_nothing_else(visit: Visit) -> None:
    home = await visit.get("/da/")
    assert (home.status_code, home.headers["location"]) == (303, RESULTS["da"])
    for path in PATHS:
        assert (await visit.get(path)).status_code == 200, path
    assert "Går det familierne bedre?" in (await visit.get(RESULTS["da"])).text
    assert "Are the families doing better?" in (await visit.get(RESULTS["en"])).text


async def test_a_leader_looks_back_and_what_leads_on_stays_there(visit: Visit) -> None:
    """The links to years, programmes and the CSV keep the day."""
    shown = (await visit.get(f"{RESULTS['en']}?programme=familier-paa-vej&day=2026-01-15")).text
    assert "as of 31 December 2025" in read_aloud(shown).replace("\xa0", " ")
    for way in ("&amp;year=2024", '" aria-current="true"', '">Get the table'):
        assert f"?programme=familier-paa-vej&amp;day=2026-01-15{way}" in shown
    assert 'value="2026-01-15"' in shown
    assert f'{RESULTS["da"]}?programme=familier-paa-vej&amp;day=2026-01-15"' in shown, "in Danish too"
    assert "day=" not in (await visit.get(RESULTS["en"])).text
    table = await visit.get("/en/outcomes.csv?programme=familier-paa-vej&day=2026-01-15")
    assert table.text.splitlines()[1].startswith("2025-12-31,familier-paa-vej,")


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        ("2025-12-30", "Vælg en senere dag.", "Choose a later day."),
        ("i går", "Dagen kan ikke læses.", "The day can’t be read."),
    ],
)
async def test_a_day_of_which_nothing_is_told_has_a_sentence_and_no_table(
    visit: Visit, day: str, danish: str, english: str
) -> None:
    """The CSV leads to the page that says why."""
    for language, sentence in (("da", danish), ("en", english)):
        found = await visit.get(RESULTS[language], params={"day": day})
        heard = read_aloud(found.text)
        assert found.status_code == 200
        assert sentence in heard
        assert "T01" not in heard
        table = await visit.get(f"{RESULTS[language]}.csv", params={"day": day})
        assert table.status_code == 303
        assert (await visit.get(table.headers["location"])).text == found.text


@pytest.mark.parametrize("path", PATHS)
async def test_to_others_they_are_not_there(settings: Settings, sign_in: SignIn, path: str) -> None:
    """X-01: the right is that of the matrix, on each of them."""
    sign_in.people.append(SOFIE_HERSELF)
    visit = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    asked = await visit.get(path)
    assert (asked.status_code, asked.headers["location"]) == (303, f"/sign-in?next={path}")
    await visit.signs_in()
    assert (await visit.get(path)).status_code == 404


def test_targets_stand_by_subject_with_numerator_and_denominator() -> None:
    """T01 to T14: what is needed, the result, met of decided, not yet due, not measurable."""
    heard = read(told())
    assert "familier-paa-vej" not in heard
    assert "Familier på vej, opgjort 31. december 2025" in heard
    for heading in ("Børn og unge", "Voksne", "Samarbejdet"):
        assert heading in heard
    places = [heard.rindex(number) for number in ("T02", "T01", "T11", "T08", "T24")]
    assert places == sorted(places)
    assert "alle Løbende 12 af 60 · 20 %" in heard
    assert "Ingen frist" in heard
    assert re.search(r"Nået: T0\d[^.]*\. Ikke nået: T0\d[^.]*\.", heard)
    assert "Sekundære i snit" in heard
    assert re.search(r"T05 .{0,120} 30 % (Nået|Ikke nået) −?\d+ % bedre i snit", heard)


def test_the_mean_of_families_and_those_of_14_stand_apart() -> None:
    """Q07, Q10."""
    heard = read(told(), "en")
    means = {each.target: each.mean_of_families for each in told().of(None) if each.part is None}
    said = [f"{round(100 * (means[target] or 0))}" for target in ("t02", "t03")]
    assert re.findall(r"Mean of families: (\d+)%", heard) == said
    assert "0" not in said
    assert "Those of 14 are in neither T02 nor T10" in heard


def test_targets_of_another_programme_are_not_shown() -> None:
    """Q19: T13 and T14 are those of one programme."""
    assert "T13" not in read(told())
    ours = told(gathered("det-gode-ressourceforloeb"), "det-gode-ressourceforloeb")
    heard = read(ours)
    assert "120 Løbende 60 af 120 · 50 %" in heard
    assert "T14" in heard


def test_small_numbers_are_nowhere_on_the_page_in_the_csv_or_over_the_api() -> None:
    """X-05: of four families nothing is told but that they are too few."""
    few = told(gathered(families=4))
    heard = read(few)
    assert "For få at vise" in heard
    assert "skjult" in heard
    lines = list(csv.DictReader(io.StringIO(table(few))))
    numbers = ("met", "decided", "not_yet", "not_measurable", "mean", "mean_before", "percent")
    assert {line[name] for line in lines for name in numbers} <= {"", "0"}
    assert not [row for row in document(few)["targets"] if row["met"] or row["decided"] or row["not_yet"]]


def test_the_csv_has_the_same_numbers_as_the_page() -> None:
    lines = list(csv.DictReader(io.StringIO(table(told()))))
    work = next(line for line in lines if line["target"] == "t01" and not line["year"])
    assert (work["met"], work["decided"], work["result"]) == ("12", "60", "running")
    assert {line["year"] for line in lines} == {"", "2023", "2024", "2025"}


def test_a_year_is_chosen_where_it_is_told_apart() -> None:
    """A year that is not told is as none."""
    whole, year, unknown = (read(told(), year=each) for each in ("", "2024", "1999"))
    assert whole == unknown != year


def test_before_the_first_month_it_says_so() -> None:
    assert "Der er ikke opgjort nogen måned endnu." in read(EMPTY)


def test_what_cases_lack_is_told_without_small_numbers() -> None:
    """CoverageDashboard: INV-01, INV-05, INV-26, INV-48, INV-53."""
    say = Language("da", NOW)
    heard = page("coverage.html", coverage(told(), say), say)
    assert "Åbne sager nu: 46." in heard
    assert "har ingen koordinator under 5 af 46" in heard
    assert "har ingen primær kontaktperson 12 af 46 · 26 %" in heard
    assert "har ingen gældende samarbejdskontrakt mindst 42 af 46" in heard
    assert "har ingen aftalt opfølgning 46 af 46 · 100 %" in heard


def test_what_works_is_told_by_kind_and_age() -> None:
    """WhatWorks, INV-68."""
    say, danish = Language("en", NOW), Language("da", NOW)
    heard = page("what-works.html", what_works(told(), say), say)
    assert "wage subsidy all 17 of 51 · 33%" in heard
    assert "not specified all 24 of 48 · 50%" in heard
    assert "løntilskud alle 17 af 51" in page("what-works.html", what_works(told(), danish), danish)
    assert "Not enough has been registered yet." in page("what-works.html", what_works(EMPTY, say), say)


def test_how_good_offers_were_is_told_of_five_families_at_least() -> None:
    """P45, INV-59: citizens and professionals apart."""
    heard = page("what-works.html", what_works(told(), Language("en", NOW)), Language("en", NOW))
    assert "Conversation group The families 4.1 9 6" in heard
    assert "Conversation group The professionals hidden hidden hidden" in heard
    say = Language("da", NOW)
    assert "Samtalegruppe Familierne 4,1 9 6" in page("what-works.html", what_works(told(), say), say)
    assert "How good were the offers?" not in page("what-works.html", what_works(EMPTY, say), say)
