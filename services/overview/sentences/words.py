"""The words that fill a sentence: months, what codes mean, and how one speaks of what has no name here."""

from collections.abc import Mapping

from contracts import ids

Both = Mapping[str, str]


def _both(danish: str, english: str) -> Both:
    return {"da": danish, "en": english}


AND = _both("og", "and")
MONTHS: Mapping[str, tuple[str, ...]] = {
    "da": (
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
UNKNOWN: Mapping[type[ids.Id], Both] = {
    ids.Id: _both("en af dem omkring familien", "one of those around the family"),
    ids.PersonId: _both("et medlem af familien", "a member of the family"),
    ids.ProfessionalId: _both("en fagperson", "a professional"),
    ids.SupporterId: _both("en, der støtter familien", "somebody who supports the family"),
    ids.InvitationId: _both("en af de inviterede", "one of those invited"),
    ids.GoalId: _both("et mål", "a goal"),
    ids.FocusAreaId: _both("et fokusområde", "a focus area"),
    ids.InterventionId: _both("en indsats", "an intervention"),
    ids.ActivityId: _both("en aktivitet", "an activity"),
    ids.MeetingId: _both("et møde", "a meeting"),
    ids.AgreementId: _both("en aftale", "an agreed action"),
    ids.AgendaItemId: _both("et punkt", "an item"),
    ids.OfferId: _both("et tilbud", "an offer"),
    ids.WishId: _both("et ønske", "a wish"),
}
WORDS: Mapping[str, Both] = {
    "direct": _both("direkte", "direct"),
    "secondary": _both("sekundær", "secondary"),
    "home": _both("hjemme", "at home"),
    "other": _both("et andet sted", "elsewhere"),
    "activity-site": _both("der, hvor aktiviteten er", "where the activity is"),
    "group": _both("i en gruppe", "in a group"),
    "individual": _both("for sig selv", "by themselves"),
    "office": _both("på kontoret", "at the office"),
    "resource-master": _both("ressourcemester", "resource master"),
    "co-builder": _both("medbygger", "co-builder"),
    "translator": _both("oversætter", "translator"),
    "goals": _both("sine mål", "its goals"),
    "agreements": _both("sine aftaler", "its agreements"),
    "meetings": _both("sine møder", "its meetings"),
    "successes": _both("sine små succeser", "its small successes"),
    "wishes": _both("sine ønsker", "its wishes"),
    "team": _both("teamet", "the team"),
    "coordinator": _both("koordinatoren", "the coordinator"),
    "family": _both("familien", "the family"),
    "self-support": _both("selvforsørgelse", "self-support"),
    "employment": _both("beskæftigelse", "employment"),
    "education": _both("uddannelse", "education"),
    "care": _both("omsorg", "care"),
    "leisure": _both("fritid", "leisure"),
    "health": _both("sundhed", "health"),
    "leisure-activity": _both("fritidsaktivitet", "leisure activity"),
    "leisure-job": _both("fritidsjob", "leisure job"),
    "ordinary-work": _both("ordinært arbejde", "ordinary work"),
    "revalidation": _both("revalidering", "revalidation"),
    "flexjob": _both("fleksjob", "flexjob"),
    "preliminary": _both("foreløbig", "preliminary"),
    "final": _both("endelig", "final"),
    "abandoned": _both("opgivet", "given up"),
    "retired": _both("udgået", "no longer meaningful"),
    "done": _both("gjort", "done"),
    "dropped": _both("droppet", "dropped"),
    "kept": _both("holdt", "kept"),
    "broken": _both("ikke holdt", "not kept"),
    "accepted": _both("ja", "yes"),
    "declined": _both("nej", "no"),
    "start-up": _both("opstartsmøde", "start-up meeting"),
    "network": _both("netværksmøde", "network meeting"),
    "follow-up": _both("opfølgningsmøde", "follow-up meeting"),
    "final-approval": _both("møde om endelig godkendelse", "meeting for final approval"),
    "visitation": _both("visitationsmøde", "visitation meeting"),
    "joint": _both("fælles møde", "joint meeting"),
    "citizen": _both("borgerens", "the citizen's"),
    "professional": _both("fagpersonens", "the professional's"),
}
