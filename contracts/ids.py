"""Ids with types of their own. All are random UUIDs, so that nothing about a person stands in a key."""

import re
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")


class Id(str):
    """A lower-case UUID as text. Its class says what it names."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._checked, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "format": "uuid"}

    @classmethod
    def _checked(cls, text: str) -> Self:
        if not _UUID.match(text):
            raise ValueError("must be a lower-case UUID such as 0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a")
        return cls(text)


class FamilyId(Id):
    """A family (familie): the key of all four topics."""


class PersonId(Id):
    """A person of a family (borger): adult, young person or child."""


class ProfessionalId(Id):
    """A professional of the municipality (fagperson)."""


class ExternalId(Id):
    """What a keyed hash makes of another system's id of a person: it finds, and says nothing."""


class LegalBasisId(Id):
    """A legal basis as it is recorded on a family (hjemmel)."""


class ConsentId(Id):
    """A consent (samtykke)."""


class SupporterId(Id):
    """Somebody who stands by the family: network person, civil partner, mentor (netværksperson, mentor)."""


class ConsultationId(Id):
    """A colleague's advice in place of one more contact (konsultation)."""


class HelpNeedId(Id):
    """Something that a family needs help with (behov for hjælp)."""


class RequestId(Id):
    """Something that somebody is asked for: a contact, information, a statement (anmodning)."""


class ContractId(Id):
    """A collaboration contract (samarbejdskontrakt)."""


class PlanId(Id):
    """A family plan (familieplan / helhedsplan)."""


class WishId(Id):
    """A wish in a member's own words (ønske)."""


class FocusAreaId(Id):
    """A focus area of the plan (fokusområde)."""


class GoalId(Id):
    """A goal, sub-goal or sub-sub-goal (mål, delmål, del-delmål)."""


class InterventionId(Id):
    """An intervention (indsats)."""


class ResourceId(Id):
    """A resource of the family or its network (ressource)."""


class AssessmentId(Id):
    """An assessment (udredning)."""


class FormId(Id):
    """An assessment form that is filled in with the family (udredningsskema)."""


class StatementId(Id):
    """A statement from the health service (erklæring)."""


class ChallengeId(Id):
    """A reality challenge (realitetsudfordring)."""


class ActivityId(Id):
    """An activity of the plan (aktivitet)."""


class StatutoryPlanId(Id):
    """A plan by one law inside the family plan (lovbestemt plan)."""


class CaseId(Id):
    """A case for the rehabilitation team (sag til rehabiliteringsteamet)."""


class InvitationId(Id):
    """An invitation to a meeting (indkaldelse)."""


class AgendaItemId(Id):
    """An item of a meeting's agenda (dagsordenspunkt)."""


class AgreementId(Id):
    """An agreed action (aftale)."""


class MeetingId(Id):
    """A network meeting (netværksmøde)."""


class BaselineId(Id):
    """A baseline measurement (udgangsmåling)."""


class RegistrationId(Id):
    """A progress registration (progressionsregistrering)."""


class SuccessId(Id):
    """A small success (lille succes)."""


class RecordId(Id):
    """Anything that progress registered, of whichever kind: what a correction points at. X-08."""


class CorrectionId(Id):
    """A correction of something registered (rettelse)."""


class WheelId(Id):
    """A progression or sub-goal wheel (progressionshjul, delmålshjul)."""


class AxisId(Id):
    """An axis of a wheel (akse)."""


class ScoringId(Id):
    """A sitting in which somebody scored a wheel."""


class RatingId(Id):
    """How somebody rates trust or an offer (vurdering)."""


class DeviationId(Id):
    """A deviation from the plan (afvigelse)."""


class MeasureId(Id):
    """A measurement by a named instrument (måling)."""


class OccupationId(Id):
    """A leisure activity, a leisure job, work or education (fritidsaktivitet, fritidsjob, arbejde, uddannelse)."""


class OfferId(Id):
    """An offer of the catalogue (tilbud)."""


class CatalogueId(Id):
    """The municipality's offer catalogue (tilbudskatalog)."""


class PresentationId(Id):
    """A presentation of an offer: a case, a peer's story, a video (formidling)."""


class GroupId(Id):
    """A group course (gruppeforløb, holdforløb)."""


class SessionId(Id):
    """A session of a group course (gruppemøde)."""


class ProposalId(Id):
    """What a group proposes: an item of its agenda, or an activity (forslag)."""


class ProgrammeId(Id):
    """A programme in which the model is tried (program, projekt)."""


class MilestoneId(Id):
    """A milestone of a programme (milepæl)."""


class TellingId(Id):
    """Something told of a programme: a decision, a recommendation, a report, an evaluation, a story."""


class TrainingId(Id):
    """A training that a programme held (kursus, temamøde, kick-off-dag)."""


class EntryId(Id):
    """A cost of a programme, or an effect of it (udgift, effekt)."""


OF_SOMEBODY = (Id, FamilyId, PersonId, ProfessionalId, SupporterId, ExternalId)
"""Ids that lead to somebody. A plain `Id` is a person's or a professional's, as the field beside it says; all others name
something within a family's case."""
