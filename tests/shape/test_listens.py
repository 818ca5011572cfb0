"""Who listens to whom is enough: nothing is shown or decided upon without a cause that could be seen."""

from collections.abc import Mapping, Set

import pytest

from eventkeep.streams import FAMILY
from eventkeep.view import View
from services.cli.at import VIEWS
from services.words import LISTENS, VOCABULARIES
from tests.shape.tree import text

Table = Mapping[str, Set[str]]


def unheard(listens: Table, writers: Set[str]) -> list[str]:
    """Where a service hears somebody but not those whom that one builds upon."""
    return [
        f"{service} hears {teller}, which builds upon {', '.join(sorted(missing))}"
        for service, tellers in listens.items()
        for teller in sorted(tellers & writers)
        if (missing := listens[teller] - tellers - {service})
    ]


def test_whoever_hears_a_service_hears_those_it_builds_upon() -> None:
    assert unheard(LISTENS, set(VOCABULARIES)) == []


@pytest.mark.parametrize(
    "bad",
    [
        {"contacts": {"plans"}, "plans": {"contacts", "meetings"}, "meetings": {"contacts", "plans"}},
        {"contacts": set(), "meetings": {"contacts"}, "overview": {"meetings"}},
        {"contacts": {"progress"}, "progress": {"plans"}, "plans": set()},
    ],
)
def test_a_table_that_is_not_enough_is_found(bad: Table) -> None:
    assert unheard(bad, set(bad)) != []


@pytest.mark.parametrize(("service", "view"), [(s, view) for s, views in VIEWS.items() for view in views])
def test_views_fold_what_their_service_hears(service: str, view: View) -> None:
    """A cause of a service that a view leaves out would not be waited for. Streams that aren't families' have no causes
    but their own."""
    assert view.services <= LISTENS[service]
    if view.waits_for_causes and view.kind == FAMILY:
        assert unheard({**LISTENS, service: view.services}, set(VOCABULARIES)) == []


def test_every_service_stands_in_the_table() -> None:
    assert set(LISTENS) == set(VIEWS) == {*VOCABULARIES, "overview"}
    for service in LISTENS:
        assert f'LISTENS["{service}"]' in text(f"services/{service}/main.py")
