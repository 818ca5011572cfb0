"""Group courses: their list, the page of one, and how a family's plan speaks of them."""

WORDS: dict[str, tuple[str, str]] = {
    "groups": ("Dine holdforløb", "Your group courses"),
    "groups-about": (
        "Holdforløb, du leder eller er med i. Vælg et for at se det.",
        "Group courses that you lead or take part in. Choose one to see it.",
    ),
    "groups-noted": (
        "Hver gang du åbner et holdforløb, bliver det noteret.",
        "Each time you open a group course, it is recorded.",
    ),
    "no-groups": ("Du er ikke med i noget holdforløb.", "You are not part of any group course."),
    "group-next": ("Næste gang {moment}", "Next time {moment}"),
    "group-none-ahead": ("Intet gruppemøde er aftalt", "No session is scheduled"),
    "group-you-facilitator": ("Du leder holdet", "You lead the group"),
    "group-you-participant": ("Du er med på holdet", "You take part in the group"),
    "document-group": ("et holdforløb", "a group course"),
    # the head of a group's page
    "group-days": ("Holdet mødes {days}", "The group meets on {days}"),
    "group-term": ("Fra {first} til {last}", "From {first} to {last}"),
    "group-area": ("Område: {area}", "Area: {area}"),
    "group-led-by": ("Ledes af {who}", "Led by {who}"),
    "group-ended": ("Holdforløbet sluttede {day}.", "The group course ended on {day}."),
    "group-taking-part": ("Deltagere nu: {number}", "Participants now: {number}"),
    "group-noted": (
        "Hver gang du åbner siden, bliver det noteret. Andre deltagere kan ikke se, hvem du er.",
        "Each time you open this page, it is recorded. Other participants cannot see who you are.",
    ),
    "group-noted-facilitator": (
        "Hver gang du åbner siden, bliver det noteret. Deltagerne står med det, de selv vil kaldes.",
        "Each time you open this page, it is recorded. Participants are shown by what they want to be called.",
    ),
    # sessions
    "group-ahead": ("Gruppemøder, der kommer", "Sessions ahead"),
    "group-behind": ("Gruppemøder, der har været", "Sessions that were"),
    "group-no-ahead": ("Der er ikke aftalt flere gruppemøder.", "No further sessions are scheduled."),
    "group-no-behind": ("Holdet har ikke holdt møde endnu.", "The group has not met yet."),
    "group-agenda": ("Dagsorden, som gruppen har sat", "Agenda, set by the group"),
    "group-no-agenda": (
        "Gruppen har ikke sat en dagsorden endnu.",
        "The group has not set an agenda yet.",
    ),
    "group-cancelled": ("Aflyst", "Cancelled"),
    "group-not-recorded": ("Ikke noteret endnu", "Not recorded yet"),
    "group-attended": ("{number} kom", "{number} came"),
    "group-attended-corrected": ("{number} kom (rettet)", "{number} came (corrected)"),
    "group-you-came": ("Du var med", "You were there"),
    "group-came": ("Kom: {who}", "Came: {who}"),
    "group-presented": ("Tilbud præsenteret: {titles}", "Offers presented: {titles}"),
    # what the group decides
    "group-proposals": ("Forslag til dagsordenen", "Proposals for the agenda"),
    "group-activities": ("Aktiviteter, gruppen har foreslået", "Activities that the group proposed"),
    "group-no-proposals": ("Ingen har foreslået noget endnu.", "Nobody has proposed anything yet."),
    "group-decides": (
        "Gruppen bestemmer selv, hvad den vil tale om, og hvad den vil gøre sammen.",
        "The group itself decides what it wants to talk about, and what to do together.",
    ),
    "group-yours": ("Dit forslag", "Your proposal"),
    "group-by": ("Foreslået af {who}", "Proposed by {who}"),
    "group-done": ("Gjort {days}", "Done on {days}"),
    "group-not-done": ("Ikke gjort endnu", "Not done yet"),
    # who takes part
    "group-participants": ("Deltagere", "Participants"),
    "group-your-part": ("Din del", "Your part"),
    "group-called": ("I gruppen kaldes du {called}.", "In the group you are called {called}."),
    "group-since": ("Med siden {day}", "Takes part since {day}"),
    "group-until": ("Med fra {first} til {last}", "Took part from {first} to {last}"),
    # in the plan
    "group-courses": ("Holdforløb", "Group courses"),
    "group-course": ("{who}: {title} · {days}", "{who}: {title} · {days}"),
    "group-to-page": ("Se holdet", "See the group"),
    # days of the week
    "on-monday": ("mandag", "Monday"),
    "on-tuesday": ("tirsdag", "Tuesday"),
    "on-wednesday": ("onsdag", "Wednesday"),
    "on-thursday": ("torsdag", "Thursday"),
    "on-friday": ("fredag", "Friday"),
    "on-saturday": ("lørdag", "Saturday"),
    "on-sunday": ("søndag", "Sunday"),
}
