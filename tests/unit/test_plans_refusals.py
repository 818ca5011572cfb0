"""Every refusal of plans is said in English and in Danish."""

import ast
from pathlib import Path

import pytest

from services.plans import domain

FOLDER = Path(domain.__file__).parent
REFUSALS = [
    pytest.param(call, id=f"{path.stem}:{call.lineno}")
    for path in sorted(FOLDER.glob("*.py"))
    for call in ast.walk(ast.parse(path.read_text()))
    if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("Refused", "Contradiction")
]


@pytest.mark.parametrize("call", REFUSALS)
def test_a_refusal_speaks_danish_too(call: ast.Call) -> None:
    """A sentence, and not the English one."""
    named = {each.arg: each.value for each in call.keywords}
    danish = named.get("danish", call.args[-1])
    if isinstance(danish, ast.Constant):
        assert str(danish.value).endswith(".")
        assert danish.value != getattr(call.args[1], "value", None)
    else:
        assert isinstance(danish, ast.Attribute), "no Danish sentence"
