"""Every refusal speaks Danish too, and says in Danish what to do next."""

import ast
from collections.abc import Iterator

from eventkeep.reading import ELSEWHERE
from eventkeep.refused import Refused
from tests.shape.tree import text, tree, written


def test_every_refusal_speaks_danish() -> None:
    """In services its sentence stands beside the English one; the shared package's codes have theirs in a table."""
    assert not [place for place, refusal in _refusals() if not _says(refusal, "danish")]


def test_every_next_step_is_said_in_danish() -> None:
    """A step of its own, one that its caller gives, or the one that the shared package has for the code."""
    assert not [place for place, refusal in _refusals() if not _says(refusal, "danish_next")]


def test_the_coordinator_has_four_names_and_is_one_role() -> None:
    """Q01: whoever looks for one of them finds the role."""
    names = {"tværfaglig koordinator", "familiekoordinator", "tværgående koordinator", "koordinator"}
    said = " ".join(text("docs/words.md").split())
    assert not {name for name in names if name not in said}
    assert "one role with four names" in said


def test_a_step_of_the_table_answers_one_english_step() -> None:
    """Where a code is refused with another step than elsewhere, its Danish stands with it."""
    steps: dict[str, set[str]] = {}
    for _, refusal in _refusals():
        code, step = _code(refusal), _step(refusal)
        if code and isinstance(step, ast.Constant | ast.Name) and _said(refusal, "danish_next") is None:
            steps.setdefault(code, set()).add(ast.unparse(step))
    assert {code: said for code, said in steps.items() if len(said) > 1} == {}


def _refusals() -> Iterator[tuple[str, ast.Call]]:
    for name in (*written("services"), *written("eventkeep")):
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Refused":
                yield f"{name}:{node.lineno}", node


def _says(refusal: ast.Call, what: str) -> bool:
    """Whether it says so: whole sentences, or what its caller gives, or what the package has for its code."""
    match _said(refusal, what):
        case ast.Constant(value=str(text)):
            return text.endswith(".")
        case None:
            return bool(getattr(Refused(_code(refusal), ""), what))
        case _:
            return True


def _said(refusal: ast.Call, what: str) -> ast.expr | None:
    return next((each.value for each in refusal.keywords if each.arg == what), None)


def _step(refusal: ast.Call) -> ast.expr | None:
    """What it says in English to do next."""
    return refusal.args[3] if len(refusal.args) > 3 else _said(refusal, "next_step")


def _code(refusal: ast.Call) -> str:
    match refusal.args:
        case [ast.Constant(value=str(code)), *_]:
            return code
        case [ast.Name(id="ELSEWHERE"), *_]:
            return ELSEWHERE
    return ""
