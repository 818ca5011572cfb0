"""What the demo ends with: the targets as those who lead see them."""

from typing import Any

from contracts.progress.targets import TARGETS, Target
from deploy.demo import leading


def row(target: Target, **other: Any) -> dict[str, Any]:
    """A row as the API gives it, of every programme and year."""
    empty = {"part": None, "year": None, "needed": "70 %", "result": None}
    numbers = dict.fromkeys(("met", "decided", "not_yet", "not_measurable"))
    return {"target": str(target), **empty, **numbers, **other}


def test_each_target_is_a_line_and_what_is_hidden_is_no_number() -> None:
    told = {
        "programme": "example",
        "day": "2026-10-31",
        "targets": [
            row(Target.T09, met=12, decided=20, not_yet=7, not_measurable=0, result="60 %"),
            row(Target.T12),
            row(Target.T09, year=2025, met=6, decided=9),
        ],
    }
    head, columns, met, hidden = leading.lines(told)
    assert "example, at the end of 2026-10-31" in head
    assert columns.split() == ["needed", "met", "of", "decided", "not", "yet", "unmeasured", "result"]
    assert met.split()[0] == "T09"
    assert TARGETS[Target.T09].english[:20] in met
    assert met.split()[-8:] == ["%", "12", "of", "20", "7", "0", "60", "%"]
    assert hidden.split()[-6:] == ["too", "few", "-", "-", "not", "told"]
