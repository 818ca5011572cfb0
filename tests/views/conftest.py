"""A town that many tests look at, and none changes."""

import asyncio
import secrets
from collections.abc import Iterator

import pytest

from tests.stores.databases import connected
from tests.stores.owned import owned
from tests.views.town import Town, settle


@pytest.fixture(scope="session")
def town(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Twenty generated families and six invented ones, and a role for dashboards."""
    role = f"dashboards_{secrets.token_hex(4)}"
    with asyncio.Runner() as runner:
        making = owned(postgres)
        place = runner.run(making.__aenter__())
        try:
            yield runner.run(settle(place, tmp_path_factory.mktemp("town"), 20, role))
        finally:
            runner.run(_forgotten(place.administrator, role))
            runner.run(making.__aexit__(None, None, None))


async def _forgotten(administrator: str, role: str) -> None:
    async with connected(administrator) as connection:
        await connection.execute(f"drop owned by {role}; drop role {role}")
