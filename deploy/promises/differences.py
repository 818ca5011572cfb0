"""What changed between two versions of what is promised, and whether it breaks whoever reads us or writes to us."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from deploy.promises.promised import Promised
from deploy.promises.schemas import Facts, Shape

_SAME = ("types", "format", "pattern", "const", "default", "x-sealed-of")
_MEANING = ("x-unit", "x-code-system")
_KEEPING = ("x-data-class", "x-special-category")
_NEEDED = "is new and required"
_LEAST, _MOST = ("minimum", "minLength"), ("maximum", "exclusiveMaximum", "maxLength")


@dataclass(frozen=True)
class Difference:
    """Where, and what. `breaks`: somebody out there may fail by it."""

    where: str
    what: str
    breaks: bool = True


def differences(before: Promised, now: Promised) -> list[Difference]:
    """All of them but those of the .proto files, which buf finds."""
    return [
        *_messages(before.told, now.told, "told", _told),
        *(
            replace(each, where=f"{each.where} (to departments)")
            for each in _messages(before.departments, now.departments, "told", _told)
        ),
        *_messages(before.taken, now.taken, "taken in", _taken),
        *_documents(before.documents, now.documents),
        *_channels(before.channels, now.channels),
        *_kept("field number", before.numbers, now.numbers),
        *_kept("view", before.views, now.views),
        *_golden(before.golden, now.golden),
    ]


def _messages(
    before: Mapping[str, Shape], now: Mapping[str, Shape], how: str, compare: Any
) -> Iterator[Difference]:
    for wire, shape in before.items():
        if wire not in now:
            yield Difference(wire, f"is {how} no more")
            continue
        for path in shape:
            if path not in now[wire]:
                yield Difference(f"{wire} {path}", "is gone")
            else:
                old, new = shape[path], now[wire][path]
                yield from (
                    Difference(f"{wire} {path}", *said) for said in (*compare(old, new), *_means(old, new))
                )
        for path in now[wire].keys() - shape.keys():
            inside = any(
                path.startswith((f"{each}.", f"{each}[]")) for each in now[wire].keys() - shape.keys()
            )
            needed = now[wire][path]["required"] and not inside
            yield Difference(f"{wire} {path}", _NEEDED if needed else "is new", needed)
    for wire in now.keys() - before.keys():
        yield Difference(wire, f"is {how} now", breaks=False)


def _documents(before: Mapping[str, Shape], now: Mapping[str, Shape]) -> Iterator[Difference]:
    """What is made anew of events has a new field in every one, also where it must be there: none is stored without it."""
    for each in _messages(before, now, "told", _told):
        yield replace(each, what="is new", breaks=False) if each.what == _NEEDED else each


def _told(old: Facts, new: Facts) -> Iterator[tuple[str, bool]]:
    """What others read stays exactly so: events that are stored can't follow, and a reader expects no more than was said.
    Where codes are open, more may come, and readers know it."""
    if old["required"] != new["required"]:
        yield f"was {_must(old)}, is {_must(new)}", True
    for name in (*_SAME, *_LEAST, *_MOST):
        if old.get(name) != new.get(name):
            yield f"{name} was {old.get(name)}, is {new.get(name)}", True
    yield from _other_codes(old, new, closed=not old.get("open"))


def _taken(old: Facts, new: Facts) -> Iterator[tuple[str, bool]]:
    """What others write stays allowed: less may be asked of them, and more let through, never the other way round."""
    if old["required"] != new["required"]:
        yield f"was {_must(old)}, is {_must(new)}", new["required"]
    for name in _SAME:
        if old.get(name) != new.get(name):
            wider = name == "types" and set(old["types"]) <= set(new["types"])
            freer = name in ("format", "pattern", "const") and name not in new
            yield f"{name} was {old.get(name)}, is {new.get(name)}", not (wider or freer)
    for name in (*_LEAST, *_MOST):
        if old.get(name) != new.get(name):
            yield (
                f"{name} was {old.get(name)}, is {new.get(name)}",
                _tighter(name, old.get(name), new.get(name)),
            )
    yield from _other_codes(old, new, closed=False)
    if "codes" in new and "codes" not in old:
        yield f"may be {_listed(new['codes'])} alone", True


def _tighter(name: str, old: int | None, new: int | None) -> bool:
    if old is None or new is None:
        return new is not None
    return new > old if name in _LEAST else new < old


def _means(old: Facts, new: Facts) -> Iterator[tuple[str, bool]]:
    """Another unit or code system is another meaning; one that is said at last is not. Nothing fails by another data
    class, but whoever keeps the data must look."""
    for name in (*_MEANING, *_KEEPING):
        if old.get(name) != new.get(name):
            breaks = name in _MEANING and name in old
            yield f"{name} was {old.get(name)}, is {new.get(name)}", breaks


def _other_codes(old: Facts, new: Facts, closed: bool) -> Iterator[tuple[str, bool]]:
    was, now = set(old.get("codes", ())), set(new.get("codes", ()))
    if was and now and was - now:
        yield f"may be {_listed(was - now)} no more", True
    if was and now - was:
        yield f"may be {_listed(now - was)} too", closed


def _channels(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    for name, channel in before.items():
        if name not in now:
            yield Difference(f"channel {name}", "is gone")
            continue
        tells = channel["action"] == now[name]["action"] == "send"
        for what in channel.keys() | now[name].keys():
            old, new = channel.get(what), now[name].get(what)
            first_said = tells and old is None  # a reader was promised nothing else
            if what == "messages":
                for wire, key in old.items():
                    if wire not in new:
                        yield Difference(f"{wire} in channel {name}", "stands there no more")
                    elif new[wire] != key:
                        said = f"has the key {new[wire]}, had {key}"
                        yield Difference(f"{wire} in channel {name}", said, not (tells and key is None))
            elif old != new:
                kept_longer = (
                    what.endswith("retention.ms") and old is not None and new is not None and new > old
                )
                yield Difference(
                    f"channel {name}", f"{what} was {old}, is {new}", not (kept_longer or first_said)
                )
    yield from (Difference(f"channel {name}", "is new", breaks=False) for name in now.keys() - before.keys())


def _kept(what: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    """Tables whose entries stay as they are, and may become more."""
    for table, entries in before.items():
        for name, entry in entries.items():
            new = now.get(table, {}).get(name)
            if new is None:
                yield Difference(f"{what} {table}.{name}", "is gone")
            elif new != entry:
                yield Difference(f"{what} {table}.{name}", f"was {entry}, is {new}")


def _golden(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Difference]:
    for name, digest in before.items():
        if now.get(name) != digest:
            yield Difference(name, "was edited" if name in now else "is gone")


def _must(facts: Facts) -> str:
    return "required" if facts["required"] else "optional"


def _listed(codes: Any) -> str:
    return ", ".join(sorted(map(str, codes)))
