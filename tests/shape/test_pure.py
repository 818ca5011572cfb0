"""What is decided and what is shown comes from events and commands alone: no clock, no chance, no language."""

from collections.abc import Iterator

import pytest

from tests.shape.test_house import WRITERS
from tests.shape.tree import called, files, imported, imports

DECIDED = [f"services/{service}/domain.py" for service in WRITERS]
SHOWN = ["services/overview/family_plan.py", "services/overview/access.py"]
DOCUMENTS = (
    "as_of",
    "case",
    "contact_map",
    "history",
    "informed",
    "meeting_pack",
    "news",
    "read_log",
    "tasks",
    "worklist",
)
BESIDE = [f"services/overview/{name}.py" for name in DOCUMENTS]
OUTSIDE = ("asyncio", "locale", "os", "random", "secrets", "socket", "time", "asyncpg", "grpc", "structlog")
"""Where something could come from that no event says."""
NOT_FROM_EVENTS = ("now", "today", "utcnow", "uuid1", "uuid4", "open", "print", "localize", "strftime")


def reached(name: str) -> Iterator[str]:
    """A file and all that it is made of within the services."""
    waiting, seen = [name], {name}
    while waiting:
        current = waiting.pop()
        yield current
        for module in imported(current):
            file = module.replace(".", "/") + ".py"
            if file.startswith("services/") and file in files() and file not in seen:
                seen.add(file)
                waiting.append(file)


@pytest.mark.parametrize("name", DECIDED)
def test_a_decision_is_made_of_state_and_command(name: str) -> None:
    """Pure `decide(state, command) -> events`, `evolve(state, event) -> state`: time and ids come with the command."""
    assert not [foreign for file in reached(name) for foreign in not_pure(file)]


@pytest.mark.parametrize("name", BESIDE)
def test_a_document_is_made_of_facts_and_the_day_that_it_is_given(name: str) -> None:
    """No clock inside: the same facts and the same day make the same bytes."""
    assert not [foreign for file in reached(name) for foreign in not_pure(file)]


@pytest.mark.parametrize("name", SHOWN)
def test_a_view_is_made_of_the_familys_events(name: str) -> None:
    """The shared plan is a pure function: no clock, no language, nothing outside the family's four streams."""
    parts = list(reached(name))
    assert name != SHOWN[0] or len(parts) > 4
    assert not [foreign for file in parts for foreign in not_pure(file)]


def not_pure(name: str) -> list[str]:
    """What a file takes from elsewhere."""
    foreign = [f"{name}: {package}" for package in OUTSIDE if imports(name, package)]
    calls = [call for call in called(name) if call.rpartition(".")[2] in NOT_FROM_EVENTS]
    return foreign + [f"{name}: {call}" for call in calls if call != "today"]


def test_it_would_be_found() -> None:
    """The rights of overview do look at the clock: for each read, beside the plan."""
    assert "services/overview/rights.py: self.clock.today" in not_pure("services/overview/rights.py")
