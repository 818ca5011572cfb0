"""What contacts tells, in sentences: the family and those around it. No reasons, and nothing of the other home."""

from contracts.contacts import events as said
from contracts.shapes import Event
from services.overview.sentences.telling import Part, Sentence, Telling


def _of(danish: str, english: str) -> Sentence:
    return Sentence(Part.PEOPLE, danish, english)


def _sharing(event: said.SharedWithSupporter) -> Sentence:
    if not event.sections:
        return _of(
            "Familien deler ikke længere noget med {supporter}.",
            "The family no longer shares anything with {supporter}.",
        )
    return _of("Familien deler {sections} med {supporter}.", "The family shares {sections} with {supporter}.")


TOLD: dict[type[Event], Telling] = {
    said.FamilyRegistered: _of("Familien er oprettet: {members}.", "The family is registered: {members}."),
    said.FamilyMemberAdded: _of("{member} er kommet med i familien.", "{member} joined the family."),
    said.FamilyMemberChanged: _of(
        "Det, der står om {member}, er ændret.", "What stands of {member} changed."
    ),
    said.FamilyMemberLeft: _of(
        "{person} hører ikke længere til familien.", "{person} no longer belongs to the family."
    ),
    said.ModelAccepted: _of(
        "Familien siger ja til samarbejdsmodellen fra {started_on}.",
        "The family said yes to the model of collaboration from {started_on}.",
    ),
    said.FamilyAdmitted: _of(
        "Familien er visiteret {visitation_date}.", "The family was admitted on {visitation_date}."
    ),
    said.FamilyClosed: _of("Sagen er afsluttet.", "The case is closed."),
    said.FamilyReopened: _of("Sagen er genåbnet.", "The case is open again."),
    said.ProfessionalAttached: _of(
        "{professional} er tilknyttet familien.", "{professional} is attached to the family."
    ),
    said.ProfessionalDetached: _of(
        "{professional} er ikke længere tilknyttet familien.",
        "{professional} is no longer attached to the family.",
    ),
    said.AttachmentExpired: _of(
        "{professional} er ikke længere tilknyttet familien.",
        "{professional} is no longer attached to the family.",
    ),
    said.EmergencyAccessTaken: _of(
        "{professional} fik nødadgang til planen indtil {until}.",
        "{professional} was let in in an emergency, until {until}.",
    ),
    said.EmergencyAccessEnded: _of(
        "{professional} har ikke længere nødadgang.",
        "{professional} is no longer let in in an emergency.",
    ),
    said.ContactStarted: _of(
        "{professional} har nu {kind} kontakt med familien.",
        "{professional} is now in {kind} contact with the family.",
    ),
    said.ContactEnded: _of(
        "{professional} har ikke længere {kind} kontakt med familien.",
        "{professional} is no longer in {kind} contact with the family.",
    ),
    said.ContactReductionAgreed: _of(
        "Senest {by_date} skal familien højst have direkte kontakt med {direct_contacts}.",
        "By {by_date} the family is to have {direct_contacts} in direct contact at most.",
    ),
    said.ContactThresholdExceeded: _of(
        "Familien har nu {kind} kontakt med {contacts}. Grænsen er {threshold}.",
        "There are now {contacts} in {kind} contact with the family. The threshold is {threshold}.",
    ),
    said.ConsultationRequested: _of("{consultant} er spurgt til råds.", "{consultant} was asked for advice."),
    said.ConsultationGiven: _of("En kollega har givet sit råd.", "A colleague has given advice."),
    said.VisitMade: _of(
        "{professional} mødte familien {place} {visited_on}.",
        "{professional} met the family {place} on {visited_on}.",
    ),
    said.SupporterAdded: _of("{supporter} støtter familien.", "{supporter} stands by the family."),
    said.SupportPledged: _of("{supporter} har lovet: »{pledge}«", "{supporter} has promised: “{pledge}”"),
    said.SupporterLeft: _of(
        "{supporter} støtter ikke længere familien.", "{supporter} no longer stands by the family."
    ),
    said.SharedWithSupporter: _sharing,
    said.WorkingRoleTaken: _of(
        "{professional} er nu {role} for familien.", "{professional} is now the family's {role}."
    ),
    said.CoordinationTeamEstablished: _of(
        "Koordinationsteamet er dannet: {members}.", "The coordination team stands: {members}."
    ),
    said.TeamMemberAdded: _of(
        "{professional} er kommet med i koordinationsteamet.", "{professional} joined the coordination team."
    ),
    said.TeamMemberRemoved: _of(
        "{professional} er ikke længere i koordinationsteamet.", "{professional} left the coordination team."
    ),
    said.TeamReviewDue: _of(
        "Det er tid til at se på, hvem der er i koordinationsteamet.",
        "It is time to look at who is on the coordination team.",
    ),
    said.TeamCompositionReviewed: _of(
        "Der er set på, hvem der er i koordinationsteamet.", "The coordination team was looked at."
    ),
    said.CoordinatorChosen: _of(
        "Familien har valgt {professional} som koordinator.",
        "The family chose {professional} as its coordinator.",
    ),
    said.CoordinatorHandoverStarted: _of(
        "Familien har valgt {professional} som koordinator efter {previous}. Der er ikke svaret endnu.",
        "The family chose {professional} as coordinator after {previous}. There is no answer yet.",
    ),
    said.CoordinatorHandoverAccepted: _of(
        "{professional} er nu koordinator efter {previous}.",
        "{professional} is now the coordinator, after {previous}.",
    ),
    said.CoordinatorHandoverEnded: _of(
        "{professional} blev ikke koordinator.", "{professional} did not become the coordinator."
    ),
    said.CoordinatorDeputyNamed: _of(
        "{deputy} er koordinator i stedet fra {valid_from} til {valid_to}.",
        "{deputy} stands in for the coordinator from {valid_from} to {valid_to}.",
    ),
    said.CoordinatorDeputyEnded: _of(
        "{deputy} er ikke længere koordinator i stedet.", "{deputy} no longer stands in for the coordinator."
    ),
    said.CoordinatorVacated: _of(
        "{professional} er ikke længere koordinator.", "{professional} is no longer the coordinator."
    ),
    said.PrimaryContactDesignated: _of(
        "{professional} er familiens primære kontaktperson.",
        "{professional} is the family's primary contact.",
    ),
    said.PrimaryContactVacated: _of(
        "{professional} er ikke længere primær kontaktperson.",
        "{professional} is no longer the primary contact.",
    ),
    said.ContractDrafted: _of(
        "Samarbejdskontrakten er klar til underskrift.", "The collaboration contract is ready to be signed."
    ),
    said.ContractSigned: _of(
        "Samarbejdskontrakten er skrevet under for {party}.",
        "The collaboration contract was signed for {party}.",
    ),
    said.ContractAwaitsSignature: _of(
        "Samarbejdskontrakten mangler en ny underskrift for {party}.",
        "The collaboration contract waits for a new signature for {party}.",
    ),
    said.ContractEnded: _of("Samarbejdskontrakten er ophørt.", "The collaboration contract has ended."),
    said.HelpNeedRaised: _of("{person} har brug for hjælp.", "{person} needs help with something."),
    said.ContactRequested: _of(
        "{professional} er bedt om at kontakte familien senest {due_on}.",
        "{professional} is asked to contact the family by {due_on}.",
    ),
    said.ContactMade: _of("Familien blev kontaktet {made_on}.", "The family was contacted on {made_on}."),
    said.ContactRequestWithdrawn: _of(
        "Familien skal ikke længere kontaktes.", "Nobody is asked to contact the family any more."
    ),
    said.ContactRequestOverdue: _of(
        "Ingen havde kontaktet familien senest {due_on}.", "Nobody had contacted the family by {due_on}."
    ),
    said.HelpNeedMet: _of("Familien har fået den hjælp.", "The family got that help."),
}
_NOT_SHOWN = "The shared plan doesn't show it."
_OTHER_HOME = "It would lead to the other home. X-06."
_BASIS = "What access rests on is between the family and who is attached. X-01."
NOT_TOLD: dict[type[Event], str] = {
    said.HouseholdSplit: _OTHER_HOME,
    said.HouseholdMerged: _OTHER_HOME,
    said.LegalBasisRecorded: _BASIS,
    said.LegalBasisEnded: _BASIS,
    said.ConsentGiven: _BASIS,
    said.ConsentWithdrawn: _BASIS,
    said.ConsentExpired: _BASIS,
    said.EligibilityDecided: _NOT_SHOWN,
    said.ModelOffered: _NOT_SHOWN,
    said.ModelDeclined: _NOT_SHOWN,
    said.FamilyReferred: _NOT_SHOWN,
    said.FamilyNotAdmitted: _NOT_SHOWN,
    **dict.fromkeys(
        (
            said.PersonRegistered,
            said.PersonChanged,
            said.AddressProtectionSet,
            said.ExternalIdLinked,
            said.ExternalIdUnlinked,
            said.ProfessionalRegistered,
            said.ProfessionalChanged,
            said.ProfessionalLeft,
            said.DepartmentRegistered,
        ),
        "It stands in a register, in no family's stream.",
    ),
}
