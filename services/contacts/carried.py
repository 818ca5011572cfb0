"""What carries an attachment for its whole term: a law in force, or a consent that covers it. X-01, INV-38."""

from dataclasses import dataclass
from datetime import date

from contracts.contacts.events import Basis, BasisKind, ConsentGiven
from contracts.ids import ConsentId, ProfessionalId
from contracts.legal_bases import LEGAL_BASES
from eventkeep.clock import in_term
from eventkeep.refused import Refused
from services.contacts.bases import known_code, rests_until
from services.contacts.givers import opens_plan
from services.contacts.state import State


@dataclass(frozen=True)
class Attached:
    """Who is to be attached: of which department, and for what."""

    professional: ProfessionalId
    department: str
    purpose: str


def within_law(basis: Basis) -> Basis:
    """A paragraph carries nobody beyond its own last day. Q17, X-01."""
    law = LEGAL_BASES.get(basis.reference) if basis.kind is BasisKind.LAW else None
    if law is None or law.valid_to is None:
        return basis
    return basis.model_copy(update={"valid_to": min(basis.valid_to or date.max, law.valid_to)})


def require_carried(state: State, basis: Basis, who: Attached, day: date) -> None:
    """X-01: no attachment without a basis that carries it for its whole term."""
    if basis.valid_to is not None and basis.valid_to < basis.valid_from:
        raise Refused(
            "basis_ends_before_it_begins",
            "The basis ends before it begins.",
            "X-01",
            "Correct the term of the basis.",
            danish="Hjemlen slutter, før den begynder.",
            danish_next="Ret hjemlens periode.",
        )
    if basis.valid_to is not None and basis.valid_to < day:
        raise Refused(
            "basis_over",
            "The basis has ended already.",
            "X-01",
            "Name a basis that is in force.",
            danish="Hjemlen er allerede udløbet.",
            danish_next="Angiv en hjemmel, der gælder.",
        )
    _require_begun(state, basis, who.professional, day)
    if basis.kind is BasisKind.LAW:
        known_code(basis.reference, max(basis.valid_from, day), "X-01")
        _require_within_case(state, basis)
    else:
        _require_consent(state, basis, who, day)


def _require_begun(state: State, basis: Basis, professional: ProfessionalId, day: date) -> None:
    """What begins later would leave a gap: for who is there already, or for a family that nobody is attached to."""
    if basis.valid_from > day and (professional in state.attached or not state.attached):
        raise Refused(
            "basis_not_begun",
            "The basis begins later, and until then nothing would carry the attachment.",
            "X-01",
            "Attach on the first day of it.",
            {"valid_from": basis.valid_from.isoformat()},
            danish="Hjemlen begynder først senere, og indtil da er der intet, der bærer tilknytningen.",
            danish_next="Tilknyt fagpersonen på hjemlens første dag.",
        )


def _require_within_case(state: State, basis: Basis) -> None:
    last = rests_until(state, basis.reference)
    if last is not None and (basis.valid_to is None or basis.valid_to > last):
        raise Refused(
            "basis_beyond_case",
            "The case rests on this paragraph no longer, or for a shorter term.",
            "X-01",
            "Let it end with what the case rests on, or record that the case rests on it again.",
            {"last_day": last.isoformat()},
            danish="Sagen hviler ikke længere på paragraffen, eller kun i en kortere periode.",
            danish_next="Lad den slutte med det, sagen hviler på, eller registrér, at sagen igen hviler på den.",
        )


def _require_consent(state: State, basis: Basis, who: Attached, day: date) -> None:
    """A consent in force, to this one and for this, by the whole family as it is now, for as long as the basis."""
    given = _in_force(state, ConsentId(basis.reference), day)
    _require_covering(state, given, who)
    within = in_term(given.valid_from, given.valid_to, basis.valid_from)
    if not within or basis.valid_to is None or basis.valid_to > given.valid_to:
        raise Refused(
            "basis_beyond_consent",
            "The term of the basis is within the term of the consent.",
            "X-01",
            "Let it begin and end with the consent at the latest.",
            {"valid_from": given.valid_from.isoformat(), "valid_to": given.valid_to.isoformat()},
            danish="Hjemlens periode ligger inden for samtykkets periode.",
            danish_next="Lad den ligge inden for samtykkets periode.",
        )


def _in_force(state: State, consent: ConsentId, day: date) -> ConsentGiven:
    given = state.consents.get(consent)
    if given is None or consent in state.ended_consents or given.valid_to < day:
        raise Refused(
            "consent_not_in_force",
            "The family has given no such consent that is in force.",
            "X-01",
            "Record the consent first, and name its id.",
            danish="Familien har ikke givet et sådant samtykke, der gælder.",
            danish_next="Registrér samtykket først, og angiv dets id.",
        )
    return given


def _require_covering(state: State, given: ConsentGiven, who: Attached) -> None:
    if not covers(state, given.consent, who.professional, who.department):
        raise Refused(
            "consent_of_another",
            "The consent covers neither this professional nor the department.",
            "X-01",
            "Ask the family for a consent that does.",
            danish="Samtykket omfatter hverken fagpersonen eller afdelingen.",
            danish_next="Bed familien om et samtykke, der gør.",
        )
    if not opens_plan(state, given):
        raise Refused(
            "consent_not_for_all",
            "The plan is the whole family's: the consent is about all who belong to it now, and given by all who must.",
            "X-02",
            "Ask the family, as it is now, for a consent about all of it.",
            danish="Planen er hele familiens: samtykket skal gælde alle, der nu hører til, og være givet af alle, der skal.",
            danish_next="Bed familien, som den er nu, om et samtykke, der gælder dem alle.",
        )
    if given.purpose != who.purpose:
        raise Refused(
            "consent_for_another_purpose",
            "The consent was given for another purpose.",
            "X-01",
            "Attach for that purpose, or ask the family for a consent to this one.",
            {"purpose": given.purpose},
            danish="Samtykket er givet til et andet formål.",
            danish_next="Tilknyt til det formål, eller bed familien om et samtykke til dette.",
        )


def covers(state: State, consent: ConsentId, professional: ProfessionalId, department: str) -> bool:
    """Whether a consent names this professional or the department. X-01."""
    given = state.consents.get(consent)
    return given is not None and (given.professional == professional or given.department == department)
