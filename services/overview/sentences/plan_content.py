"""What plans tells of the plan itself, in sentences: wishes, focus areas, challenges, how it was agreed, findings."""

from contracts.plans import events as said
from contracts.shapes import Event
from services.overview.sentences.telling import Part, Sentence, Telling


def _of(danish: str, english: str) -> Sentence:
    return Sentence(Part.PLAN, danish, english)


def _part(event: said.PlanPartWritten) -> Sentence:
    if event.words is None:
        return _of("{person} har ingen del i planen for nu.", "{person} has no part of the plan for now.")
    return _of("{person} har skrevet sin del af planen.", "{person} wrote a part of the plan.")


def _line(event: said.LeisureLineWritten) -> Sentence:
    activity = event.line is said.LeisureLine.ACTIVITY
    if event.words is None:
        none = "ingen" if activity else "intet"
        return _of(f"{{person}} har {none} {{line}} for nu.", "{person} has no {line} for now.")
    one = "en" if activity else "et"
    return _of(f"{{person}} har {one} {{line}} i planen.", "{person} has a {line} in the plan.")


def _answer(event: said.RealityChallengeAnswered) -> Sentence:
    if event.priority_stands:
        return _of("Familien holder fast i sin rækkefølge: »{words}«", "The family's order stands: “{words}”")
    return _of("Familien vil sætte en anden rækkefølge: »{words}«", "The family will set another: “{words}”")


TOLD: dict[type[Event], Telling] = {
    said.PlanDrafted: _of("Familien har fået en familieplan.", "The family has a family plan."),
    said.PlanClosed: _of("Planen er afsluttet.", "The plan is closed."),
    said.FamilyWishRecorded: _of("{person} ønsker: »{own_words}«", "{person} wishes: “{own_words}”"),
    said.OwnHelpNeedStated: _of(
        "{person} har brug for hjælp til: »{own_words}«", "{person} needs help with: “{own_words}”"
    ),
    said.ResourceIdentified: _of(
        "Noget at bygge på hos {person}: »{words}«", "Something to build on for {person}: “{words}”"
    ),
    said.PlanPartWritten: _part,
    said.FocusAreaAdded: _of("Nyt fokusområde: {focus_area}.", "A new focus area: {focus_area}."),
    said.FocusAreaClosed: _of(
        "{focus_area} er ikke længere et fokusområde.", "{focus_area} is no longer a focus area."
    ),
    said.ElementNotRelevant: _of(
        "Der er set på {element}. Det er ikke vigtigt nu.",
        "The plan looked at {element}: it is not relevant now.",
    ),
    said.LeisureLineWritten: _line,
    said.PriorityAgreed: _of(
        "Familien har sat rækkefølgen: {focus_areas}.", "The family set the order: {focus_areas}."
    ),
    said.RealityChallengeRaised: _of(
        "Teamet spørger til, hvor {focus_area} står i rækkefølgen: »{words}«",
        "The team questions the place of {focus_area}: “{words}”",
    ),
    said.RealityChallengeAnswered: _answer,
    said.PlanApproved: _of(
        "Planen er godkendt på {meeting} af teamet sammen med {approved_by} ({stage}).",
        "The plan was approved at {meeting} by the team together with {approved_by} ({stage}).",
    ),
    said.ApprovalWithheld: _of("{party} godkender ikke planen.", "{party} does not approve the plan."),
    said.DisagreementTakenOn: _of(
        "Der er uenighed om noget, som tages op igen på et næste møde.",
        "There is a disagreement, to be taken up again at a next meeting.",
    ),
    said.ApprovalQuestioned: _of(
        "Der er tvivl om godkendelsen på {meeting}.", "The approval at {meeting} is in doubt."
    ),
    said.OwnershipConfirmed: _of("{party} siger: det er også min plan.", "{party} says: it is my plan too."),
    said.PlanRevised: _of("Planen er taget op igen.", "The plan is worked on again."),
    said.InformationRequested: _of(
        "{department} er bedt om at fortælle, hvad de ved, senest {due_on}.",
        "{department} is asked for what it knows, by {due_on}.",
    ),
    said.InformationReceived: _of("Det, der blev spurgt om, er kommet.", "What was asked for came."),
    said.InformationOverdue: _of(
        "Det, der blev spurgt om, var ikke kommet senest {due_on}.",
        "What was asked for had not come by {due_on}.",
    ),
    said.AssessmentFormOpened: _of(
        "Et udredningsskema udfyldes sammen med familien.",
        "An assessment form is filled in together with the family.",
    ),
    said.FormSectionFilled: _of(
        "En del af udredningsskemaet er udfyldt.", "A section of the assessment form was filled in."
    ),
    said.FormShared: _of(
        "{shared_with} har set udredningsskemaet.", "{shared_with} has seen the assessment form."
    ),
    said.FormCompleted: _of("Udredningsskemaet er udfyldt.", "The assessment form is complete."),
    said.AssessmentRequested: _of("Der skal udredes mere.", "A further assessment is needed."),
    said.AssessmentCompleted: _of("En udredning er færdig.", "An assessment is done."),
    said.AssessmentWithdrawn: _of(
        "En udredning er alligevel ikke nødvendig.", "An assessment is not needed after all."
    ),
    said.AssessmentShared: _of("En udredning er delt med teamet.", "An assessment is shared with the team."),
    said.RehabCasePrepared: _of(
        "En sag til rehabiliteringsteamet er forberedt for {person}.",
        "A case for the rehabilitation team is prepared for {person}.",
    ),
    said.RehabCaseSubmitted: _of(
        "Sagen for {person} er sendt til rehabiliteringsteamet.",
        "The case of {person} went to the rehabilitation team.",
    ),
    said.RehabRecommendationReceived: _of(
        "Rehabiliteringsteamet har givet sin indstilling.",
        "The rehabilitation team gave its recommendation.",
    ),
    said.ResourceCourseStarted: _of(
        "{person} er begyndt i et ressourceforløb {started_on}.",
        "{person} began a resource course on {started_on}.",
    ),
}
_HEALTH = "Health matters are told to nobody here. A16, INV-50."
NOT_TOLD: dict[type[Event], str] = dict.fromkeys(
    (said.HealthCoordinatorConsulted, said.HealthStatementRequested, said.HealthStatementAnswered), _HEALTH
)
