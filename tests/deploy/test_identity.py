"""A local installation's secrets and databases: made once, kept, and each service has its own."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest

from deploy.platform import databases, identity
from deploy.platform.issuer import AUDIENCE, ISSUER
from eventkeep.edge.caller import CallerTokens
from eventkeep.settings import Callers


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    identity.make(tmp_path)
    first = _files(tmp_path)
    identity.make(tmp_path, "elsewhere:5432")
    assert _files(tmp_path) == first


def test_what_is_missing_is_made(tmp_path: Path) -> None:
    identity.make(tmp_path)
    first = _files(tmp_path)
    (tmp_path / "plans" / "service-token").unlink()
    identity.make(tmp_path)
    second = _files(tmp_path)
    assert {*second} == {*first}
    assert {name for name in first if first[name] != second[name]} <= {"plans/service-token"}


def test_others_cannot_read_it(tmp_path: Path) -> None:
    identity.make(tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.stat().st_mode & 0o007]


def test_its_tokens_are_believed_by_its_public_key(tmp_path: Path) -> None:
    identity.make(tmp_path)
    settings = Callers(jwt_issuer=ISSUER, jwt_audience=AUDIENCE, jwt_jwks_file=tmp_path / "jwks.json")
    callers = CallerTokens(settings)
    for token in (
        (tmp_path / "plans" / "service-token").read_text(),
        identity.KeptIssuer(tmp_path).token("service", "6f1c0b1e-6f6e-4c55-9d3b-0f3a51d4a001"),
    ):
        assert callers.caller(f"Bearer {token}").kind == "service"


@dataclass(frozen=True)
class Renamed:
    """Services under names of this test alone, since the server is shared."""

    services: tuple[str, ...]


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> Renamed:
    found = Renamed(("test_identity_plans", "test_identity_contacts"))
    monkeypatch.setattr(identity, "SERVICES", found.services)
    monkeypatch.setattr(databases, "SERVICES", found.services)
    monkeypatch.setattr(databases, "DASHBOARDS", "test_identity_dashboards")
    return found


async def test_a_role_has_its_own_database_and_no_other(
    tmp_path: Path, postgres: str, renamed: Renamed
) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "dsn").write_text(postgres)
    identity.make(tmp_path)
    own, other = renamed.services
    try:
        await databases.make(tmp_path)
        await databases.make(tmp_path)
        dsn = (tmp_path / own / "postgres-dsn").read_text()
        connection = await asyncpg.connect(dsn)
        assert await connection.fetchval("select current_user || ' ' || current_database()") == f"{own} {own}"
        await connection.execute("create table own (n int)")
        assert not await connection.fetchval(
            "select rolcanlogin from pg_roles where rolname = 'test_identity_dashboards'"
        )
        await connection.close()
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await asyncpg.connect(urlsplit(dsn)._replace(path=f"/{other}").geturl())
    finally:
        administrator = await asyncpg.connect(postgres)
        for service in renamed.services:
            await administrator.execute(f"drop database if exists {service} with (force)")
            await administrator.execute(f"drop role if exists {service}")
        await administrator.execute("drop role if exists test_identity_dashboards")
        await administrator.close()
