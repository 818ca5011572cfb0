"""Keys as files that several processes share: one key a person, and none any more once forgotten."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from eventkeep.keys import FileKeys, KeyForgotten
from tests.stores.databases import until

ROOT = Path(__file__).parents[2]
ANNA, BO = "10000000-0000-4000-8000-000000000001", "10000000-0000-4000-8000-000000000002"
MAKE = """
import asyncio, sys
from pathlib import Path
from eventkeep.keys import FileKeys
sys.stdin.read()
made = asyncio.run(FileKeys(Path(sys.argv[1])).make(sys.argv[2:]))
print(*(made[who].hex() for who in sys.argv[2:]))
"""


def lying(folder: Path) -> dict[str, bytes]:
    """What lies in the folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the keys lie."""
    return tmp_path / "keys"


async def test_a_key_is_made_once_and_found_again(folder: Path) -> None:
    """32 bytes, another for each."""
    keys = FileKeys(folder)
    made = await keys.make([ANNA, BO])
    assert {len(key) for key in made.values()} == {32}
    assert made[ANNA] != made[BO]
    assert await keys.make([ANNA]) == {ANNA: made[ANNA]}
    stranger = str(uuid4())
    assert await FileKeys(folder).find([ANNA, BO, stranger]) == {**made, stranger: None}


def test_processes_that_share_a_folder_make_one_key(folder: Path) -> None:
    """Also the key that wraps the others: whoever comes first."""
    people = [str(uuid4()) for _ in range(20)]
    command = [sys.executable, "-c", MAKE, str(folder), *people]
    pipe = subprocess.PIPE
    makers = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) for _ in range(3)]
    for maker in makers:
        assert maker.stdin
        maker.stdin.close()
        maker.stdin = None
    made = {maker.communicate(timeout=60)[0] for maker in makers}
    assert len(made) == 1
    assert len(made.pop().split()) == 20


async def test_forgotten_stays_forgotten(folder: Path) -> None:
    """Forgetting a person destroys the key: for this process, the next, and for good."""
    keys, other = FileKeys(folder, ttl=0), FileKeys(folder, ttl=0)
    await keys.make([ANNA, BO])
    await keys.forget(ANNA)
    await keys.forget(ANNA)
    for each in (keys, other, FileKeys(folder)):
        assert (await each.find([ANNA]))[ANNA] is None
        with pytest.raises(KeyForgotten):
            await each.make([BO, ANNA])
    assert not any(content for name, content in lying(folder).items() if name.startswith(ANNA))


async def test_who_never_had_a_key_can_be_forgotten(folder: Path) -> None:
    """It stays so."""
    keys = FileKeys(folder)
    await keys.forget(ANNA)
    with pytest.raises(KeyForgotten):
        await keys.make([ANNA])


async def test_another_process_notices_within_the_time_to_live(folder: Path) -> None:
    """Found keys are remembered for `ttl` seconds, no longer."""
    keys, other = FileKeys(folder), FileKeys(folder, ttl=0.3)
    await keys.make([ANNA])
    await other.find([ANNA])
    await keys.forget(ANNA)

    async def gone() -> bool:
        return (await other.find([ANNA]))[ANNA] is None

    await until(gone)


def test_forgetting_and_making_at_once_leaves_no_key(folder: Path) -> None:
    """Whoever comes first: forgotten is forgotten."""
    people = [str(uuid4()) for _ in range(100)]

    def make() -> Sequence[str]:
        keys, made = FileKeys(folder, ttl=0), []
        for who in people:
            try:
                asyncio.run(keys.make([who]))
                made.append(who)
            except KeyForgotten:
                pass
        return made

    def forget() -> None:
        keys = FileKeys(folder, ttl=0)
        for who in people:
            asyncio.run(keys.forget(who))

    with ThreadPoolExecutor(3) as threads:
        working: list[Future[object]] = [threads.submit(each) for each in (make, forget, make)]
        for each in working:
            each.result()
    found = asyncio.run(FileKeys(folder).find(people))
    assert set(found.values()) == {None}
    assert not list(folder.glob("*-*.key"))


async def test_keys_lie_wrapped(folder: Path) -> None:
    """What lies in the folder opens nothing without the wrapping key."""
    made = await FileKeys(folder).make([ANNA])
    assert made[ANNA] not in b"".join(lying(folder).values())
    assert (folder / "wrapping.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("subject", ["", "../anna", "a/b", "a.b", "a\0b"])
async def test_a_subject_is_an_id(folder: Path, subject: str) -> None:
    """Nothing leads out of the folder."""
    with pytest.raises(ValueError, match="is an id"):
        await FileKeys(folder).make([subject])
