"""A rewritten module does what it did, tells what it refuses, and can leave out one refusal."""

from dataclasses import replace
from typing import Any

import pytest

from deploy.generate.refusals import Refusals
from eventkeep.refused import Refused
from tests.proof.recorder import Recorder, Seen, Shown
from tests.proof.rewriting import rewritten

KITES = '''
"""An invented service."""

def fly(wind, height, flier):
    if wind == 0:
        raise Refused("no_wind", "There is no wind.", "INV-91")
    if height > 9:
        raise Refused("too_high", "It is too high.", "INV-92") from None
    require_new(flier, "flown_already", "R91")
    return "it flies"

def require_new(flier, code, rule):
    if flier == "same":
        raise Refused(code, "It is used already.", rule)

def land(wind):
    if wind > 9:
        raise stormy()
    if wind > 8:
        raise ValueError("no wind like that")

def stormy():
    return Refused("too_stormy", "A storm blows.", "INV-93")
'''
VIEW = "def evolve(plan, event):\n    'Folds.'\n    return [*plan, event.title]\n"
FLY = "services/kites/domain.py fly"


class Flown:
    """An event."""

    wire, title = "helhed.kites.flown.v1", "flown"


def kites(text: str = KITES, path: str = "services/kites/domain.py") -> tuple[dict[str, Any], Recorder]:
    """The module, and the recorder that it tells."""
    recorder = Recorder()
    recorder.test = "a test"
    module: dict[str, Any] = {"Refused": Refused, "__recorder__": recorder}
    exec(compile(rewritten(path, text), "kites", "exec"), module)
    return module, recorder


def refusals(recorder: Recorder) -> list[Seen]:
    """What it was told of."""
    return [each for each in recorder.seen if isinstance(each, Seen)]


def test_nothing_changes_while_all_rules_stand() -> None:
    module, recorder = kites()
    assert module["fly"](1, 1, "other") == "it flies"
    with pytest.raises(Refused, match="no_wind"):
        module["fly"](0, 99, "same")
    with pytest.raises(ValueError, match="no wind like that"):
        module["land"](9)
    assert [*recorder.seen] == [Seen(FLY, "no_wind", "INV-91", "There is no wind.")]


def test_one_refusal_is_left_out_and_the_next_one_comes() -> None:
    module, recorder = kites()
    recorder.off = Seen(FLY, "no_wind", "INV-91", "There is no wind.")
    with pytest.raises(Refused, match="too_high"):
        module["fly"](0, 99, "other")
    assert module["fly"](0, 1, "other") == "it flies"


def test_a_shared_refusal_is_told_apart_by_what_callers_say() -> None:
    module, recorder = kites()
    with pytest.raises(Refused, match="flown_already"):
        module["fly"](1, 1, "same")
    [seen] = refusals(recorder)
    recorder.off = replace(seen, code="another_code")
    with pytest.raises(Refused, match="flown_already"):
        module["fly"](1, 1, "same")
    recorder.off = seen
    assert module["fly"](1, 1, "same") == "it flies"


def test_it_is_known_where_a_refusal_made_elsewhere_was_raised() -> None:
    module, recorder = kites()
    with pytest.raises(Refused, match="too_stormy"):
        module["land"](10)
    [seen] = refusals(recorder)
    assert (seen.place, seen.raised_in) == (
        "services/kites/domain.py stormy",
        "services/kites/domain.py land",
    )
    recorder.off = seen
    with pytest.raises(ValueError, match="no wind like that"):
        module["land"](10)


def test_the_shared_plan_can_leave_out_an_event() -> None:
    module, recorder = kites(VIEW, "services/overview/kites_part.py")
    assert module["evolve"]([], Flown()) == ["flown"]
    recorder.off = Shown("kites.Flown")
    assert module["evolve"]([], Flown()) == []


def test_what_may_be_refused_is_found_without_running_it(tmp_path: Any) -> None:
    folder = tmp_path / "services/kites"
    folder.mkdir(parents=True)
    (folder / "domain.py").write_text(KITES.replace("def stormy():", "def stormy() -> Refused:"))
    found = Refusals(tmp_path)
    assert [(each.place.within, each.code, each.rule) for each in found.all] == [
        ("fly", "no_wind", "INV-91"),
        ("fly", "too_high", "INV-92"),
        ("require_new", "flown_already", "R91"),
        ("stormy", "too_stormy", "INV-93"),
    ]
    assert [str(place) for place in found.raised] == ["services/kites/domain.py land"]


def test_a_table_of_refusals_is_found(tmp_path: Any) -> None:
    folder = tmp_path / "services/kites"
    folder.mkdir(parents=True)
    (folder / "domain.py").write_text(
        'STORM = Reason("too_stormy", "A storm blows.", "INV-93", "Wait.")\n'
        "class Reason:\n    def refusal(self):\n        return Refused(self.code, self.sentence, self.rule)\n"
    )
    [found] = Refusals(tmp_path).all
    assert (found.code, found.sentence, found.rule) == ("too_stormy", "A storm blows.", "INV-93")
