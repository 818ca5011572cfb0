"""How it goes for the family of the pictures: a wheel, a curve, a deviation, what somebody does, what is measured."""

from collections.abc import Iterator

from deploy.demo.scenario import Step

_AREAS = ("daily-life", "leisure", "health", "family-social", "network", "school")
_SITTINGS = (
    ("ellen", "citizen", "2025-11-05", (2, 4, 5, 3, 3, 4), None),
    ("bent", "professional", "2025-11-05", (3, 3, 5, 4, 3, 3), None),
    ("ellen", "citizen", "2025-11-20", (6, 7, 5, 6, 5, 2), "He gets up by himself now."),
    ("bent", "professional", "2025-11-20", (6, 6, 6, 6, 4, 4), "He asks when football begins."),
)
_DAYS = (("2025-11-03", 3, 4), ("2025-11-07", 4, 4), ("2025-11-12", 5, 4), ("2025-11-19", 6, 4))


def steps() -> Iterator[Step]:
    """Commands in their order, of a family whose plan is approved."""
    axes = [{"axis": f"@{area}", "area": area} for area in _AREAS]
    yield _step("bent", "DefineWheel", wheel="@wheel", kind="progression", person="@viggo", axes=axes)
    for number, (who, by_kind, day, values, words) in enumerate(_SITTINGS):
        scores = [{"axis": f"@{area}", "value": v} for area, v in zip(_AREAS, values, strict=True)]
        said = {"wheel": "@wheel", "scoring": f"@sitting-{number}", "by_kind": by_kind, "scored_on": day}
        yield _step(who, "ScoreWheel", **said, scores=scores, **({"words": words} if words else {}))
    for day, citizen, professional in _DAYS:
        for who, by_kind, value in (("ellen", "citizen", citizen), ("bent", "professional", professional)):
            yield _registered(who, by_kind, value, day)
    yield from _rest()


def _registered(who: str, by_kind: str, value: int, day: str) -> Step:
    return _step(
        who,
        "RegisterProgress",
        registration=f"@{by_kind}-{day}",
        goal="@at-school",
        intervention="@greeter",
        person="@viggo",
        value=value,
        by_kind=by_kind,
        registered_on=day,
    )


def _rest() -> Iterator[Step]:
    yield _step(
        "bent",
        "ReportDeviation",
        deviation="@astray",
        goal="@at-school",
        words="Viggo was at school for one whole day in two weeks. Three were agreed.",
        owner="@bent",
        owner_kind="professional",
        due_on="2025-11-25",
    )
    yield _step(
        "karin",
        "StartOccupation",
        occupation="@football",
        person="@viggo",
        kind="leisure-activity",
        what="football",
        matches_wish=True,
        started_on="2025-11-12",
    )
    for number, value in enumerate((52, 60, 74)):
        yield _step(
            "bent",
            "RecordMeasure",
            measure=f"@attendance-{number}",
            kind="attendance",
            person="@viggo",
            instrument="days-at-school",
            scale_min=0,
            scale_max=100,
            value=value,
            measured_on=f"2025-11-{5 + 7 * number:02}",
        )
    for number, value in enumerate((2, 4)):
        rated = {"rating": f"@trust-{number}", "value": value, "rated_on": f"2025-11-{6 + 14 * number:02}"}
        yield _step("ellen", "RateTrust", person="@ellen", **rated)


def _step(who: str, command: str, **fields: object) -> Step:
    return Step("", who, f"progress.{command}", dict(fields))
