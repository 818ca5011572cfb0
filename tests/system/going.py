"""How it goes for the family of the pilot story: a wheel, a deviation, what somebody does, what is measured."""

from tests.system.family import Family

AXES = ("daily-life", "leisure", "health")


def goes(family: Family) -> None:
    """Viggo's wheel is scored by both, school doesn't go as agreed, he plays football, and something is measured."""
    family.do(
        "bent",
        "progress.DefineWheel",
        wheel="@wheel",
        kind="progression",
        person="@viggo",
        axes=[{"axis": f"@axis-{area}", "area": area} for area in AXES],
    )
    for number, (who, by_kind, day, values) in enumerate(
        (
            ("ellen", "citizen", "2025-11-10", (2, 4, 5)),
            ("bent", "professional", "2025-11-10", (3, 3, 5)),
            ("ellen", "citizen", "2025-11-20", (6, 3, 5)),
        )
    ):
        family.do(
            who,
            "progress.ScoreWheel",
            wheel="@wheel",
            scoring=f"@sitting-{number}",
            by_kind=by_kind,
            scores=[
                {"axis": f"@axis-{area}", "value": value} for area, value in zip(AXES, values, strict=True)
            ],
            words="He gets up by himself.",
            scored_on=day,
        )
    family.do(
        "bent",
        "progress.ReportDeviation",
        deviation="@astray",
        goal="@at-school",
        words="Viggo was away for a week.",
        owner="@bent",
        owner_kind="professional",
        due_on="2025-11-25",
    )
    family.do(
        "karin",
        "progress.StartOccupation",
        occupation="@football",
        person="@viggo",
        kind="leisure-activity",
        what="football",
        matches_wish=True,
        started_on="2025-11-12",
    )
    for number, value in enumerate((60, 70)):
        family.do(
            "bent",
            "progress.RecordMeasure",
            measure=f"@attendance-{number}",
            kind="attendance",
            person="@viggo",
            instrument="days-at-school",
            scale_min=0,
            scale_max=100,
            value=value,
            measured_on=f"2025-11-{10 + number}",
        )
    family.do("ellen", "progress.RateTrust", rating="@trust", person="@ellen", value=4, rated_on="2025-11-20")
