"""Pytest plugins: which test runs now, what `given/when/then` compared, which test failed first."""

from collections.abc import Iterator
from functools import wraps
from typing import Any

import pytest

from eventkeep import testing
from tests.proof.recorder import Recorder

_SLOW_S = 0.3


class Watching:
    """Tells the recorder which test runs. A test with made-up commands proves no rule: it is left out."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.failed = set[str]()
        self.slow = set[str]()

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        left_out = [item for item in items if _made_up(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not _made_up(item)]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)
        if report.duration > _SLOW_S:
            self.slow.add(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        self._recorder.test = item.nodeid
        try:
            return (yield)
        finally:
            self._recorder.test = None


def _made_up(item: pytest.Item) -> bool:
    drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return drawn or item.get_closest_marker("made_up") is not None


class FirstFailure:
    """Remembers the test that failed first."""

    failed: str = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid


def listen_to_comparisons(recorder: Recorder) -> None:
    """`then` tells the recorder what it compared, and whose command made it true."""
    when, then = testing.Given.when, testing.Outcome.then

    @wraps(when)
    def named(self: testing.Given, command: object) -> testing.Outcome:
        outcome = when(self, command)
        object.__setattr__(outcome, "command", type(command).__name__)
        return outcome

    @wraps(then)
    def told(self: testing.Outcome, *events: Any) -> testing.Given:
        after = then(self, *events)
        recorder.then(self.__dict__.get("command", ""), events)
        return after

    testing.Given.when = named  # type: ignore[method-assign]
    testing.Outcome.then = told  # type: ignore[method-assign]
