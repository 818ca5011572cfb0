"""Nothing is served that the table of ways in doesn't list, and each of its kinds is somebody's to read."""

import re
from collections.abc import Iterable
from typing import Any, cast

import pytest
from fastapi.routing import iter_route_contexts

from contracts.access import MATRIX, Kind, Reader
from contracts.ways import COMMANDS, DOCUMENTS, PAGES, ROUTES, RPCS, VIEWS
from deploy.generate.views import committed
from deploy.platform.sign_in import SignIn
from services.overview import documents, http
from services.overview.settings import Settings
from services.overview.web.provider import Provider
from services.overview.web.site import made
from tests.contracts.served import methods
from tests.web.conftest import issuer, needed, settings, sign_in

__all__ = ["issuer", "needed", "settings", "sign_in"]
KINDS = sorted({*(kind for row in MATRIX for kind in row.kinds)})


class _Nobody:
    """Stands for all that is served by: nothing is asked of it."""

    def __getattr__(self, name: str) -> "_Nobody":
        return self


def addresses(routes: Iterable[Any]) -> set[str]:
    """Methods and paths, as the table writes them. What has neither, a mount or a socket, has to be thought of first."""
    found = set[str]()
    for route in routes:
        path = re.sub(r":(uuid|path)}", "}", route.path)
        found |= {f"{method} {path}" for method in route.methods - {"HEAD"}}
    return found


def test_every_rpc_is_a_command_or_stands_in_the_table() -> None:
    """X-01."""
    served = {each for each in methods() if each.partition("/")[0] not in COMMANDS}
    assert served == set(RPCS)


def test_whatever_is_called_a_command_is_one() -> None:
    """An rpc that answers with more than that it was accepted is a reading."""
    for name in COMMANDS:
        answers = {
            rpc.output_type.full_name for each, rpc in methods().items() if each.partition("/")[0] == name
        }
        assert answers == {"helhed.edge.v1.Accepted"}


def test_every_http_route_stands_in_the_table() -> None:
    """X-01, X-04: streams and lists among them."""
    served = http.app(cast("Any", _Nobody()), cast("Any", _Nobody()))
    assert addresses(iter_route_contexts(served.routes)) == set(ROUTES)


def test_every_page_stands_in_the_table(settings: Settings, sign_in: SignIn) -> None:
    """X-01: what an open page is sent, and the way in, among them."""
    guarded = made(settings, Provider(settings), *cast("Any", [_Nobody()] * 3))
    assert addresses(guarded._app.routes) == set(PAGES)  # type: ignore[attr-defined]


def test_every_sql_view_stands_in_the_table() -> None:
    """That the file of views is what a database has is tried in tests/views."""
    assert set(committed()) == set(VIEWS)


def test_every_document_stands_in_the_table() -> None:
    """A group course is of no family: it has a reading of its own."""
    assert {*documents._MADE, Kind.WORKLIST, Kind.SUMMARY, Kind.GROUP} == set(DOCUMENTS)


def test_every_kind_of_data_has_a_way_in_and_somebody_who_reads_it() -> None:
    """No row of the matrix speaks of what isn't there; no way in gives what nobody may read."""
    given = {kind for ways in (RPCS, ROUTES, PAGES, VIEWS) for kinds in ways.values() for kind in kinds}
    assert given == set(Kind) == set(KINDS)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_gives_dashboards_what_is_theirs_and_nobody_else_s(view: str) -> None:
    """X-01: and no dashboard reads a plan or a document."""
    for kind in VIEWS[view]:
        assert {row.role for row in MATRIX if kind in row.kinds} == {Reader.DASHBOARDS}
    theirs = {kind for row in MATRIX if row.role is Reader.DASHBOARDS for kind in row.kinds}
    assert theirs == {kind for kinds in VIEWS.values() for kind in kinds}
