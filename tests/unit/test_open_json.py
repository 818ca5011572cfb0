"""Opening sealed text in JSON bytes gives what opening it in the document gives, byte for byte. X-05."""

from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkeep.canonical import canonical, hash_of, state_hash
from eventkeep.keys import FileKeys
from eventkeep.sealing import FORGOTTEN, open_all, open_json, seal

ANNA, BO = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
HARD = st.sampled_from(['"', "\\", '\\"', 'sealed.1.x"', '"sealed.1.', "sealed.1." + 100 * "a" + ".b.c.d.e"])
PLAIN = TEXTS | HARD | st.none() | st.booleans() | st.integers(-(2**40), 2**40)


@st.composite
def documents(draw: st.DrawFn) -> object:
    """Any document; `!` and `?` before a text stand for its being Anna's or Bo's, sealed."""
    leaves = PLAIN | (TEXTS | HARD).map(lambda text: "!" + text) | TEXTS.map(lambda text: "?" + text)
    names = st.text("abc", max_size=3)
    return draw(
        st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(names, inner), max_leaves=12)
    )


def sealed(node: object, keys: dict[str, bytes]) -> object:
    """The document with its marked texts sealed."""
    if isinstance(node, str) and node[:1] in ("!", "?"):
        subject = ANNA if node[0] == "!" else BO
        return seal(keys[subject], subject, "00000000-0000-4000-8000-000000000001", "words", node[1:])
    if isinstance(node, dict):
        return {name: sealed(value, keys) for name, value in node.items()}
    return [sealed(value, keys) for value in node] if isinstance(node, list) else node


@given(document=documents(), forgotten=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_both_ways_of_opening_agree(tmp_path: Path, document: object, forgotten: bool) -> None:
    keys = FileKeys(tmp_path / str(forgotten))
    if forgotten:
        await keys.forget(BO)
    made = await keys.make([ANNA])
    shown = sealed(document, {ANNA: made[ANNA], BO: bytes(32) if forgotten else (await keys.make([BO]))[BO]})
    [opened] = await open_all(keys, [shown])
    found = await open_json(keys, canonical(shown))
    assert found == canonical(opened)
    assert hash_of(1, found) == state_hash(1, opened)


async def test_a_forgotten_persons_words_stay_closed(tmp_path: Path) -> None:
    keys = FileKeys(tmp_path)
    words = seal((await keys.make([ANNA]))[ANNA], ANNA, BO, "words", "I go by bus")
    await keys.forget(ANNA)
    assert orjson.loads(await open_json(keys, orjson.dumps({"words": words}))) == {"words": FORGOTTEN}


@pytest.mark.parametrize("name", ["sealed.1.a", "words"])
async def test_names_are_left_alone(tmp_path: Path, name: str) -> None:
    keys = FileKeys(tmp_path)
    document = orjson.dumps({name: "plain"})
    assert await open_json(keys, document) == document
