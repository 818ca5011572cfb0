"""The plan: its head, how it stands, wishes, the reader's part, goals and help."""

WORDS: dict[str, tuple[str, str]] = {
    # the head of the plan
    "the-family": ("Familien {name}", "The {name} family"),
    "up-to-date": ("Opdateret {moment}", "Up to date {moment}"),
    "as-of": ("Viser planen fra {moment}", "Shows the plan as of {moment}"),
    "on-its-way": (
        "Der er noget nyt på vej. Det tager som regel få sekunder.",
        "Something new is on its way. It usually takes a few seconds.",
    ),
    "reload": ("Hent siden igen", "Reload the page"),
    "urgent": ("Haster det, så ring til {who}.", "If it is urgent, call {who}."),
    "parked-title": ("Planen mangler noget nyt", "The plan lacks something new"),
    "parked": (
        "Der er kommet ændringer, som vi ikke kan vise endnu. Det, du ser, var rigtigt, før de kom. Driften er i gang. "
        "Spørg {who}, hvad der er nyt.",
        "There are changes that we cannot show yet. What you see was right before they came. Operations are at work. "
        "Ask {who} what is new.",
    ),
    "list-parked-title": ("Her mangler noget nyt: {who}", "Something new is missing here: {who}"),
    "list-as-of": (
        "Alt er med til {moment}. Noget nyere kan mangle.",
        "Everything is here as of {moment}. Something newer may be missing.",
    ),
    "coordinator-or-duty": ("koordinatoren eller vagttelefonen", "the coordinator or the on-call telephone"),
    "check-code": ("Kontrolkode", "Check code"),
    "same-for-all": ("Ser alle det samme som mig?", "Does everyone see what I see?"),
    "same-for-all-text": (
        "Ja. Har en anden den samme kontrolkode på sin skærm, ser I nøjagtigt den samme plan. Læs den op for hinanden i "
        "telefonen. Kun »Din del« og mærkerne »Dig« er dine egne.",
        "Yes. If somebody else has the same check code on their screen, you see exactly the same plan. Read it to each "
        "other on the telephone. Only ‘Your part’ and the marks ‘You’ are your own.",
    ),
    "live-lost": (
        "Forbindelsen er afbrudt. Siden viser planen, som den var {moment}, og opdaterer sig ikke.",
        "The connection is lost. The page shows the plan as it was {moment}, and does not update itself.",
    ),
    "live-behind": (
        "Planen er ændret, siden du åbnede siden.",
        "The plan has changed since you opened the page.",
    ),
    "live-changed": ("Planen er ændret. Siden er opdateret.", "The plan has changed. The page is updated."),
    # how the plan stands
    "status-approved": ("Godkendt {day}", "Approved {day}"),
    "status-preliminary": (
        "Foreløbigt godkendt {day}, udredning venter",
        "Preliminarily approved {day}, assessment is awaited",
    ),
    "status-changed": (
        "Planen er ændret, siden den blev godkendt. Det nye er ikke godkendt endnu",
        "The plan has changed since it was approved. What is new is not approved yet",
    ),
    "status-questioned": ("Der er tvivl om godkendelsen", "The approval is in doubt"),
    "status-closed": ("Planen er afsluttet", "The plan is closed"),
    "status-draft": ("Ikke godkendt endnu", "Not approved yet"),
    "draft-title": ("Planen er ved at blive lavet", "The plan is being made"),
    "draft-meeting": (
        "Familien og teamet mødes {moment}. Når planen er godkendt på mødet, kan du læse den her.",
        "The family and the team meet {moment}. When the plan is approved at the meeting, you can read it here.",
    ),
    "draft-no-meeting": (
        "Når planen er godkendt på et møde, kan du læse den her.",
        "When the plan is approved at a meeting, you can read it here.",
    ),
    "case-closed": ("Sagen er afsluttet.", "The case is closed."),
    "not-approved": ("Ikke godkendt endnu", "Not approved yet"),
    "emergency-until": (
        "Du har nødadgang indtil {moment}.",
        "You are let in in an emergency, until {moment}.",
    ),
    "emergency-told": (
        "Familien og koordinatoren får besked om det, og hver læsning noteres.",
        "The family and the coordinator are told, and each reading is recorded.",
    ),
    # wishes
    "wishes-ranked": ("Det vil familien, i den rækkefølge", "What the family wants, in this order"),
    "wishes": ("Det vil familien", "What the family wants"),
    "no-wishes": (
        "Familien har ikke sagt endnu, hvad den vil.",
        "The family has not said yet what it wants.",
    ),
    "rank": ("Nummer {number}", "Number {number}"),
    "challenge": ("Teamet har spurgt til rækkefølgen", "The team has asked about the order"),
    "challenge-open": ("Familien har ikke svaret endnu.", "The family has not answered yet."),
    "challenge-answered": ("Familien svarer:", "The family answers:"),
    # my part, coordinator
    "nothing-yours": (
        "Der er ikke noget i planen, som er din del lige nu.",
        "Nothing in the plan is your part right now.",
    ),
    "more-yours": ("og {number} mere i planen", "and {number} more in the plan"),
    "your-goal": ("Mål, som du har ansvar for:", "Goal that you own:"),
    "your-agreed-action": ("Aftale, som du har ansvar for:", "Agreement that you own:"),
    "your-activity": ("Det gør du:", "What you do:"),
    "your-contact-request": (
        "Du er bedt om at kontakte familien.",
        "You are asked to contact the family.",
    ),
    "your-own-part": (
        "Du fortæller om din egen del på mødet.",
        "You tell of your own part at the meeting.",
    ),
    "your-registration": ("Det skriver du ned:", "What you write down:"),
    "your-invitation": (
        "Du er inviteret til møde. Svar mangler.",
        "You are invited to a meeting. You have not answered.",
    ),
    "your-follow-up": ("Du er med til næste opfølgning.", "You take part in the next follow-up."),
    "not-your-follow-up": (
        "Du er ikke med til næste opfølgning. Giv {who} besked, hvis mødet skal vide noget.",
        "You do not take part in the next follow-up. Tell {who} if the meeting should know something.",
    ),
    "the-coordinator": ("koordinatoren", "the coordinator"),
    "coordinator": ("Koordinator", "Coordinator"),
    "no-coordinator": ("Ingen er koordinator lige nu.", "Nobody is coordinator right now."),
    "coordinator-next": ("{who} er valgt til at overtage.", "{who} has been chosen to take over."),
    "deputy": ("Stedfortræder {from_day}–{to_day}: {who}", "Deputy {from_day}–{to_day}: {who}"),
    "deputy-open": ("Stedfortræder fra {from_day}: {who}", "Deputy from {from_day}: {who}"),
    "primary-contact": ("Primær kontakt", "Primary contact"),
    "also-primary": ("Er også familiens primære kontakt.", "Is also the family’s primary contact."),
    "next-follow-up": ("Næste opfølgning", "Next follow-up"),
    "no-follow-up": ("Der er ikke aftalt en opfølgning.", "No follow-up is agreed."),
    "follow-up-overdue": ("Opfølgningen er ikke holdt til tiden", "The follow-up was not held in time"),
    "follow-up-late": ("Den skulle senest være {day}", "It should be no later than {day}"),
    # goals
    "agreed": ("Det er aftalt", "What is agreed"),
    "no-goals": ("Der er ingen mål i planen endnu.", "The plan has no goals yet."),
    "focus-area": ("Fokusområde: {title}", "Focus area: {title}"),
    "areas-without-goals": ("Fokusområder uden mål endnu:", "Focus areas without goals yet:"),
    "wording": ("Fagligt: {words}", "In professional terms: {words}"),
    "owner": ("Ansvar: {who}", "Owner: {who}"),
    "help": ("Hjælp til det", "Help with this"),
    "no-help-family": (
        "Familien klarer det selv. Ingen indsats.",
        "The family does this on their own. No intervention.",
    ),
    "no-help": ("Ingen indsats endnu.", "No intervention yet."),
    "help-elsewhere": ("Hjælp, hvis mål ikke står i planen", "Help whose goal is not in the plan"),
    "from-day": ("fra {day}", "from {day}"),
    "from-to": ("fra {day} til {last}", "from {day} to {last}"),
    "your-department": ("Din afdeling", "Your department"),
    "overlaps": ("Lapper over en anden indsats", "Overlaps with another intervention"),
    "goal-open": ("I gang", "Under way"),
    "goal-overdue": ("Over tiden", "Overdue"),
    "goal-achieved": ("Nået", "Achieved"),
    "goal-abandoned": ("Opgivet", "Given up"),
    "goal-retired": ("Ikke længere aktuelt", "No longer relevant"),
    "goal-moved": ("Følger den anden husstand", "Goes with the other household"),
    "activity-open": ("Ikke gjort endnu", "Not done yet"),
    "activity-done": ("Gjort", "Done"),
    "activity-dropped": ("Opgivet", "Given up"),
    "help-added": ("Ikke begyndt", "Not started"),
    "help-started": ("I gang", "Under way"),
    "help-paused": ("På pause", "Paused"),
    "help-ended": ("Afsluttet", "Ended"),
}
