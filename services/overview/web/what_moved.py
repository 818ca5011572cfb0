"""The sentences that say what moved: how many went forward, what went back in whose view, what is new. INV-59, M06."""

from collections.abc import Sequence

from services.overview.web.language import Language
from services.overview.web.scores import Line


def sentences(lines: Sequence[Line], things: str, say: Language) -> list[str]:
    """Of lines that are all `goals`, `sub-goals` or `areas`. What went back is named, as plainly as what went forward."""
    scored = [line for line in lines if line.views]
    if not scored:
        return []
    forward = sum(line.forward for line in scored)
    told = [_forward(forward, things, say)] if forward else []
    told += [_back(line, say) for line in scored if line.back]
    new = [_name(line) for line in scored if line.new]
    told += [say("went-new", names=say.listed(new))] if new else []
    if not told:
        first = all(scores.first is None for line in scored for _, scores in line.views)
        told = [say("went-first" if first else "went-nowhere")]
    return told


def _forward(number: int, things: str, say: Language) -> str:
    words = say("small-numbers").split()
    counted = words[number - 1] if number <= len(words) else str(number)
    key = "went-forward-one" if number == 1 else "went-forward"
    return say(
        key, number=counted.capitalize(), things=say(f"things-{things}-{'one' if number == 1 else 'many'}")
    )


def _back(line: Line, say: Language) -> str:
    both = {"citizen": line.who, "professional": say("progress-professional")}
    key = "went-back" if len(line.back) == 1 else "went-back-for-both"
    return say(key, name=_name(line), who=say.listed(both[view] for view in line.back))


def _name(line: Line) -> str:
    return f"{line.number} »{line.name.rstrip('.')}«" if line.own else line.name
