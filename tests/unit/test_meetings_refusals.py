"""What meetings, progress and overview refuse is said in two languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import services
from eventkeep.refused import Refused

HERE = Path(next(iter(services.__path__)))


def refusals() -> Iterator[tuple[str, ast.Call]]:
    """Each refusal, where it stands."""
    for service in ("meetings", "progress", "overview"):
        for path in sorted((HERE / service).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                    yield f"{service}/{path.name}:{node.lineno}", node


REFUSALS = dict(refusals())


@pytest.mark.parametrize("place", REFUSALS)
def test_a_refusal_speaks_danish_too(place: str) -> None:
    """R05: whoever uses it reads Danish. What the package refuses everywhere, it says itself."""
    call = REFUSALS[place]
    said = {each.arg: each.value for each in call.keywords}
    code, sentence = (ast.literal_eval(each) for each in call.args[:2])
    danish = ast.literal_eval(said["danish"]) if "danish" in said else Refused(code, sentence).danish
    assert danish.endswith(".")
    assert danish != sentence
