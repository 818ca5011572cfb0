"""What plans tells of goals and of what is done for them, in sentences. A goal is named in its author's own words."""

from contracts.plans import events as said
from contracts.shapes import Event
from services.overview.sentences.telling import Part, Sentence, Telling


def _of(danish: str, english: str) -> Sentence:
    return Sentence(Part.PLAN, danish, english)


def _goal(event: said.GoalDefined) -> Sentence:
    danish = ("mål", "delmål", "del-delmål")[event.level - 1]
    english = ("goal", "sub-goal", "sub-sub-goal")[event.level - 1]
    return _of(f"Nyt {danish}: {{goal}}. Ansvar: {{owner}}.", f"A new {english}: {{goal}}. Owner: {{owner}}.")


def _replanned(event: said.GoalReplanned) -> Sentence:
    if event.target_date is None:
        return _of("{goal} har ingen dato. Ansvar: {owner}.", "{goal} has no date. Owner: {owner}.")
    return _of(
        "{goal} skal nu nås senest {target_date}. Ansvar: {owner}.",
        "{goal} is now to be reached by {target_date}. Owner: {owner}.",
    )


def _fate(event: said.GoalFateDecided) -> Sentence:
    """Where a goal goes isn't told. X-06."""
    if event.fate is said.GoalFate.MOVES:
        return _of("{goal} er ikke længere med i denne plan.", "{goal} is no longer in this plan.")
    return _of("{goal} bliver i denne plan.", "{goal} stays in this plan.")


TOLD: dict[type[Event], Telling] = {
    said.GoalDefined: _goal,
    said.GoalReworded: _of(
        "{goal} har fået en anden faglig ordlyd.", "{goal} has another professional wording."
    ),
    said.GoalReplanned: _replanned,
    said.GoalMoved: _of("{goal} står nu et andet sted i planen.", "{goal} stands elsewhere in the plan now."),
    said.GoalAchieved: _of("{goal} er nået.", "{goal} is reached."),
    said.GoalClosed: _of("{goal} er {ending}.", "{goal} is {ending}."),
    said.GoalOverdue: _of("{goal} var ikke nået senest {due_on}.", "{goal} was not reached by {due_on}."),
    said.GoalShared: _of("{person} kender {goal}.", "{person} knows of {goal}."),
    said.GoalsAsked: _of(
        "Familien skal beslutte, hvad der sker med {goals}.", "The family decides what happens to {goals}."
    ),
    said.GoalFateDecided: _fate,
    said.InterventionAdded: _of(
        "Ny indsats for {goal}: {intervention}, fra {starts}.",
        "A new intervention for {goal}: {intervention}, from {starts}.",
    ),
    said.InterventionGranted: _of("{intervention} er bevilget.", "{intervention} is granted."),
    said.OverlapDetected: _of(
        "{intervention} overlapper med {overlaps}. Nogen skal se på det.",
        "{intervention} overlaps with {overlaps}. Somebody must look at it.",
    ),
    said.InterventionStarted: _of(
        "{intervention} er begyndt {started_on}.", "{intervention} started on {started_on}."
    ),
    said.InterventionPaused: _of(
        "{intervention} holder pause fra {paused_on}.", "{intervention} is paused from {paused_on}."
    ),
    said.InterventionEnded: _of(
        "{intervention} er sluttet {ended_on}.", "{intervention} ended on {ended_on}."
    ),
    said.ProviderAssigned: _of(
        "{intervention} gives af {provider}.", "{intervention} is given by {provider}."
    ),
    said.ActivityAdded: _of(
        "Ny aktivitet for {goal}: {activity} ({owner}).", "A new activity for {goal}: {activity} ({owner})."
    ),
    said.ActivityOverdue: _of(
        "{activity} var ikke gjort senest {due_on}.", "{activity} was not done by {due_on}."
    ),
    said.ActivityEnded: _of("{activity} er {ending}.", "{activity} is {ending}."),
    said.StatutoryPlanLinked: _of(
        "En plan efter {legal_basis} er en del af familieplanen.",
        "A plan by {legal_basis} is part of the family plan.",
    ),
    said.StatutoryPlanUnlinked: _of(
        "En plan efter loven er ikke længere en del af familieplanen.",
        "A plan by law is no longer part of the family plan.",
    ),
}
NOT_TOLD: dict[type[Event], str] = {}
