"""Whatever happens to a family and to the processes around it, in whatever order: the five promises hold."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.system.apart import ASKING, REPLICAS, apart
from tests.system.around import Around
from tests.system.course import Course, WentWrong
from tests.system.promises import FRESH, MARGIN
from tests.system.weather import Weather

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def fair(postgres: str) -> Iterator[Weather]:
    """A platform on which anything may be killed, frozen and cut off."""
    with apart(postgres) as platform:
        yield Weather(platform)


@pytest.fixture
def weather(fair: Weather) -> Iterator[Weather]:
    """The same, whatever the test before it left broken."""
    fair.clear_up()
    yield fair
    print(f"at most, in seconds: {fair.slowest}; broken: {dict(fair.done)}")


def take(weather: Weather, number: int, courses: int, steps: int) -> None:
    """Takes the courses of a seed, each with so many steps. Raises what goes wrong, with the steps that led there."""
    asked = settings(
        max_examples=courses,
        stateful_step_count=steps,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(seed(number)(lambda: Course(weather)), settings=asked)
    except WentWrong as stopped:
        raise (stopped.__cause__ or stopped) from None


def test_some_course(weather: Weather) -> None:
    take(weather, 23, 1, 20)


@pytest.mark.parametrize("number", [4, 7, 10])
def test_any_course(weather: Weather, number: int) -> None:
    take(weather, number, 1, 40)


def test_when_contacts_is_cut_off_nobody_is_let_in_on_knowledge_older_than_five_seconds(
    weather: Weather,
) -> None:
    """INV-38: contacts goes on and detaches Lone, and nobody hears of it. Karin, whom nothing happened to, is out as
    well: no answer means no. Two open streams end. Once contacts is back, everybody has what is right."""
    around = Around(weather)
    for replica in REPLICAS:
        around.watch("lone", replica)
    for who in ("karin", "lone"):
        assert around.read(who, "overview", around.token(0))
    weather.cut_off("contacts")
    weather.cut_off(ASKING)
    around.giving.detach("lone", None)
    around.giving.attach("omar", False, None)
    assert around.read("karin", "overview", None), "a yes counts for a while"
    around.look(FRESH + 2 * MARGIN)  # each answer on the way is held against the five seconds
    assert not around.listening
    for replica in REPLICAS:
        assert around.read("karin", replica, None) is None
    weather.clear_up()
    around.everybody_is_right()
    around.close()
