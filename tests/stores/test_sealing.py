"""Personal text is sealed per person, opens with its key alone and in its place, and can be forgotten."""

import asyncio
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkeep.keys import FileKeys
from eventkeep.sealing import FORGOTTEN, Tampered, open_all, opened, seal, subject_of

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
ANNA, BO = "10000000-0000-4000-8000-000000000001", "10000000-0000-4000-8000-000000000002"
EVENT, OTHER_EVENT = "20000000-0000-4000-8000-000000000001", "20000000-0000-4000-8000-000000000002"
PATHS = st.sampled_from(["name", "members/0/name", "a.b"])


@given(st.text(), PATHS)
def test_a_sealed_text_opens_with_its_key(text: str, path: str) -> None:
    """It is text itself, says whose it is, and nothing of what it says."""
    sealed = seal(KEY, ANNA, EVENT, path, text)
    assert opened(KEY, sealed) == text
    assert subject_of(sealed) == ANNA
    assert sealed.isascii()


def test_the_same_text_is_sealed_anew_each_time() -> None:
    """Nobody can tell that two people said the same."""
    assert seal(KEY, ANNA, EVENT, "name", "Anna") != seal(KEY, ANNA, EVENT, "name", "Anna")


@pytest.mark.parametrize(
    ("part", "other"), [(ANNA, BO), (EVENT, OTHER_EVENT), ("members/0/name", "members/1/name")]
)
def test_a_sealed_text_said_to_stand_elsewhere_does_not_open(part: str, other: str) -> None:
    """Subject, event and path are authenticated with it."""
    moved = seal(KEY, ANNA, EVENT, "members/0/name", "Anna").replace(part, other)
    with pytest.raises(Tampered):
        opened(KEY, moved)


def test_a_sealed_text_does_not_open_with_another_key() -> None:
    """Each person has a key."""
    with pytest.raises(Tampered) as caught:
        opened(OTHER_KEY, seal(KEY, ANNA, EVENT, "name", "Anna's words"))
    assert "words" not in str(caught.value)


@given(st.data())
def test_a_sealed_text_that_was_changed_does_not_open(data: st.DataObject) -> None:
    """Whatever is changed in it: it is Tampered, or opens to the same."""
    sealed = seal(KEY, ANNA, EVENT, "name", "Anna")
    at = data.draw(st.integers(len("sealed.1."), len(sealed) - 1))
    changed = sealed[:at] + data.draw(st.sampled_from(["", "A", "b", "-", "=", ".", "ø"])) + sealed[at + 1 :]
    with suppress(Tampered):
        assert opened(KEY, changed) == "Anna"


def test_without_its_key_it_says_that_it_is_forgotten() -> None:
    """Words that say so, and no error."""
    assert opened(None, seal(KEY, ANNA, EVENT, "name", "Anna")) == FORGOTTEN == "[forgotten]"


@given(st.text())
def test_what_is_not_sealed_is_nobodys(text: str) -> None:
    """Clear text stays as it is."""
    assert subject_of(text) is None


@pytest.mark.parametrize("text", ["sealed.1.", "sealed.1.a.b.c.d", "sealed.1." + "x" * 200, "." * 200])
def test_what_only_looks_sealed_is_nobodys(text: str) -> None:
    """A code that somebody chose is not taken for a sealed text."""
    assert subject_of(text) is None


async def test_whole_documents_are_opened_with_one_look(tmp_path: Path) -> None:
    """Every sealed text in them, however deep; the rest is left as it is."""
    keys = FileKeys(tmp_path, ttl=0)
    made = await keys.make([ANNA, BO])
    anna, bo = (seal(made[who], who, EVENT, "name", f"words of {who}") for who in (ANNA, BO))
    documents = [{"members": [{"name": anna}, {"name": bo, "age": 3}], "plain": "x"}, [anna, None, True], bo]
    assert await open_all(keys, documents) == [
        {"members": [{"name": f"words of {ANNA}"}, {"name": f"words of {BO}", "age": 3}], "plain": "x"},
        [f"words of {ANNA}", None, True],
        f"words of {BO}",
    ]
    assert documents[2] == bo
    await keys.forget(ANNA)
    assert (await open_all(keys, documents))[1:] == [[FORGOTTEN, None, True], f"words of {BO}"]
    assert (await open_all(keys, documents))[0]["members"][0] == {"name": FORGOTTEN}


async def test_text_that_a_person_wrote_like_a_sealed_one_stays_as_it_was(tmp_path: Path) -> None:
    """What comes out of a sealed text is a person's words, and not looked into again."""
    keys = FileKeys(tmp_path, ttl=0)
    made = await keys.make([ANNA, BO])
    secret = seal(made[BO], BO, EVENT, "name", "words of Bo")
    quoted = seal(made[ANNA], ANNA, EVENT, "words", secret)
    assert await open_all(keys, [quoted]) == [secret]


async def test_forgetting_while_others_read_never_fails(tmp_path: Path) -> None:
    """Readers see the words or that they are forgotten, nothing else."""
    keys = FileKeys(tmp_path, ttl=0)
    people = [str(uuid4()) for _ in range(10)]
    made = await keys.make(people)
    documents = [seal(made[who], who, EVENT, "name", "words") for who in people]
    seen: list[str] = []

    async def read() -> None:
        while FORGOTTEN not in seen[-1:]:
            seen.extend(await open_all(FileKeys(tmp_path, ttl=0), documents))
            await asyncio.sleep(0)

    async def forget() -> None:
        for who in people:
            await keys.forget(who)
            await asyncio.sleep(0)

    async with asyncio.timeout(10):
        await asyncio.gather(read(), read(), forget())
    assert set(seen) == {"words", FORGOTTEN}
