"""The list of rules says what the code says."""

from dataclasses import replace
from pathlib import Path

from deploy.generate import checklist, observed
from deploy.generate.checklist import Item, named
from deploy.generate.coverage import Coverage, Standing
from deploy.generate.coverage import page as coverage_page
from deploy.generate.pages import PAGES
from deploy.generate.pages import page as made
from deploy.generate.rules import page, rules
from tests.shape.tree import ROOT, text


def test_ranges_are_spelt_out() -> None:
    assert named("A23, INV-19 to INV-21; X-01, R11") == ["A23", "INV-19", "INV-20", "INV-21", "X-01", "R11"]
    assert named("RS256, IR11, INV-5") == []


def test_a_rule_is_found_in_docstrings_refusals_and_tests(tmp_path: Path) -> None:
    for folder in ("contracts", "services", "tests"):
        (tmp_path / folder).mkdir()
    (tmp_path / "contracts/events.py").write_text('"""Kites. INV-91."""\n')
    (tmp_path / "services/domain.py").write_text('raise Refused("no_wind", "There is no wind.", "INV-92")\n')
    (tmp_path / "tests/test_kites.py").write_text(
        '"""Kites. X-90."""\n\n\ndef test_wind() -> None:\n    """INV-91 to INV-92."""\n'
    )
    found = rules(tmp_path)
    assert list(found) == ["INV-91", "INV-92", "X-90"]
    assert found["INV-91"].files == {"contracts/events.py"}
    assert found["INV-92"].refusals == {"no_wind": {"There is no wind."}}
    assert found["INV-92"].tests == {"tests/test_kites.py": 1}
    shown = page(found, {"INV-92": Item("hard", "Without wind it doesn't fly.")})
    assert "| **INV-92** | Without wind it doesn't fly. *(hard)* | [domain](../services/domain.py) |" in shown
    assert "| | `no_wind` There is no wind. | | not switched off |" in shown
    seen = observed.Refusal(
        "services/domain.py decide",
        "no_wind",
        "INV-92",
        "There is no wind.",
        "",
        ("tests/test_kites.py::test_wind", "tests/test_kites.py::test_more"),
        "tests/test_kites.py::test_wind",
    )
    shown = page(rules(tmp_path, observed.Run((seen,))), {})
    assert "[test_kites](../tests/test_kites.py) `test_wind` and 1 more |" in shown
    assert "1 refusals are proved, 0 were seen and not missed, 0 were not seen." in shown


def test_a_row_is_carried_by_what_was_observed_and_never_by_its_name_alone(tmp_path: Path) -> None:
    for folder in ("contracts/kites", "services/kites", "tests", "deploy/demo"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "contracts/kites/events.py").write_text(
        'class Flown(Event):\n    """It flew. A90 to A91."""\n    how: How\n\n\nclass How(Part):\n    """How. M90."""\n'
    )
    (tmp_path / "services/kites/domain.py").write_text('class Fly(Command):\n    """Let it fly. P90."""\n')
    (tmp_path / "tests/test_kites.py").write_text('def test_wind() -> None:\n    """A92."""\n')

    def stands(*events: observed.Event) -> list[Standing]:
        coverage = Coverage(tmp_path, observed.Run((), events))
        return [coverage.row(name).standing for name in ("A90", "M90", "P90", "A92")]

    nowhere, untested, unread = Standing.NOT_YET, Standing.UNTESTED, Standing.UNREAD
    assert stands() == [untested, untested, untested, nowhere]
    unseen = observed.Event("kites.Flown", ("Fly",), ("tests/test_kites.py::test_wind",), (), "")
    assert stands(unseen) == [unread, unread, unread, nowhere]
    seen = replace(unseen, fails="tests/test_kites.py::test_shown")
    assert stands(seen) == [Standing.CARRIED, Standing.CARRIED, Standing.CARRIED, nowhere]


def test_a_target_is_carried_by_tests_of_what_leaders_see_and_a_rule_by_what_is_missed(
    tmp_path: Path,
) -> None:
    for folder in (
        "contracts/kites",
        "services/overview/outcomes",
        "eventkeep",
        "tests/views",
        "deploy/demo",
    ):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "contracts/kites/events.py").write_text('class Set(Event):\n    """T91. INV-91."""\n')
    (tmp_path / "services/overview/outcomes/rows.py").write_text('"""T91."""\n')
    told = observed.Event("kites.Set", ("Fly",), ("tests/test_kites.py::test_set",), (), "tests/x.py::test_y")

    def stands(*refusals: observed.Refusal) -> list[Standing]:
        coverage = Coverage(tmp_path, observed.Run(refusals, (told,)))
        return [coverage.row(name).standing for name in ("T91", "INV-91", "X-91")]

    assert stands() == [Standing.UNTESTED, Standing.UNTESTED, Standing.NOT_YET]
    where, sentence, tests = "services/kites.py fly", "There is no wind.", ("tests/test_kites.py::test_wind",)
    seen = observed.Refusal(where, "no_wind", "INV-91, X-91", sentence, "", tests, "")
    assert stands(seen) == [Standing.UNTESTED, Standing.UNTESTED, Standing.NOT_YET]
    (tmp_path / "tests/views/test_rows.py").write_text('def test_t91() -> None:\n    """T91."""\n')
    assert stands(replace(seen, fails=tests[0])) == [Standing.CARRIED] * 3


def test_tables_are_made_anew_and_the_rest_is_left_alone() -> None:
    before = "Mine.\n<!-- made: metrics -->\n| gone |\n<!-- end -->\nMine too.\n"
    after = made(before)
    assert after.startswith("Mine.\n<!-- made: metrics -->\n\n| metric |")
    assert after.endswith("<!-- end -->\nMine too.\n")
    assert "| gone |" not in after
    assert made(after) == after


def test_what_is_committed_is_what_the_code_says() -> None:
    run = observed.read(ROOT)
    assert text("docs/rules.md") == page(rules(ROOT, run), checklist.read())
    assert text("docs/coverage.md") == coverage_page(Coverage(ROOT, run), checklist.read())
    for name in PAGES:
        assert text(name) == made(text(name))
