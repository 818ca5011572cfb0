"""How a row of the targets' table reads: what is needed, the result in a sign and a word, and what may be shown of it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from contracts.progress.targets import TARGETS, Need, Target
from services.overview.outcomes.suppressed import FEW
from services.overview.outcomes.told import TargetStands
from services.overview.web.language import Language

_GROUPS = (
    ("out-children", ("t02", "t03", "t04", "t05", "t06", "t07", "t10")),
    ("out-adults", ("t01", "t11", "t14")),
    ("out-cooperation", ("t08", "t09", "t12", "t24", "t13")),
)
"""By subject, as leaders read."""
_SIGNS = {"met": "full", "not-met": "empty", "running": "half", "not-yet": "half"}
_BY_FAMILY = ("t02", "t03")
"""Shares that are asked for on the mean: of the young people and of their families. Q10."""
_TIMELESS = ("t01", "t13", "t14")


def groups(rows: Sequence[TargetStands], programme: str | None, say: Language) -> list[dict[str, Any]]:
    """The table's rows, by subject."""
    fourteen = next((each for each in rows if each.part == "fourteen"), None)
    shown = [each for each in rows if _is_of(each, programme)]
    return [
        {
            "says": say(key),
            "rows": [
                _row(each, fourteen, say) for target in targets for each in shown if each.target == target
            ],
        }
        for key, targets in _GROUPS
        if any(each.target in targets for each in shown)
    ]


def counts(rows: Sequence[TargetStands], programme: str | None, say: Language) -> list[dict[str, Any]]:
    """How many targets stand how."""
    shown = [each for each in rows if _is_of(each, programme)]
    of = say("out-of-targets", number=len(shown))
    results = [each.result for each in shown]
    running = results.count("running") + results.count("not-yet")
    hidden = results.count(None) + results.count("not-measurable")
    return [
        {"sign": "full", "says": say("out-met"), "number": results.count("met"), "of": of},
        {"sign": "empty", "says": say("out-not-met"), "number": results.count("not-met"), "of": of},
        {"sign": "half", "says": say("out-running"), "number": running, "of": say("out-no-deadline")},
        {"sign": "dash", "says": say("out-too-few"), "number": hidden, "of": of},
    ]


def sentences(rows: Sequence[TargetStands], programme: str | None, say: Language) -> list[str]:
    """Which targets are met, and which are not, by number."""
    said = []
    for result, key in (("met", "out-are-met"), ("not-met", "out-are-not-met")):
        named = [_numbered(each, say) for each in rows if each.result == result and _is_of(each, programme)]
        said += [say(key, targets=say.listed(named))] if named else []
    return said


def _numbered(stands: TargetStands, say: Language) -> str:
    part = f" ({say(f'out-{stands.part}')})" if stands.part else ""
    return stands.target.upper() + part


def _is_of(stands: TargetStands, programme: str | None) -> bool:
    """Whether it is a target of the programme. Q19."""
    return stands.part != "fourteen" and TARGETS[Target(stands.target)].programme in (None, programme)


def _row(stands: TargetStands, fourteen: TargetStands | None, say: Language) -> dict[str, Any]:
    target = TARGETS[Target(stands.target)]
    title = target.danish if say.code == "da" else target.english
    part = f" ({say(f'out-{stands.part}')})" if stands.part else ""
    key = "out-too-few" if stands.result is None else f"out-{stands.result}"
    return {
        "number": stands.target.upper(),
        "title": title + part,
        "notes": list(_notes(stands, fourteen, say)),
        "needed": _needed(stands, say),
        "sign": _SIGNS.get(stands.result or "", "dash"),
        "result": say(key),
        "value": _value(stands, say),
        "bar": _bar(stands, say),
        "not_yet": _or_hidden(stands.not_yet, say),
        "not_measurable": _or_hidden(stands.not_measurable, say),
    }


def _needed(stands: TargetStands, say: Language) -> str:
    match stands.need:
        case Need.SHARE:
            return say("out-all") if stands.needed == 100 else say("out-percent", number=stands.needed)
        case Need.CHANGE:
            return say("out-percent", number=stands.needed)
        case Need.RISE:
            return say("out-better-needed")
        case Need.FALL:
            return say("out-fewer-needed")
        case _:
            return str(stands.needed)


def _value(stands: TargetStands, say: Language) -> str:
    if stands.need == Need.COUNT and stands.met is not None:
        return say(
            "out-share", met=stands.met, decided=stands.needed, percent=_percent(stands.met, stands.needed)
        )
    if stands.need in (Need.SHARE, Need.COUNT) or stands.mean is None:
        return _own_share(stands, say)
    if stands.need == Need.CHANGE:
        return say("out-change", number=number(stands.mean * 100, say, 0))
    return say("out-rise" if stands.need == Need.RISE else "out-fall", number=number(stands.mean, say))


def _own_share(stands: TargetStands, say: Language) -> str:
    return share(stands.met, stands.least, stands.most, stands.decided, stands.percent, say)


def share(
    met: int | None,
    least: int | None,
    most: int | None,
    decided: int | None,
    percent: Decimal | None,
    say: Language,
) -> str:
    """So many of so many; between which numbers it is, or that it is hidden."""
    if decided is None:
        return say("out-hidden")
    if decided == 0:
        return say("out-nobody")
    if met is not None:
        whole = _percent(met, decided) if percent is None else number(percent, say, 0)
        return say("out-share", met=met, decided=decided, percent=whole)
    if most == FEW - 1 and decided >= 2 * FEW - 1:
        return say("out-few-of", decided=decided)
    if least == 1:
        return say("out-some-of", most=most, decided=decided)
    return say("out-at-least-of", least=least, decided=decided)


def _percent(met: int, decided: int) -> str:
    return str(round(100 * met / decided))


def _bar(stands: TargetStands, say: Language) -> dict[str, Any] | None:
    """Its length and where the stroke stands, in per cent; nothing where that can't be said."""
    if stands.need == Need.CHANGE and stands.mean is not None:
        value = stands.mean * 100
    elif stands.need == Need.COUNT and stands.met is not None:
        value = Decimal(100 * stands.met) / stands.needed
    elif stands.need == Need.SHARE and stands.percent is not None:
        value = stands.percent
    else:
        return None
    length = max(0, min(100, round(value)))
    needed = 100 if stands.need == Need.COUNT else min(stands.needed, 100)
    return {"value": length, "needed": needed, "says": say("out-bar-says", value=length, needed=needed)}


def _notes(stands: TargetStands, fourteen: TargetStands | None, say: Language) -> Iterable[str]:
    if stands.need in (Need.CHANGE, Need.RISE, Need.FALL) and stands.decided:
        yield say("out-each", share=_own_share(stands, say))
    if stands.target in _BY_FAMILY and stands.mean_of_families is not None:
        yield say("out-by-family", number=number(stands.mean_of_families * 100, say, 0))
    if stands.mean_before is not None and stands.mean_now is not None:
        key = {"t12": "out-secondary", "t24": "out-direct"}.get(stands.target, "out-before-now")
        yield say(key, before=number(stands.mean_before, say), now=number(stands.mean_now, say))
    if stands.target == "t10" and fourteen is not None:
        yield say("out-fourteen", share=_own_share(fourteen, say))
    if stands.target in _TIMELESS:
        yield say("out-no-date")


def _or_hidden(number: int | None, say: Language) -> str:
    return say("out-hidden") if number is None else str(number)


def number(value: Decimal | None, say: Language, places: int = 1) -> str:
    """A number with so many places at the most, as the language writes it; a dash where there is none."""
    if value is None:
        return "–"
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = "0" if text == "-0" else text.replace("-", "−")
    return text.replace(".", ",") if say.code == "da" else text
