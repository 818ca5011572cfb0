"""How it goes: the page of progress."""

WORDS: dict[str, tuple[str, str]] = {
    "progress-none": ("Der er ikke skrevet noget op endnu.", "Nothing is recorded yet."),
    "progress-wheel": (
        "Hjulet: hvor målene var, og hvor de er nu",
        "The wheel: where the goals were and where they are now",
    ),
    "progress-wheel-text": (
        "De samme tal står i tabellen nedenfor.",
        "The same numbers are in the table below.",
    ),
    "progress-how-to-read": (
        "Hvert felt er et mål. Den første halvdel er personens eget tal, den anden den professionelles. Buen er det "
        "første tal.",
        "Each sector is a goal. Its first half is the person’s own score, the second the professional’s. The arc is the "
        "first score.",
    ),
    "progress-apart": ("Her ser I forskelligt på det", "Here you see it differently"),
    "progress-apart-text": ("Det er værd at tale om.", "That is worth a talk."),
    "progress-numbers": ("Tallene", "The numbers"),
    "progress-scale": (
        "Fra 0 til 10. Først det første tal, så det nyeste.",
        "From 0 to 10. The first score, then the latest.",
    ),
    "progress-goal": ("mål", "goal"),
    "progress-whose": ("hvem", "whose"),
    "progress-citizen": ("personen selv", "the person"),
    "progress-professional": ("den professionelle", "the professional"),
    "progress-not-set": ("ikke sat endnu", "not set yet"),
    "goal-unknown": ("et mål, der ikke er i planen", "a goal that is not in the plan"),
    "progress-baselines": ("Udgangspunktet", "Where it started"),
    "progress-baseline": (
        "{value} af {least}–{most}, {instrument}",
        "{value} of {least}–{most}, {instrument}",
    ),
    "progress-successes": ("Små succeser", "Small successes"),
    "progress-curve": ("Kurve for {goal}, fra {first} til {last}", "Curve of {goal}, from {first} to {last}"),
    "progress-all-numbers": ("Alle tal", "All numbers"),
    "progress-whose-view": ("Hvis tal", "Whose score"),
    "progress-score": ("Tal", "Score"),
    "progress-note": ("Note", "Note"),
}
