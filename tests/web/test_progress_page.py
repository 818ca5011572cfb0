"""The page of how it goes: wheels then and now, what moved, small successes, curves, what deviates, what comes next."""

import re
from datetime import date

import pytest

from contracts.contacts.events import FamilyMemberLeft
from contracts.ids import AxisId, SuccessId, WheelId
from contracts.progress.events import Axis, ScoredBy, SmallSuccessNoted, WheelDefined, WheelKind
from services.overview.web import progress_page
from services.overview.web.curve import LOW, TOP
from services.overview.web.language import Language
from tests.unit.family import ANNA, BO, FAMILY, ULLA, numbered
from tests.views.astray import ACTED, CLOSED, LATE, REPORTED, TURNS, scored
from tests.views.met import OTHERWISE, SUCCESS, registered
from tests.views.planned import COOK, EAT
from tests.views.shown import family_plan
from tests.web.going import BASE, GOING, TURNED, progress, progress_html
from tests.web.shown import LISTENING, NOW, TEMPLATES, given, in_order, read_aloud


def test_what_moved_is_said_first_then_drawn_then_counted() -> None:
    """A28, A45, INV-59: the same numbers stand in the table."""
    said = progress(*GOING, language="en")
    assert in_order(
        said,
        "Bo: One area has gone forward. Health has gone back, as Bo sees it.",
        "One goal has gone forward.",
        "The progression wheel, then and now",
        "How to read the wheel",
        "The same numbers as a table",
        "Here you see it differently",
    )
    assert "2 → 6, up 4" in said
    assert "4 → 2, down 2" in said
    assert "2 Health Bo says 2, the professional says 4." in said


@pytest.mark.parametrize(
    ("language", "title"), [("da", "Progressionshjulet"), ("en", "The progression wheel")]
)
def test_each_wheel_is_a_picture_with_a_name_and_its_table(language: str, title: str) -> None:
    html = progress_html(*GOING, language=language)
    [label] = re.findall(r'class="hh-wheel"[^>]*role="img" aria-labelledby="([^"]+)"', html)
    for each in label.split():
        assert f'id="{each}"' in html
    assert title in html
    assert len(set(re.findall(r' id="([^"]+)"', html))) == len(re.findall(r' id="([^"]+)"', html))


def test_an_axis_that_nobody_scored_says_so() -> None:
    """INV-59: one view is no stand-in for the other."""
    said = progress(TURNS, *TURNED[1:], language="en")
    assert "3 We eat together on weekdays. 5, new not set yet" in said


def test_a_wheel_of_few_axes_is_a_table_alone_and_one_without_scores_says_so() -> None:
    """Q11: a sub-goal wheel has the numbers of the plan's goals."""
    small = WheelDefined(
        family=FAMILY,
        wheel=numbered(WheelId, 2),
        kind=WheelKind.SUB_GOALS,
        person=BO,
        axes=tuple(Axis(axis=numbered(AxisId, n), goal=goal) for n, goal in ((7, EAT), (8, COOK))),
        defined_on=date(2024, 3, 2),
    )
    html = progress_html(small, language="en")
    assert "hh-wheel-box" not in html
    said = read_aloud(html)
    assert in_order(said, "The sub-goal wheel, then and now", "The wheel is not scored yet.", "1.1 A goal.")


def test_what_moved_it_stands_in_the_words_of_who_scored() -> None:
    """M06: what a professional wrote is no quotation of the family."""
    html = progress_html(*GOING, language="en")
    assert "»I can get up now.«" in html
    assert "»Bo asked by himself.«" not in html
    assert in_order(read_aloud(html), "Bo asked by himself.", "Bo · Noticed by Ulla Example, 11 March")


def test_corrections_are_seen_wherever_a_number_was_corrected() -> None:
    """X-08: in the table and among all numbers; the right value alone is shown."""
    said = progress(*GOING, language="en")
    assert said.count("Corrected") == 2
    assert "4, first score Corrected" in said


def test_a_goal_is_a_row_for_each_person_and_a_curve_over_its_days() -> None:
    """A27, INV-59, INV-68: each view has its own line; the meeting stands between."""
    html = progress_html(*GOING, language="en")
    assert html.count('class="hh-curve"') == 2
    assert "Curve of A goal., from 5\xa0January to 8\xa0March" in html
    assert html.count('class="met"') == 1
    lines = re.findall(r'class="line (\w+)" d="([^"]+)"', html)
    assert [view for view, _ in lines].count("citizen") == 2
    assert all("L" not in path for _, path in lines), "weekly was agreed, and weeks are missing"


@pytest.mark.parametrize(
    ("language", "told"), [("da", "Et tal ligger uden for 0 til 10"), ("en", "A score lies outside 0 to 10")]
)
def test_a_score_of_before_there_was_a_scale_is_drawn_at_the_edge_and_says_so(
    language: str, told: str
) -> None:
    """A27: below the numbers and in the curve; the score itself is still read."""
    early = registered(45, COOK, date(2024, 2, 20))
    html = progress_html(*GOING, early, language=language)
    assert read_aloud(html).count(told) == 1, "the curve of the goal alone: it is neither first nor last"
    assert "45" in read_aloud(html)
    last = registered(45, COOK, date(2024, 3, 10))
    latest = progress_html(*GOING, last, language=language)
    assert read_aloud(latest).count(told) == 2
    heights = [float(y) for y in re.findall(r'class="mark citizen" cx="[^"]+" cy="([^"]+)"', latest)]
    tracks = re.findall(r'class="citizen full" cx="([^"]+)"', latest)
    assert all(TOP <= y <= LOW for y in heights)
    assert all(10 <= float(x) <= 110 for x in tracks)
    assert told not in read_aloud(progress_html(*GOING, language=language))


def test_who_comes_next_stands_below_and_what_is_late_says_so() -> None:
    """P30, A26."""
    assert "Anna by 9 March" in progress(language="en")
    assert progress(language="en").count("Overdue") == 2
    said = progress(*GOING, language="en")
    assert in_order(said, "The next scores", "Anna by 17 March", "Ulla Example by 18 March")


def noticed(by: str) -> str:
    """The page where somebody noted Bo's success."""
    say = Language("en", NOW)
    shown = progress_page.shown(given(family_plan(*BASE, SUCCESS)), {SUCCESS.success: by}, NOW.date(), say)
    return TEMPLATES.text(
        "progress.html", say, {**shown, **LISTENING, "menu": [], "session": None, "other": None}
    )


def test_a_small_success_says_who_noticed_it() -> None:
    """A45: one's own words are quoted, and tinted; what somebody else saw isn't."""
    own, seen, mothers = (noticed(by) for by in (f"person:{BO}", f"professional:{ULLA}", f"person:{ANNA}"))
    assert 'class="hh-said"' in own
    assert "»I made the soup.« – Bo" in read_aloud(own)
    for html, who in ((seen, "Noticed by Ulla Example"), (mothers, "Noticed by Anna")):
        assert 'class="hh-said"' not in html
        assert in_order(read_aloud(html), "I made the soup.", f"Bo · {who}")
    assert 'class="hh-said"' not in noticed("service:inbox")


def test_the_newest_success_stands_first() -> None:
    later = SmallSuccessNoted(
        family=FAMILY, success=numbered(SuccessId, 2), person=BO, words="Again.", noted_on=date(2024, 3, 11)
    )
    assert in_order(progress(SUCCESS, later), "Again.", "I made the soup.")


def test_what_somebody_does_stands_with_its_days_and_whether_it_was_wished_for() -> None:
    """P36, T10: what goes on comes first."""
    said = progress(*GOING, language="en")
    assert in_order(
        said,
        "Leisure, work and education",
        "Bo : football, leisure activity Since 1 February · What was wished for",
        "Bo : leisure job 2 February to 1 March",
    )


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (
            (REPORTED,),
            "Open Nobody came home to eat. 1 We eat together on weekdays. · Reported 7 March. Ulla Example acts",
        ),
        ((REPORTED, LATE), "Overdue Nobody came home to eat."),
        ((REPORTED, ACTED), "It was acted on. The coordinator closes it once it goes well again."),
        ((REPORTED, ACTED), "Done 13 March: We talked at the table."),
        ((REPORTED, ACTED, CLOSED), "Closed 14 March: the plan is to be changed at the next meeting. "),
        ((REPORTED, ACTED, CLOSED), "Supper at seven."),
    ],
)
def test_a_deviation_says_who_acts_and_what_came_of_it(events: tuple[type, ...], said: str) -> None:
    """A25, INV-31."""
    assert said in progress(*events, language="en")  # type: ignore[arg-type]


def test_an_open_deviation_says_what_was_agreed_is_done() -> None:
    """INV-31: by the meeting whose procedure runs, not by a later one."""
    runs = "What was agreed is done then: Call Sofie the same day."
    for events in ((REPORTED,), (REPORTED, OTHERWISE), (REPORTED, LATE, OTHERWISE, ACTED)):
        said = progress(*events, language="en")
        assert runs in said
        assert "Call Ulla at once." not in said
    assert "What was agreed" not in progress(REPORTED, ACTED, CLOSED, language="en")


def test_a_member_who_left_is_still_named_and_nothing_says_so() -> None:
    """R02: what was registered stays."""
    left = FamilyMemberLeft(family=FAMILY, person=BO, reason="moved")
    assert "Bo" in progress(*GOING, left, language="en")


@pytest.mark.parametrize("language", ["da", "en"])
def test_where_nothing_is_registered_that_is_said(language: str) -> None:
    nothing = {"da": "Der er ikke skrevet noget op endnu.", "en": "Nothing is recorded yet."}
    assert nothing[language] in progress(language=language)


def test_a_view_alone_is_shown_as_it_is() -> None:
    """INV-59: a professional's wheel without the citizen's is half a wheel."""
    html = progress_html(
        TURNS, scored(1, date(2024, 3, 1), ScoredBy.PROFESSIONAL, job=0, health=10, friends=5)
    )
    assert html.count('stroke="#08519C" stroke-width="1.6"') == 3
    assert 'stroke="#A63603" stroke-width="1.6"' not in html
