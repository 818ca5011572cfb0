"""What the command line prints: text for people, stable JSON for scripts, a sentence where something can't be done."""

import json
import subprocess
import sys
from typing import Any

import pytest
import typer.main

from eventkeep.differing import Compared
from eventkeep.standing import Broken
from services.cli.app import helhed
from services.cli.family import sentences
from services.cli.plan_text import text as plan_text
from services.cli.projections import needs_a_hand, records, text
from services.cli.telling import NotDone, lasted, line, table, tell
from services.overview.web.language import Language
from tests.shape.tree import ROOT
from tests.unit.family import FAMILY
from tests.views.around import CONTACTS
from tests.views.astray import REPORTED
from tests.views.met import MEETINGS
from tests.views.planned import PLANS
from tests.views.shown import family_plan
from tests.web.shown import NOW, given, whole
from tests.web.standing import TROUBLED, UNLIKE, standing

SAME = {"plans": Compared(412)}
OTHER = {"plans": Compared(412, 3, [Broken("differs", FAMILY, "plans", 12)])}
SILENT = {"plans": Compared(trouble="UNAVAILABLE")}


def commands(group: Any = None, path: str = "") -> list[str]:
    """Every command that there is, such as `parked list`."""
    group = group or typer.main.get_command(helhed)
    found: list[str] = []
    for name, command in group.commands.items():
        here = f"{path} {name}".strip()
        found += commands(command, here) if hasattr(command, "commands") else [here]
    return found


def called(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The command line, with nothing set but what is given."""
    return subprocess.run(
        [sys.executable, "-m", "services.cli", *words],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", commands())
def test_every_command_says_json_and_teaches_by_examples(command: str) -> None:
    group: Any = typer.main.get_command(helhed)
    for word in command.split():
        group = group.commands[word]
    options = {name for option in group.params for name in option.opts}
    assert "--json" in options
    assert f"helhed {command}" in group.epilog
    assert group.help


def test_trouble_is_a_sentence_and_no_stack_trace() -> None:
    unknown = called("parked", "list", "--service", "pensions")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert unknown.stderr == (
        "Not done: there is no service 'pensions'. There are contacts, meetings, plans, progress, overview.\n"
    )
    as_json = called("parked", "list", "--service", "pensions", "--json")
    assert json.loads(as_json.stderr)["not_done"] == "there is no service 'pensions'."
    unset = called("projections", "status")
    assert (unset.returncode, "HELHED_POSTGRES_DSN" in unset.stderr) == (2, True)
    away = called("family", "show", FAMILY, HELHED_CALLER_TOKEN="x", HELHED_OVERVIEW_ADDRESS="127.0.0.1:1")
    assert (away.returncode, "overview does not answer at 127.0.0.1:1." in away.stderr) == (2, True)
    assert "Traceback" not in unknown.stderr + unset.stderr + away.stderr


def test_doctor_names_all_settings_that_are_wrong_and_looks_no_further() -> None:
    asked = called("doctor", "--json", HELHED_KAFKA_BOOTSTRAP="nowhere")
    found = [json.loads(each) for each in asked.stdout.splitlines()]
    assert (asked.returncode, {each["check"] for each in found}) == (1, {"settings"})
    assert any("HELHED_KAFKA_BOOTSTRAP" in each["what"] for each in found)
    assert all(set(each) == {"check", "ok", "what", "why", "next"} for each in found)


def test_words_of_others_move_no_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    tell(False, [], ["Calm\x1b[2J\xa0mornings\nhere\x9b1m"])
    tell(True, [{"words": "Calm\x1b[2J"}], [])
    assert capsys.readouterr().out == 'Calm [2J mornings here 1m\n{"words": "Calm\\u001b[2J"}\n'


def test_what_is_told_lines_up() -> None:
    assert table(("name", "count"), [("a", 7), ("longer", 12)]) == [
        "name    count",
        "a           7",
        "longer     12",
    ]
    assert [lasted(each) for each in (0.84, 119, 600, 9_000, 400_000)] == [
        "0.8 s",
        "119.0 s",
        "10 min",
        "2 h",
        "5 days",
    ]
    assert line({"at": NOW, "what": "blå"}) == '{"at": "2024-03-12T11:47:00+00:00", "what": "blå"}'
    assert NotDone("no.", "Why.", "Next.").text(False) == "Not done: no. Why. Next."


def test_a_good_day_needs_no_hand() -> None:
    assert not needs_a_hand(standing(), SAME)
    told = list(text(standing(), SAME))
    assert told[-1] == "All is well."
    assert "family-plan       12       412        0       0        0" in told
    assert "plans     1.2 s           1     48211  412 the same" in told
    assert "plans     1.2 s           1     48211  not compared" in list(text(standing(), {}))


def test_a_family_that_is_shown_otherwise_than_its_stores_say_needs_a_hand() -> None:
    assert needs_a_hand(UNLIKE, SAME)
    told = list(text(UNLIKE, SAME))
    assert f"  {FAMILY}  family-plan  other, found 50.0 s ago" in told
    assert told[-1] == "Something needs a hand: see `helhed doctor`."


@pytest.mark.parametrize("compared", [OTHER, SILENT])
def test_a_digest_that_differs_or_could_not_be_asked_needs_a_hand(compared: dict[str, Compared]) -> None:
    assert needs_a_hand(standing(), compared)
    assert list(text(standing(), compared))[-1] == "Something needs a hand: see `helhed doctor`."


def test_all_that_is_wrong_is_named_with_its_place() -> None:
    told = "\n".join(text(TROUBLED, OTHER))
    for expected in (
        f"{FAMILY}  family-plan  plans=13 waits for contacts=8, recorded 95.0 s ago",
        f"{FAMILY}  family-plan  meetings=5 waits for meetings=4, which never arrived, recorded 0.0 s ago",
        f"{FAMILY}  family-plan 12  KeyError at plan_part.py:18  at contacts=7,plans=12",
        f"{FAMILY}  access 3  fork  at nothing",
        f"{FAMILY}  meetings  a hole after 3",
        f"{FAMILY}  contacts  forked at 7",
        f"{FAMILY}  plans=12",
        "2 records of the topics are no events of ours.",
        "1 of 412 differ, 3 events on their way",
    ):
        assert expected in told


def test_scripts_read_the_same_by_stable_names() -> None:
    told = [json.loads(line(each)) for each in records(TROUBLED, OTHER)]
    by_what = {each["what"]: set(each) - {"what"} for each in told}
    place = {"family", "service", "version"}
    assert by_what == {
        "view": {"view", "version", "current", "families", "lacking", "parked", "waiting"},
        "partition": {"service", "partition", "at", "lag_seconds", "position"},
        "waiting": {"view", "family", "service", "version", "missing", "why", "recorded_at"},
        "parked": {"view", "version", "family", "reason", "vector", "folded_at"},
        "hole": place,
        "fork": place,
        "unlike": {"view", "family", "likeness", "at"},
        "differs": place,
        "compared": {"service", "streams", "behind", "trouble"},
        "counts": {"at", "holes", "forks", "quarantined", "unlike", "differing"},
    }


def test_a_plan_is_read_in_a_terminal_as_on_its_page() -> None:
    told = "\n".join(plan_text(given(whole()), Language("da", NOW))).replace("\xa0", " ")
    assert told.index("DET VIL FAMILIEN") < told.index("KOORDINATOR") < told.index("DET ER AFTALT")
    assert "Kontrolkode 7F3A 92C1" in told
    assert "HVEM ER MED\n  Sofie Example, " in told
    english = "\n".join(plan_text(given(whole()), Language("en", NOW)))
    assert "WHAT IS AGREED" in english
    assert max(map(len, told.splitlines()[3:])) <= 100


def test_a_plan_that_was_never_approved_shows_how_far_it_is_and_no_more() -> None:
    draft = whole()
    draft["plan"]["approved_revision"] = None
    told = "\n".join(plan_text(given(draft), Language("en", NOW)))
    assert "THE PLAN IS BEING MADE" in told
    assert "WHAT IS AGREED" not in told
    assert "WHAT THE FAMILY WANTS" not in told


def test_a_plan_that_stands_still_says_so() -> None:
    told = "\n".join(plan_text(given(whole(), stale=True), Language("en", NOW)))
    assert "The plan lacks something new" in told


def test_history_is_told_by_month_and_what_a_meeting_made_under_it() -> None:
    by = {"kind": "professional", "id": "x", "name": "Sofie Example"}
    nobody = {"kind": "service", "id": "plans", "name": None}
    made = {"day": "2026-03-02", "sentence": "The plan was approved.", "by": by}
    held = {"day": "2026-03-02", "sentence": "A meeting was held.", "by": by, "made": [made]}
    late = {"day": "2026-02-01", "sentence": "A goal is overdue.", "by": nobody, "made": []}
    months = [{"month": "2026-03", "entries": [held]}, {"month": "2026-02", "entries": [late]}]
    assert sentences({"months": months}) == [
        "2026-03",
        "  02  A meeting was held. (Sofie Example)",
        "      02  The plan was approved. (Sofie Example)",
        "",
        "2026-02",
        "  01  A goal is overdue.",
    ]


def test_what_does_not_go_as_agreed_stands_under_its_goal() -> None:
    """A25, INV-31: as on the page; what concerns no goal of the plan is not lost."""
    plan = family_plan(*CONTACTS, *MEETINGS, *PLANS, REPORTED)
    told = "\n".join(plan_text(given(plan), Language("en", NOW))).replace("\xa0", " ")
    line = "! Deviation from the plan: Nobody came home to eat. · Ulla Example acts by 12 March, as agreed."
    runs = "What was agreed is done then: Call Sofie the same day."
    assert (
        told.index("We eat together on weekdays.") < told.index(line) < told.index(runs) < told.index("1.1")
    )
    plan["deviations"][0]["goal"] = "a goal of nobody's"
    assert line in "\n".join(plan_text(given(plan), Language("en", NOW))).replace("\xa0", " ")
