"""Whatever happens to a family and to the processes around it, in whatever order: the five promises hold."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.system.apart import apart
from tests.system.course import Course
from tests.system.weather import Weather


@pytest.fixture(scope="module")
def weather(postgres: str) -> Iterator[Weather]:
    """A platform on which anything may be killed, frozen and cut off."""
    with apart(postgres) as platform:
        yield Weather(platform)


def take(weather: Weather, number: int, courses: int, steps: int) -> None:
    """Takes the courses of a seed. None is made smaller: what goes wrong between processes seldom does so twice."""
    run_state_machine_as_test(
        seed(number)(lambda: Course(weather)),
        settings=settings(
            max_examples=courses,
            stateful_step_count=steps,
            phases=[Phase.generate],
            database=None,
            deadline=None,
            report_multiple_bugs=False,
            print_blob=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_some_course(weather: Weather) -> None:
    take(weather, 1, 2, 25)


@pytest.mark.long
@pytest.mark.parametrize("number", range(2, 6))
def test_any_course(weather: Weather, number: int) -> None:
    take(weather, number, 4, 40)
