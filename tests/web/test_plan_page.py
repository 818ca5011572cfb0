"""The plan's page: what each part of the document becomes, in both languages."""

from typing import Any

import orjson
import pytest

from contracts.plans.events import ActivityEnding, Answer, GoalEnding
from services.overview.web import as_it_was
from services.overview.web.language import Language
from services.overview.web.people import People
from services.overview.web.plan_page import Freshness
from services.overview.web.reader import Reader
from services.overview.web.words import WORDS
from tests.unit.family import ANNA, BO, CLARA, SOFIE, TOMAS, ULLA
from tests.views.around import CONTACTS
from tests.views.astray import REPORTED
from tests.views.empty_plan import NOTHING
from tests.views.met import MEETINGS, OTHERWISE
from tests.views.planned import COOK, EAT, HOME_AREA, PLANS, SCHOOL_AREA
from tests.views.shown import family_plan
from tests.web.shown import (
    HASH,
    LISTENING,
    NOW,
    TEMPLATES,
    in_order,
    paper_html,
    plan_html,
    read_aloud,
    text,
    whole,
)

BOTH = pytest.mark.parametrize("language", ["da", "en"])


def test_the_family_speaks_first_and_in_its_own_order() -> None:
    """INV-41: a wish stands where the family put the focus area of its goal; what has no place yet comes last."""
    document = whole()
    document["wishes"] = [
        {"wish": "unplaced", "person": CLARA, "own_words": "A rabbit.", "revision": 1},
        {"wish": "second", "person": ANNA, "own_words": "Calm evenings.", "revision": 1},
        {"wish": "first", "person": BO, "own_words": "Friends at school.", "revision": 1},
    ]
    goal = document["goals"][0]
    document["goals"] = [
        {**goal, "goal": "a", "wish": "second", "focus_area": HOME_AREA},
        {**goal, "goal": "b", "wish": "first", "focus_area": SCHOOL_AREA},
    ]
    said = text(document)
    assert in_order(
        said, "Det vil familien, i den rækkefølge", "Friends at school.", "Calm evenings.", "A rabbit."
    )
    assert in_order(said, "A rabbit.", "Din del Senest", "Det er aftalt")
    assert said.count("Nummer") == 2


def test_an_order_that_the_family_did_not_give_is_not_claimed() -> None:
    document = whole()
    for area in document["focus_areas"]:
        area["placed_by_family"] = False
    assert "i den rækkefølge" not in text(document)
    assert "Det vil familien" in text(document)


def test_goals_stand_in_the_familys_order_with_help_beside_them() -> None:
    """INV-13, INV-37."""
    document = whole()
    goal = document["goals"][0]
    school = {
        **goal,
        "goal": "school",
        "own_words": "Bo goes to school.",
        "focus_area": SCHOOL_AREA,
        "children": [],
    }
    document["goals"] = [goal, school]
    said = text(document)
    assert in_order(
        said, "1 »Bo goes to school.«", "Ingen indsats endnu.", "2 »We eat together on weekdays.«"
    )
    assert in_order(said, "2 »We eat together on weekdays.«", "Family guidance", "2.1", "»A goal.«")
    assert "Familien klarer det selv. Ingen indsats." in said


def test_nothing_of_the_plan_is_dropped() -> None:
    """Help whose goal isn't known, focus areas without goals, what was said by somebody who left."""
    document = whole()
    document["interventions"].append(
        {
            **document["interventions"][0],
            "intervention": "lost",
            "goal": "gone",
            "known": False,
            "title": "Lost help",
        }
    )
    said = text(document)
    assert "Lost help" in said
    assert "Fokusområder uden mål endnu: School" in said
    assert "Tomas Example har godkendt med forbehold: »Too many at once.«" in said
    assert "et mål, som ikke står i planen" in said
    document["goals"][0]["author"] = "00000000-0000-4000-8000-000000000000"
    assert "en, der ikke er navngivet her" in text(document)


@pytest.mark.parametrize(
    ("status", "overdue", "said"),
    [
        ("open", False, "I gang"),
        ("open", True, "Over tiden"),
        ("achieved", False, "Nået"),
        ("abandoned", False, "Opgivet"),
        ("retired", False, "Ikke længere aktuelt"),
        ("moved", False, "Følger den anden husstand"),
    ],
)
def test_every_state_of_a_goal_has_a_word(status: str, overdue: bool, said: str) -> None:
    document = whole()
    document["goals"][0] |= {"status": status, "overdue": overdue, "children": []}
    html = plan_html(document)
    article = html[html.index("<article") : html.index("</article>")]
    assert f"{said} Ansvar" in read_aloud(article)


def test_whatever_the_contracts_can_say_has_a_word() -> None:
    """A state that came without its word would leave the family without its page."""
    said = [f"goal-{each}" for each in (*GoalEnding, "open", "achieved", "moved")]
    said += [f"activity-{each}" for each in (*ActivityEnding, "open")]
    said += [f"approval-{each}" for each in Answer]
    assert not set(said) - WORDS.keys()


@pytest.mark.parametrize(
    ("status", "said"),
    [("added", "Ikke begyndt"), ("started", "I gang"), ("paused", "På pause"), ("ended", "Afsluttet")],
)
def test_every_state_of_help_has_a_word(status: str, said: str) -> None:
    document = whole()
    document["interventions"][0] |= {"status": status, "started_on": "2024-03-05", "ended_on": None}
    assert f"{said} fra 5.\xa0marts".replace("\xa0", " ") in text(document)


def test_what_is_newer_than_the_approval_says_so() -> None:
    """A proposal is never shown as agreed; what happened is a fact, and waits for no approval."""
    document = whole()
    document["plan"] |= {"status": "changed", "revision": 9}
    document["interventions"][0]["revision"] = 9
    document["goals"][0]["children"][0] |= {"status": "achieved", "revision": 9}
    said = text(document)
    assert said.count("Ikke godkendt endnu") == 1
    assert in_order(
        said, "Planen er ændret, siden den blev godkendt", "Family guidance", "Ikke godkendt endnu"
    )


@BOTH
def test_a_plan_that_nobody_approved_is_never_shown(language: str) -> None:
    """INV-36: no draft is shown as current. What is told: that it is being made, when they meet, who coordinates."""
    document = whole()
    document["plan"] |= {"status": "draft", "approved_revision": None, "approved_on": None}
    for html in (plan_html(document, language), paper_html(document, language)):
        assert "We eat together" not in html
        assert "Family guidance" not in html
    said = text(document, language)
    assert {"da": "Planen er ved at blive lavet", "en": "The plan is being made"}[language] in said
    assert "Sofie Example" in said
    assert {"da": "onsdag 1. maj kl. 16.00", "en": "Wednesday 1 May at 16.00"}[language] in said
    document["plan"] = None
    assert "Sofie Example" in text(document, language)


def test_my_part_is_the_nearest_three_of_what_is_mine() -> None:
    document = whole()
    action = document["agreed_actions"][0]
    document["agreed_actions"] = [
        {**action, "owner": SOFIE, "words": f"Sofie does {day}.", "due_on": f"2024-03-{day}"}
        for day in (20, 18, 22, 19)
    ]
    document["deviations"] = []
    html = plan_html(document)
    mine = read_aloud(html[html.index('id="mine"') : html.index('id="lead"')])
    assert in_order(mine, "Sofie does 18.", "Sofie does 19.", "Sofie does 20.", "og 2 mere i planen")
    assert "Sofie does 22." not in mine


def test_my_part_differs_by_reader_and_the_check_code_does_not() -> None:
    ulla = Reader(ULLA, "health", "child-health")
    sofies, ullas = plan_html(whole()), plan_html(whole(), reader=ulla)
    assert "Aftale, som du har ansvar for:" in ullas
    assert "Aftale, som du har ansvar for:" not in sofies
    assert "7F3A\xa092C1" in sofies
    assert "7F3A\xa092C1" in ullas


def test_who_is_not_at_the_follow_up_is_told_whom_to_tell() -> None:
    document = whole()
    document["next_follow_up"]["professionals"] = [ULLA]
    assert "Du er ikke med til næste opfølgning. Giv Sofie Example besked" in text(document)
    assert "Du er med til næste opfølgning." in text(whole())


def test_the_coordinator_leads_the_table_and_a_deputy_stands_with_the_days() -> None:
    document = whole()
    document["attached"].reverse()
    document["deputy"] = {"professional": ULLA, "valid_from": "2024-03-10", "valid_to": "2024-03-20"}
    document["coordinator_chosen"] = TOMAS
    said = text(document)
    table = said[said.index("Hvem er med") :]
    assert in_order(table, "Sofie Example", "Ulla Example")
    assert "Stedfortræder 10. marts–20. marts: Ulla Example" in said
    assert "Tomas Example er valgt til at overtage." in said


def test_what_is_late_is_said_in_words() -> None:
    document = whole()
    document["next_follow_up"] |= {"overdue": True, "late": True, "latest": "2024-04-20"}
    document["agreed_actions"][0]["overdue"] = True
    said = text(document)
    assert "Opfølgningen er ikke holdt til tiden" in said
    assert "Den skulle senest være 20. april" in said
    assert "Ulla calls the school. Over tiden · Ulla" in said


def test_a_challenge_stands_with_the_familys_answer() -> None:
    document = whole()
    challenge = {
        "challenge": "c",
        "focus_area": HOME_AREA,
        "words": "Is school not first?",
        "open": True,
        "answered_by": [],
        "priority_stands": None,
        "answer": None,
    }
    document["challenges"] = [challenge]
    assert "Is school not first? Familien har ikke svaret endnu." in text(document)
    document["challenges"] = [{**challenge, "open": False, "answered_by": [ANNA], "answer": "No, home is."}]
    assert "Familien svarer: »No, home is.« – Anna" in text(document)


@BOTH
def test_a_family_of_which_nothing_is_known_has_a_page(language: str) -> None:
    assert "Familieplan" in read_aloud(plan_html(dict(NOTHING), "da"))
    assert plan_html(dict(NOTHING), language)
    assert paper_html(dict(NOTHING), language)


def test_ids_of_goals_are_places_on_the_page() -> None:
    """What my part links to is there."""
    document = whole()
    document["goals"][0]["children"][0] |= {"owner_kind": "professional", "owner": SOFIE}
    html = plan_html(document)
    assert f'href="#goal-{COOK}"' in html
    assert f'id="goal-{COOK}"' in html
    assert f'id="goal-{EAT}"' in html


def astray(goal: str, **more: Any) -> dict[str, Any]:
    """A plan in which something doesn't go as agreed with a goal."""
    plan: dict[str, Any] = orjson.loads(orjson.dumps(whole()))
    reported: dict[str, Any] = family_plan(*CONTACTS, *MEETINGS, *PLANS, REPORTED)["deviations"][0]
    plan["deviations"] = [{**reported, "goal": goal, **more}]
    return plan


@pytest.mark.parametrize("goal", [EAT, COOK])
def test_a_deviation_stands_in_the_goal_that_it_concerns_and_says_who_acts(goal: str) -> None:
    """A25, INV-31: above the goal's own line, with a badge on it."""
    said = text(astray(goal), "en").replace("\xa0", " ")
    assert in_order(
        said,
        "What is agreed",
        "We eat together on weekdays.",
        "Deviation from the plan: Nobody came home to eat. Reported 7 March. Ulla Example acts by 12 March, as agreed.",
        "Deviation",
    )
    assert said.count("Deviation from the plan") == 1
    assert plan_html(astray(goal)).count('badge-warning">Afvigelse') == 1


@pytest.mark.parametrize(
    ("language", "then"),
    [("da", "Det er aftalt, at der så sker dette:"), ("en", "What was agreed is done then:")],
)
def test_a_deviation_says_what_its_own_meeting_agreed_is_done(language: str, then: str) -> None:
    """INV-31: also when the next meeting has agreed on something else."""
    plan = family_plan(*CONTACTS, *MEETINGS, *PLANS, REPORTED, OTHERWISE)
    said = text(plan, language)
    assert in_order(
        said, "Nobody came home to eat.", f"{then} Call Sofie the same day.", "Call Ulla at once."
    )
    assert then not in text(astray(EAT, procedure=None), language)


def test_a_deviation_that_is_late_says_so_and_one_of_no_known_goal_is_not_lost() -> None:
    """INV-31."""
    assert "Ulla Example skulle have handlet senest 12. marts." in text(astray(EAT, overdue=True))
    assert "Nobody came home to eat." in text(astray("a goal of nobody's"))


def test_a_deviation_that_is_closed_stands_on_the_page_of_progress_alone() -> None:
    """A25."""
    assert "Nobody came home to eat." not in text(astray(EAT, closed_on="2024-03-11", plan_changes=False))


def test_what_i_am_to_act_on_is_my_part() -> None:
    """INV-31."""
    ulla = Reader(ULLA, "school", "coordination")
    said = text(astray(EAT), "en", reader=ulla)
    assert "It does not go as agreed, and you act on it: Nobody came home to eat." in said


def test_the_plan_as_it_was_has_the_deviations_of_then() -> None:
    """X-08, A23."""
    plan, say = astray(COOK), Language("en", NOW)
    made = {"plan": plan, "hash": HASH.hex(), "vector": "plans=3"}
    frame = {"fresh": Freshness("current", NOW), "menu": [], "session": None, "other": None, "here": "/"}
    shown = as_it_was.shown(made, plan, People(plan, say), say)
    html = TEMPLATES.text(
        "as-of.html", say, {**frame, "family_name": "", "members": "", "family": "", **LISTENING, **shown}
    )
    assert "Nobody came home to eat." in html


@BOTH
def test_a_deviation_is_never_on_the_familys_paper(language: str) -> None:
    """Guests see it."""
    said = read_aloud(paper_html(astray(EAT), language))
    assert not [each for each in ("Nobody came home", "fvigelse", "eviation") if each in said]
