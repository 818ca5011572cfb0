"""Pytest plugins: which test runs now, what `given/when/then` compared, which test failed first."""

from collections.abc import Iterator
from functools import wraps
from typing import Any

import pytest

from eventkeep import testing
from tests.proof.recorder import Recorder


class Watching:
    """Tells the recorder which test runs. A test with made-up commands proves no rule: it doesn't count."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.failed = set[str]()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        made_up = drawn or item.get_closest_marker("made_up") is not None
        self._recorder.test = None if made_up else item.nodeid
        try:
            return (yield)
        finally:
            self._recorder.test = None


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
