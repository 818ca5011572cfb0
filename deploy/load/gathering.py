"""How a generated family's case begins: who belongs to it, who is around it, its legal basis, its team."""

from datetime import date, timedelta

from deploy.load.contact import in_contact
from deploy.load.life import Life, Person, at
from deploy.load.municipality import Colleague
from deploy.load.words import FIRST_ADULT, FIRST_CHILD, LAST, PARTNERS, WITHOUT_PRE_MEETING

YOUNG = 15
"""From this birthday on a child is a young person, in years."""
PROGRAMMES = ("familier-paa-vej", "familier-paa-vej", "brobyggerne")
ASSESSMENT, SUPPORT = "barnets lov § 20", "barnets lov § 32"


def household(life: Life) -> None:
    """One or two adults, and up to four children and young people with their birthdays."""
    last = life.one_of(LAST)
    for n, name in enumerate(life.chance.sample(FIRST_ADULT, life.chance.choice((1, 2, 2))), 1):
        life.members.append(Person(f"adult-{n}", f"{name} {last}", "adult", _born(life, 24, 48)))
    oldest = min(16, *(_age(each.born, life.day) - 20 for each in life.adults))
    children = life.chance.choices((0, 1, 2, 3, 4), (5, 30, 40, 18, 7))[0]
    for n, name in enumerate(life.chance.sample(FIRST_CHILD, children), 1):
        born = _born(life, 1, oldest)
        role = "young" if _age(born, life.day) >= YOUNG else "child"
        life.members.append(Person(f"child-{n}", f"{name} {last}", role, born))


def _born(life: Life, least: int, most: int) -> date:
    return life.day - timedelta(days=life.chance.randint(least * 366, most * 366))


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def gathered(life: Life, staff: tuple[Colleague, ...]) -> None:
    """The family is registered, and three to six professionals are attached by law; some addresses are protected."""
    workers = [each for each in staff if each.work.profession == "social-worker"]
    others = [each for each in staff if each not in workers]
    life.around = [life.one_of(workers), *life.chance.sample(others, life.chance.randint(2, 5))]
    worker = life.caseworker
    members = at(*(each.key for each in life.members))
    life.does(worker, "contacts.RegisterFamily", "The family is registered.", members=members)
    for each in life.around:
        life.does(
            worker,
            "contacts.AttachProfessional",
            f"{each.name} is attached.",
            professional=f"@{each.key}",
            purpose=each.work.purpose,
            basis=each.basis,
        )
    in_contact(life)
    if life.likely(0.05):
        person = f"@{life.adults[0].key}"
        life.does(
            worker, "contacts.SetAddressProtection", "An address is protected.", person=person, protected=True
        )


def offered(life: Life) -> str | None:
    """For most, the case rests on a law, the model is offered and taken: the code, or None where that is still open."""
    if life.likely(0.2):
        return None
    code, worker = life.one_of((ASSESSMENT, SUPPORT)), life.caseworker
    life.passes(1, 10)
    life.does(
        worker,
        "contacts.RecordLegalBasis",
        "The case rests on a law.",
        legal_basis="@legal-basis",
        code=code,
        valid_from=life.day,
    )
    reason = "child-assessment" if code == ASSESSMENT else "family-support"
    life.does(
        worker, "contacts.DecideEligibility", "It is of the target group.", eligible=True, reason=reason
    )
    life.does(worker, "contacts.OfferModel", "The model is offered.")
    adults = at(*(each.key for each in life.adults))
    life.does(life.adults[0].key, "contacts.AnswerOffer", "It is taken.", accepted=True, answered_by=adults)
    return code


def admitted(life: Life, staff: tuple[Colleague, ...]) -> None:
    """Referred to a programme, and for most admitted by a team with a health visitor: the clock of all targets. INV-54."""
    programme = life.luck.choice(PROGRAMMES)
    worker = life.caseworker
    life.does(
        worker,
        "contacts.ReferFamily",
        "It is referred.",
        programme=programme,
        source=life.luck.choice(("school", "job-centre", "family-unit")),
    )
    visitors = [each for each in staff if each.work.profession == "health-visitor"]
    life.visitation = [life.luck.choice(visitors)]
    deciders = at(worker, *(each.key for each in life.visitation))
    if life.luck.random() < 0.08:
        life.does(
            worker,
            "contacts.DeclineAdmission",
            "It is not admitted.",
            programme=programme,
            deciders=deciders,
            reason="no-place",
        )
        return
    life.admitted_on = life.day
    life.does(
        worker,
        "contacts.AdmitFamily",
        "It is admitted.",
        programme=programme,
        visitation_date=life.day,
        deciders=deciders,
    )
    if life.luck.random() < 0.4:
        _supported(life)


def _supported(life: Life) -> None:
    life.supporter = "partner"
    life.does(
        life.caseworker,
        "contacts.AddSupporter",
        "Somebody stands by the family.",
        supporter="@partner",
        kind="civil-partner",
        name=life.luck.choice(PARTNERS),
        relation="association",
    )


def team(life: Life) -> None:
    """A pre-meeting or a reason why not, a team of two to four, the family's coordinator, and another as primary contact."""
    life.passes(3, 14)
    worker, adults = life.caseworker, at(*(each.key for each in life.adults))
    waived = {} if _pre_meeting(life) else {"pre_meeting_waived": life.one_of(WITHOUT_PRE_MEETING)}
    size = life.chance.randint(2, min(4, len(life.around)))
    life.team = life.around[:size]
    members = at(*(each.key for each in life.team))
    life.does(worker, "contacts.EstablishTeam", "The team is established.", members=members, **waived)
    coordinator = life.one_of(life.team)
    life.does(
        life.adults[0].key,
        "contacts.ChooseCoordinator",
        "The family chooses its coordinator.",
        professional=f"@{coordinator.key}",
        chosen_by=adults,
    )
    primary = f"@{life.one_of([each for each in life.around if each != coordinator]).key}"
    life.does(
        worker, "contacts.DesignatePrimaryContact", "Somebody is the primary contact.", professional=primary
    )


def _pre_meeting(life: Life) -> bool:
    if life.likely(0.35):
        return False
    elsewhere = {"place_reason": "The family asked for it."} if life.likely(0.3) else {}
    life.does(
        life.caseworker,
        "meetings.HoldPreMeeting",
        "The pre-meeting is held.",
        meeting="@pre-meeting",
        held_by=f"@{life.caseworker}",
        persons=at(*(each.key for each in life.adults)),
        place="other" if elsewhere else "home",
        **elsewhere,
        held_on=life.day,
    )
    return True
