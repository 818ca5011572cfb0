"""The page of what the case rests on."""

WORDS: dict[str, tuple[str, str]] = {
    "page-case": ("Grundlaget", "What it rests on"),
    "case-about-page": (
        "Her står, hvad samarbejdet hviler på. Kun familien selv og de, der koordinerer eller afgør sagen, kan se det.",
        "This is what the cooperation rests on. Only the family and those who coordinate or decide in the case see it.",
    ),
    "case-nothing": ("Intet er skrevet her.", "Nothing is recorded here."),
    "case-what": ("Hvad", "What"),
    "case-when": ("Hvornår", "When"),
    # how the family came in
    "case-way": ("Vejen ind", "The way in"),
    "case-referred": ("Henvist fra: {source}.", "Referred by: {source}."),
    "case-offered": ("Familien fik modellen tilbudt.", "The family was offered the model."),
    "case-accepted": ("Familien tog imod tilbuddet.", "The family accepted the offer."),
    "case-declined": ("Familien takkede nej.", "The family declined."),
    "case-admitted": ("Optaget i programmet {programme}.", "Admitted to the programme {programme}."),
    "case-not-admitted": (
        "Ikke optaget i programmet {programme}: {reason}.",
        "Not admitted to the programme {programme}: {reason}.",
    ),
    # the target group
    "case-eligibility": ("Målgruppen", "The target group"),
    "case-eligible": ("Familien er i målgruppen: {reason}.", "The family is in the target group: {reason}."),
    "case-not-eligible": (
        "Familien er ikke i målgruppen: {reason}.",
        "The family is not in the target group: {reason}.",
    ),
    "case-unemployed": ("Uden arbejde siden {day}.", "Without work since {day}."),
    "case-group": ("Gruppe: {group}.", "Group: {group}."),
    # paragraphs
    "case-bases": ("Paragrafferne", "The legal bases"),
    "case-since": ("fra {day}", "from {day}"),
    "case-term": ("fra {first} til {last}", "from {first} to {last}"),
    # consents
    "case-consents": ("Samtykker", "Consents"),
    "case-consent": (
        "{by} har sagt ja til, at {to} får at vide: {what}. Formål: {purpose}.",
        "{by} agreed that {to} is told of: {what}. Purpose: {purpose}.",
    ),
    "case-parent-elsewhere": ("en forælder i et andet hjem", "a parent in another home"),
    "case-about": ("Det handler om {who}.", "It is about {who}."),
    "case-withdrawn": ("Trukket tilbage {day}.", "Taken back {day}."),
    # emergencies
    "case-emergency": ("Nødadgang", "Emergency access"),
    "case-emergency-access": (
        "{who} så planen uden at være tilknyttet, indtil {until}: {why}",
        "{who} saw the plan without being attached, until {until}: {why}",
    ),
    # the health service
    "case-health": ("Spurgt i sundhedsvæsenet", "Asked of the health service"),
    "case-consulted": (
        "{who} er spurgt, om der er brug for helbredsoplysninger om {about}.",
        "{who} was asked whether health data about {about} is needed.",
    ),
    "case-needed": ("Det er der.", "It is."),
    "case-not-needed": ("Det er der ikke.", "It is not."),
    "case-statement": (
        "Der er bedt om en udtalelse om {about}. Formål: {purpose}.",
        "A statement about {about} was asked for. Purpose: {purpose}.",
    ),
    "case-statement-awaited": ("Den er ikke kommet endnu.", "It has not come yet."),
    "case-statement-received": ("Den er kommet.", "It has come."),
    "case-statement-refused": ("Den blev afslået.", "It was refused."),
}
