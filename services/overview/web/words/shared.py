"""The page of what a family shares with somebody who stands by it."""

WORDS: dict[str, tuple[str, str]] = {
    "page-shared": ("Delt med dig", "Shared with you"),
    "document-shared": ("det, familien deler", "what the family shares"),
    "shared-about": (
        "Her står det, familien har valgt at dele med dig. Resten af planen kan du ikke se.",
        "This is what the family has chosen to share with you. You do not see the rest of the plan.",
    ),
    "shared-noted": (
        "Hver gang du åbner siden, bliver det noteret, så familien kan se det.",
        "Each time you open this page, it is recorded, so that the family can see it.",
    ),
    "shared-nothing": ("Her er ikke noget endnu.", "There is nothing here yet."),
    "shared-behind": (
        "Det, familien deler med dig, er ændret, siden du åbnede siden.",
        "What the family shares with you has changed since you opened the page.",
    ),
    "shared-less": ("Familien deler noget andet med dig nu", "The family shares something else with you now"),
    "shared-over": (
        "Familien deler ikke længere noget med dig",
        "The family no longer shares anything with you",
    ),
    "shared-over-text": ("Udskrifter skal makuleres.", "Printed copies must be shredded."),
    "shared-families": (
        "Familier, der deler noget med dig. Vælg en for at se det.",
        "Families that share something with you. Choose one to see it.",
    ),
    "document-shared-summary": (
        "listen over familier, der deler noget",
        "the list of families that share something",
    ),
    "shared-what": ("Deler med dig: {what}", "Shares with you: {what}"),
    # the sections
    "shared-goals": ("Familiens mål", "The family’s goals"),
    "shared-agreements": ("Aftaler", "What was agreed"),
    "shared-meetings": ("Møder", "Meetings"),
    "shared-successes": ("Små succeser", "Small successes"),
    "shared-wishes": ("Ønsker", "Wishes"),
    # what became of an agreement
    "shared-is-open": ("Ikke gjort endnu", "Not done yet"),
    "shared-is-kept": ("Holdt", "Kept"),
    "shared-is-broken": ("Blev ikke til noget", "It did not come about"),
    "shared-is-done": ("Gjort", "Done"),
    "shared-is-dropped": ("Opgivet", "Given up"),
    # one's own invitation
    "shared-invited-open": ("Du er inviteret", "You are invited"),
    "shared-invited-accepted": ("Du har sagt ja", "You said yes"),
    "shared-invited-declined": ("Du har sagt nej", "You said no"),
    # how the family and those who coordinate see it
    "case-shared": ("Delt med dem, der støtter familien", "Shared with those who stand by the family"),
    "case-shared-with": (
        "{who} får vist: {what}. Det har {by} bestemt.",
        "{who} is shown: {what}. {by} decided it.",
    ),
}
