"""Every word of the pages is there in both languages, and used."""

import re
import string
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import services.overview.web as web
from services.overview.web import dates
from services.overview.web.language import LANGUAGES, Language
from services.overview.web.words import (
    CODES,
    WORDS,
    around,
    case,
    documents,
    frame,
    groups,
    offers,
    operations,
    outcomes,
    plan,
    programme,
    progress,
    shared,
)
from tests.web.shown import plan_html, read_aloud, whole

FOLDER = Path(web.__file__).parent
WRITTEN = "\n".join(
    path.read_text()
    for path in sorted(FOLDER.rglob("*"))
    if path.suffix in (".py", ".html") and path.parent.name != "words"
)
MADE = (
    *(
        "status-",
        "goal-",
        "activity-",
        "help-",
        "action-",
        "approval-",
        "ops-waits-",
        "ops-unlike-",
        "paper-",
    ),
    *(
        "page-",
        "history-",
        "news-",
        "change-",
        "document-",
        "contacts-",
        "invitation-",
        "close-",
        "your-",
        "case-",
        "worklist-",
    ),
    *(
        "progress-",
        "wheel-",
        "area-",
        "things-",
        "occupation-",
        "deviation-",
        "measure-",
    ),
    "shared-",
    "programme-",
    *("offer-", "kind-", "project-", "presented-", "plan-places"),
    "group-you-",
    "group-attended",
    "on-",
    *("out-", "out-lack-"),
)
"""How keys begin that are put together from a state."""


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_it_with_the_same_things_filled_in(key: str) -> None:
    danish, english = (
        {name for _, name, _, _ in string.Formatter().parse(each) if name} for each in WORDS[key]
    )
    assert all(WORDS[key])
    assert danish == english


def test_no_word_stands_twice_or_unused() -> None:
    parts = (
        *(frame, plan, around, operations, outcomes, documents),
        *(progress, case, shared, offers, programme, groups),
    )
    assert sum(len(part.WORDS) for part in parts) == len(WORDS)
    unused = [
        key for key in WORDS if not re.search(rf"[\"']{key}[\"']", WRITTEN) and not key.startswith(MADE)
    ]
    assert not unused
    assert not [prefix for prefix in MADE if not re.search(rf'["\']{prefix}["{{a-z]', WRITTEN)]


LABELS = re.compile(
    r"klient|client|patient|borger|citizen|udsat|sårbar|vulnerab|belastet|svag|weak|"
    r"problem|complian|samarbejdsvillig",
    re.IGNORECASE,
)
"""What makes a case of a person, in either language."""


def test_the_pages_speak_of_people_and_label_nobody() -> None:
    """M06: inclusion and empowerment show in the wording: those of the family are members, with a name and a say."""
    said = [text for both in (*WORDS.values(), *CODES.values()) for text in both]
    assert not [text for text in said if LABELS.search(text)]
    assert LABELS.search("Klientens problemer")


def test_what_the_family_said_stands_before_how_professionals_put_it() -> None:
    """M06, INV-42: a goal is read in its author's own words first, in both languages as they were said."""
    for language in LANGUAGES:
        heard = read_aloud(plan_html(whole(), language))
        own, wording = heard.index("We eat together on weekdays."), heard.index("Regular family meals.")
        assert own < wording


def test_an_unknown_code_is_shown_as_it_is() -> None:
    say = Language("da", datetime(2026, 3, 12, 11, 47, tzinfo=UTC))
    assert (say.named("school"), say.named("new-place"), say.named(None)) == ("Skolen", "new-place", "")
    assert all(all(both) for both in CODES.values())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "da",
            ("24.\xa0februar", "24.\xa0februar\xa02025", "tirsdag\xa014.\xa0april", "i\xa0dag kl.\xa012.47"),
        ),
        ("en", ("24\xa0February", "24\xa0February\xa02025", "Tuesday\xa014\xa0April", "today at\xa012.47")),
    ],
)
def test_days_are_said_without_a_break_in_them(language: str, said: tuple[str, ...]) -> None:
    """In Copenhagen's time, with the year only where it is another one."""
    say = Language(language, datetime(2026, 3, 12, 11, 47, tzinfo=UTC))
    assert (
        say.day("2026-02-24"),
        say.day("2025-02-24"),
        say.weekday("2026-04-14"),
        say.moment(say.now),
    ) == said
    assert dates.day(None, language, date(2026, 3, 12)) == ""


def test_names_are_listed_as_in_a_sentence() -> None:
    da, en = (Language(each, datetime.now(UTC)) for each in LANGUAGES)
    assert (da.listed([]), da.listed(["Maja"]), da.listed(["Maja", "Jonas", "Emil"])) == (
        "",
        "Maja",
        "Maja, Jonas og Emil",
    )
    assert en.listed(["Maja", "Jonas"]) == "Maja and Jonas"
