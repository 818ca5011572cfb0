"""What stands around every page, the list of families, and what is said when there is no page to show."""

WORDS: dict[str, tuple[str, str]] = {
    # the frame
    "skip": ("Gå til indhold", "Skip to content"),
    "portal": ("Log ind og sprog", "Sign-in and language"),
    "menu": ("Menu", "Menu"),
    "other-language": ("English", "Dansk"),
    "sign-out": ("Log af", "Log out"),
    "sign-in": ("Log ind", "Log in"),
    "family-plan": ("Familieplan", "Family plan"),
    "duty-phone": ("Vagttelefon {phone}", "On-call {phone}"),
    "families": ("Dine familier", "Your families"),
    "footer-text": (
        "Helhed viser den samme plan til alle, der er tilknyttet familien.",
        "Helhed shows the same plan to everyone who is attached to the family.",
    ),
    "kept-language": (
        "Familiens ord og planens tekst står på det sprog, de er skrevet på.",
        "The family’s words and the text of the plan are shown in the language they were written in.",
    ),
    "and": ("og", "and"),
    "by-date": ("Senest {day}", "By {day}"),
    "forgotten": ("[slettet]", "[erased]"),
    "unknown-person": ("en, der ikke er navngivet her", "somebody who is not named here"),
    "you": ("Dig", "You"),
    "yours": ("Din del", "Your part"),
    # the families
    "no-families": ("Du er ikke tilknyttet nogen familie.", "You are not attached to any family."),
    "no-families-next": (
        "Mener du, at du burde have adgang, så tal med familiens koordinator eller din leder.",
        "If you think you should have access, talk to the family’s coordinator or your manager.",
    ),
    "families-about": (
        "Familier, du er tilknyttet. Vælg en for at se dens plan.",
        "Families you are attached to. Choose one to see its plan.",
    ),
    "families-noted": (
        "Hver gang du åbner en plan, bliver det noteret.",
        "Each time you open a plan, it is recorded.",
    ),
    # when there is no page to show
    "not-yours": ("Du kan ikke se denne side", "You cannot see this page"),
    "not-yours-text": (
        "Enten er du ikke tilknyttet familien, eller også findes siden ikke. Er du blevet tilknyttet lige nu, så prøv igen "
        "om et minut.",
        "Either you are not attached to the family, or the page does not exist. If you were attached just now, try again in "
        "a minute.",
    ),
    "detached": ("Du er ikke længere tilknyttet familien", "You are no longer attached to the family"),
    "detached-text": ("Udskrifter skal makuleres.", "Printed copies must be shredded."),
    "not-yours-now": ("Du kan ikke længere se denne side", "You can no longer see this page"),
    "to-families": ("Til dine familier", "To your families"),
    "signed-out": ("Du er logget af", "You are logged out"),
    "signed-out-text": (
        "Luk browseren, hvis andre bruger samme maskine.",
        "Close the browser if others use the same machine.",
    ),
    "not-taken": ("Det kunne ikke noteres", "That could not be noted"),
    "not-signed-in": ("Du er ikke logget ind", "You are not logged in"),
    "session-over": (
        "Du er logget af, fordi der er gået lang tid",
        "You were logged out because of the time that has passed",
    ),
    "later": ("Siden kan ikke vises lige nu", "The page cannot be shown right now"),
    "later-text": (
        "Prøv igen om et øjeblik. Haster det, så ring til koordinatoren eller vagttelefonen.",
        "Try again in a moment. If it is urgent, call the coordinator or the on-call telephone.",
    ),
    "code": ("Fejlkode: {code}", "Error code: {code}"),
}
