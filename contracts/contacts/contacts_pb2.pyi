# mypy: ignore-errors
from contracts.edge import edge_pb2 as _edge_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RegisterFamilyRequest(_message.Message):
    __slots__ = ("meta", "family", "members")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    members: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., members: _Optional[_Iterable[str]] = ...) -> None: ...

class AddFamilyMemberRequest(_message.Message):
    __slots__ = ("meta", "family", "person", "custody")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    CUSTODY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    person: str
    custody: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., person: _Optional[str] = ..., custody: _Optional[_Iterable[str]] = ...) -> None: ...

class ChangeFamilyMemberRequest(_message.Message):
    __slots__ = ("meta", "family", "person", "role", "custody", "no_custody")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    CUSTODY_FIELD_NUMBER: _ClassVar[int]
    NO_CUSTODY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    person: str
    role: str
    custody: _containers.RepeatedScalarFieldContainer[str]
    no_custody: bool
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., person: _Optional[str] = ..., role: _Optional[str] = ..., custody: _Optional[_Iterable[str]] = ..., no_custody: _Optional[bool] = ...) -> None: ...

class RemoveFamilyMemberRequest(_message.Message):
    __slots__ = ("meta", "family", "person", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    person: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., person: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class FollowPersonRequest(_message.Message):
    __slots__ = ("meta", "family", "person", "renamed")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    RENAMED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    person: str
    renamed: bool
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., person: _Optional[str] = ..., renamed: _Optional[bool] = ...) -> None: ...

class SplitHouseholdRequest(_message.Message):
    __slots__ = ("meta", "family", "into", "moved", "shared")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTO_FIELD_NUMBER: _ClassVar[int]
    MOVED_FIELD_NUMBER: _ClassVar[int]
    SHARED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    into: str
    moved: _containers.RepeatedScalarFieldContainer[str]
    shared: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., into: _Optional[str] = ..., moved: _Optional[_Iterable[str]] = ..., shared: _Optional[_Iterable[str]] = ...) -> None: ...

class OpenHouseholdRequest(_message.Message):
    __slots__ = ("meta", "family", "split_from", "persons")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    SPLIT_FROM_FIELD_NUMBER: _ClassVar[int]
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    split_from: str
    persons: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., split_from: _Optional[str] = ..., persons: _Optional[_Iterable[str]] = ...) -> None: ...

class MergeHouseholdRequest(_message.Message):
    __slots__ = ("meta", "family", "into")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTO_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    into: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., into: _Optional[str] = ...) -> None: ...

class JoinHouseholdRequest(_message.Message):
    __slots__ = ("meta", "family", "merged")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MERGED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    merged: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., merged: _Optional[str] = ...) -> None: ...

class CloseFamilyRequest(_message.Message):
    __slots__ = ("meta", "family", "reason", "handover")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    reason: str
    handover: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., reason: _Optional[str] = ..., handover: _Optional[str] = ...) -> None: ...

class ReopenFamilyRequest(_message.Message):
    __slots__ = ("meta", "family", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RecordLegalBasisRequest(_message.Message):
    __slots__ = ("meta", "family", "legal_basis", "code", "person", "valid_from", "valid_to")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    LEGAL_BASIS_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    VALID_FROM_FIELD_NUMBER: _ClassVar[int]
    VALID_TO_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    legal_basis: str
    code: str
    person: str
    valid_from: str
    valid_to: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., legal_basis: _Optional[str] = ..., code: _Optional[str] = ..., person: _Optional[str] = ..., valid_from: _Optional[str] = ..., valid_to: _Optional[str] = ...) -> None: ...

class EndLegalBasisRequest(_message.Message):
    __slots__ = ("meta", "family", "legal_basis", "ended_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    LEGAL_BASIS_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    legal_basis: str
    ended_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., legal_basis: _Optional[str] = ..., ended_on: _Optional[str] = ...) -> None: ...

class DecideEligibilityRequest(_message.Message):
    __slots__ = ("meta", "family", "eligible", "reason", "unemployed_since", "programme_group")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ELIGIBLE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    UNEMPLOYED_SINCE_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_GROUP_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    eligible: bool
    reason: str
    unemployed_since: str
    programme_group: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., eligible: _Optional[bool] = ..., reason: _Optional[str] = ..., unemployed_since: _Optional[str] = ..., programme_group: _Optional[str] = ...) -> None: ...

class OfferModelRequest(_message.Message):
    __slots__ = ("meta", "family")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ...) -> None: ...

class AnswerOfferRequest(_message.Message):
    __slots__ = ("meta", "family", "accepted", "answered_by", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_BY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    accepted: bool
    answered_by: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., accepted: _Optional[bool] = ..., answered_by: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class ReferFamilyRequest(_message.Message):
    __slots__ = ("meta", "family", "programme", "source")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    programme: str
    source: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., programme: _Optional[str] = ..., source: _Optional[str] = ...) -> None: ...

class AdmitFamilyRequest(_message.Message):
    __slots__ = ("meta", "family", "programme", "visitation_date", "deciders", "meeting")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    VISITATION_DATE_FIELD_NUMBER: _ClassVar[int]
    DECIDERS_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    programme: str
    visitation_date: str
    deciders: _containers.RepeatedScalarFieldContainer[str]
    meeting: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., programme: _Optional[str] = ..., visitation_date: _Optional[str] = ..., deciders: _Optional[_Iterable[str]] = ..., meeting: _Optional[str] = ...) -> None: ...

class DeclineAdmissionRequest(_message.Message):
    __slots__ = ("meta", "family", "programme", "deciders", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    DECIDERS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    programme: str
    deciders: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., programme: _Optional[str] = ..., deciders: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class AttachProfessionalRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "purpose", "basis", "function")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    BASIS_FIELD_NUMBER: _ClassVar[int]
    FUNCTION_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    purpose: str
    basis: Basis
    function: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., purpose: _Optional[str] = ..., basis: _Optional[_Union[Basis, _Mapping]] = ..., function: _Optional[str] = ...) -> None: ...

class DetachProfessionalRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class DetachLeaverRequest(_message.Message):
    __slots__ = ("meta", "family", "professional")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ...) -> None: ...

class FollowProfessionalRequest(_message.Message):
    __slots__ = ("meta", "family", "professional")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ...) -> None: ...

class ExpireAttachmentRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class TakeEmergencyAccessRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "reason", "hours")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    HOURS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    reason: str
    hours: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., reason: _Optional[str] = ..., hours: _Optional[int] = ...) -> None: ...

class EndEmergencyAccessRequest(_message.Message):
    __slots__ = ("meta", "family", "professional")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ...) -> None: ...

class StartContactRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "kind", "reason", "alternative")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ALTERNATIVE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    kind: str
    reason: str
    alternative: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., kind: _Optional[str] = ..., reason: _Optional[str] = ..., alternative: _Optional[str] = ...) -> None: ...

class EndContactRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "kind", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    kind: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., kind: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class AgreeContactReductionRequest(_message.Message):
    __slots__ = ("meta", "family", "direct_contacts", "by_date")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DIRECT_CONTACTS_FIELD_NUMBER: _ClassVar[int]
    BY_DATE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    direct_contacts: int
    by_date: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., direct_contacts: _Optional[int] = ..., by_date: _Optional[str] = ...) -> None: ...

class RequestConsultationRequest(_message.Message):
    __slots__ = ("meta", "family", "consultation", "consultant", "topic")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONSULTATION_FIELD_NUMBER: _ClassVar[int]
    CONSULTANT_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    consultation: str
    consultant: str
    topic: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., consultation: _Optional[str] = ..., consultant: _Optional[str] = ..., topic: _Optional[str] = ...) -> None: ...

class GiveConsultationRequest(_message.Message):
    __slots__ = ("meta", "family", "consultation", "advice")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONSULTATION_FIELD_NUMBER: _ClassVar[int]
    ADVICE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    consultation: str
    advice: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., consultation: _Optional[str] = ..., advice: _Optional[str] = ...) -> None: ...

class RecordVisitRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "place", "visited_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    VISITED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    place: str
    visited_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., place: _Optional[str] = ..., visited_on: _Optional[str] = ...) -> None: ...

class TakeWorkingRoleRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "role")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    role: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., role: _Optional[str] = ...) -> None: ...

class AddSupporterRequest(_message.Message):
    __slots__ = ("meta", "family", "supporter", "kind", "name", "relation", "organisation", "mentor_of")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    SUPPORTER_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    RELATION_FIELD_NUMBER: _ClassVar[int]
    ORGANISATION_FIELD_NUMBER: _ClassVar[int]
    MENTOR_OF_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    supporter: str
    kind: str
    name: str
    relation: str
    organisation: str
    mentor_of: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., supporter: _Optional[str] = ..., kind: _Optional[str] = ..., name: _Optional[str] = ..., relation: _Optional[str] = ..., organisation: _Optional[str] = ..., mentor_of: _Optional[str] = ...) -> None: ...

class PledgeSupportRequest(_message.Message):
    __slots__ = ("meta", "family", "supporter", "pledge")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    SUPPORTER_FIELD_NUMBER: _ClassVar[int]
    PLEDGE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    supporter: str
    pledge: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., supporter: _Optional[str] = ..., pledge: _Optional[str] = ...) -> None: ...

class RemoveSupporterRequest(_message.Message):
    __slots__ = ("meta", "family", "supporter", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    SUPPORTER_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    supporter: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., supporter: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ShareWithSupporterRequest(_message.Message):
    __slots__ = ("meta", "family", "supporter", "sections", "shared_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    SUPPORTER_FIELD_NUMBER: _ClassVar[int]
    SECTIONS_FIELD_NUMBER: _ClassVar[int]
    SHARED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    supporter: str
    sections: _containers.RepeatedScalarFieldContainer[str]
    shared_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., supporter: _Optional[str] = ..., sections: _Optional[_Iterable[str]] = ..., shared_by: _Optional[_Iterable[str]] = ...) -> None: ...

class EstablishTeamRequest(_message.Message):
    __slots__ = ("meta", "family", "members", "pre_meeting_waived")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    PRE_MEETING_WAIVED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    members: _containers.RepeatedScalarFieldContainer[str]
    pre_meeting_waived: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., members: _Optional[_Iterable[str]] = ..., pre_meeting_waived: _Optional[str] = ...) -> None: ...

class AddTeamMemberRequest(_message.Message):
    __slots__ = ("meta", "family", "professional")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ...) -> None: ...

class RemoveTeamMemberRequest(_message.Message):
    __slots__ = ("meta", "family", "professional")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ...) -> None: ...

class ReviewTeamRequest(_message.Message):
    __slots__ = ("meta", "family", "without_member", "conclusion")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_MEMBER_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    without_member: _containers.RepeatedScalarFieldContainer[str]
    conclusion: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., without_member: _Optional[_Iterable[str]] = ..., conclusion: _Optional[str] = ...) -> None: ...

class RequireTeamReviewRequest(_message.Message):
    __slots__ = ("meta", "family", "because", "plans_version")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    BECAUSE_FIELD_NUMBER: _ClassVar[int]
    PLANS_VERSION_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    because: str
    plans_version: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., because: _Optional[str] = ..., plans_version: _Optional[int] = ...) -> None: ...

class ChooseCoordinatorRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "chosen_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    CHOSEN_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    chosen_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., chosen_by: _Optional[_Iterable[str]] = ...) -> None: ...

class AnswerHandoverRequest(_message.Message):
    __slots__ = ("meta", "family", "accepts", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ACCEPTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    accepts: bool
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., accepts: _Optional[bool] = ..., reason: _Optional[str] = ...) -> None: ...

class NameDeputyRequest(_message.Message):
    __slots__ = ("meta", "family", "deputy", "valid_from", "valid_to")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DEPUTY_FIELD_NUMBER: _ClassVar[int]
    VALID_FROM_FIELD_NUMBER: _ClassVar[int]
    VALID_TO_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    deputy: str
    valid_from: str
    valid_to: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., deputy: _Optional[str] = ..., valid_from: _Optional[str] = ..., valid_to: _Optional[str] = ...) -> None: ...

class EndDeputyRequest(_message.Message):
    __slots__ = ("meta", "family", "deputy", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DEPUTY_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    deputy: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., deputy: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class VacateCoordinatorRequest(_message.Message):
    __slots__ = ("meta", "family", "reason", "decided_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DECIDED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    reason: str
    decided_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., reason: _Optional[str] = ..., decided_by: _Optional[_Iterable[str]] = ...) -> None: ...

class DesignatePrimaryContactRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "chosen_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    CHOSEN_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    chosen_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., chosen_by: _Optional[_Iterable[str]] = ...) -> None: ...

class DraftContractRequest(_message.Message):
    __slots__ = ("meta", "family", "contract", "expectations", "roles", "competences")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_FIELD_NUMBER: _ClassVar[int]
    EXPECTATIONS_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    COMPETENCES_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    contract: str
    expectations: str
    roles: str
    competences: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., contract: _Optional[str] = ..., expectations: _Optional[str] = ..., roles: _Optional[str] = ..., competences: _Optional[str] = ...) -> None: ...

class SignContractRequest(_message.Message):
    __slots__ = ("meta", "family", "contract", "version", "party", "signed_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    SIGNED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    contract: str
    version: int
    party: str
    signed_by: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., contract: _Optional[str] = ..., version: _Optional[int] = ..., party: _Optional[str] = ..., signed_by: _Optional[str] = ...) -> None: ...

class EndContractRequest(_message.Message):
    __slots__ = ("meta", "family", "contract", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    contract: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., contract: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RaiseHelpNeedRequest(_message.Message):
    __slots__ = ("meta", "family", "need", "person", "topic", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    NEED_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    need: str
    person: str
    topic: str
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., need: _Optional[str] = ..., person: _Optional[str] = ..., topic: _Optional[str] = ..., words: _Optional[str] = ...) -> None: ...

class RequestContactRequest(_message.Message):
    __slots__ = ("meta", "family", "request", "professional", "due_on", "need")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    NEED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    request: str
    professional: str
    due_on: str
    need: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., request: _Optional[str] = ..., professional: _Optional[str] = ..., due_on: _Optional[str] = ..., need: _Optional[str] = ...) -> None: ...

class WithdrawContactRequestRequest(_message.Message):
    __slots__ = ("meta", "family", "request", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    request: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., request: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ConfirmContactRequest(_message.Message):
    __slots__ = ("meta", "family", "request", "made_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    MADE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    request: str
    made_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., request: _Optional[str] = ..., made_on: _Optional[str] = ...) -> None: ...

class NoteContactOverdueRequest(_message.Message):
    __slots__ = ("meta", "family", "request", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    request: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., request: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class MeetHelpNeedRequest(_message.Message):
    __slots__ = ("meta", "family", "need")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    NEED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    need: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., need: _Optional[str] = ...) -> None: ...

class GiveConsentRequest(_message.Message):
    __slots__ = ("meta", "family", "consent", "person", "given_by", "department", "professional", "scope", "purpose", "valid_from", "valid_to", "evidence")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONSENT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    GIVEN_BY_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    VALID_FROM_FIELD_NUMBER: _ClassVar[int]
    VALID_TO_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    consent: str
    person: str
    given_by: _containers.RepeatedScalarFieldContainer[str]
    department: str
    professional: str
    scope: _containers.RepeatedScalarFieldContainer[str]
    purpose: str
    valid_from: str
    valid_to: str
    evidence: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., consent: _Optional[str] = ..., person: _Optional[str] = ..., given_by: _Optional[_Iterable[str]] = ..., department: _Optional[str] = ..., professional: _Optional[str] = ..., scope: _Optional[_Iterable[str]] = ..., purpose: _Optional[str] = ..., valid_from: _Optional[str] = ..., valid_to: _Optional[str] = ..., evidence: _Optional[str] = ...) -> None: ...

class WithdrawConsentRequest(_message.Message):
    __slots__ = ("meta", "family", "consent", "withdrawn_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONSENT_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWN_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    consent: str
    withdrawn_by: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., consent: _Optional[str] = ..., withdrawn_by: _Optional[str] = ...) -> None: ...

class ExpireConsentRequest(_message.Message):
    __slots__ = ("meta", "family", "consent", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONSENT_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    consent: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., consent: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class RegisterPersonRequest(_message.Message):
    __slots__ = ("meta", "person", "role", "name", "born")
    META_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    BORN_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    person: str
    role: str
    name: str
    born: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., person: _Optional[str] = ..., role: _Optional[str] = ..., name: _Optional[str] = ..., born: _Optional[str] = ...) -> None: ...

class ChangePersonRequest(_message.Message):
    __slots__ = ("meta", "person", "role", "name", "born")
    META_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    BORN_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    person: str
    role: str
    name: str
    born: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., person: _Optional[str] = ..., role: _Optional[str] = ..., name: _Optional[str] = ..., born: _Optional[str] = ...) -> None: ...

class SetAddressProtectionRequest(_message.Message):
    __slots__ = ("meta", "person", "protected")
    META_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    PROTECTED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    person: str
    protected: bool
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., person: _Optional[str] = ..., protected: _Optional[bool] = ...) -> None: ...

class LinkExternalIdRequest(_message.Message):
    __slots__ = ("meta", "person", "system", "value")
    META_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    SYSTEM_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    person: str
    system: str
    value: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., person: _Optional[str] = ..., system: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class UnlinkExternalIdRequest(_message.Message):
    __slots__ = ("meta", "person", "system", "value")
    META_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    SYSTEM_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    person: str
    system: str
    value: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., person: _Optional[str] = ..., system: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class RegisterProfessionalRequest(_message.Message):
    __slots__ = ("meta", "professional", "department", "profession", "name", "employer", "competences")
    META_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    PROFESSION_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    EMPLOYER_FIELD_NUMBER: _ClassVar[int]
    COMPETENCES_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    professional: str
    department: str
    profession: str
    name: str
    employer: str
    competences: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., professional: _Optional[str] = ..., department: _Optional[str] = ..., profession: _Optional[str] = ..., name: _Optional[str] = ..., employer: _Optional[str] = ..., competences: _Optional[_Iterable[str]] = ...) -> None: ...

class ChangeProfessionalRequest(_message.Message):
    __slots__ = ("meta", "professional", "department", "profession", "name", "competences")
    META_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    PROFESSION_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    COMPETENCES_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    professional: str
    department: str
    profession: str
    name: str
    competences: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., professional: _Optional[str] = ..., department: _Optional[str] = ..., profession: _Optional[str] = ..., name: _Optional[str] = ..., competences: _Optional[_Iterable[str]] = ...) -> None: ...

class ProfessionalLeavesRequest(_message.Message):
    __slots__ = ("meta", "professional")
    META_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    professional: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., professional: _Optional[str] = ...) -> None: ...

class RegisterDepartmentRequest(_message.Message):
    __slots__ = ("meta", "department", "lead")
    META_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    LEAD_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    department: str
    lead: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., department: _Optional[str] = ..., lead: _Optional[str] = ...) -> None: ...

class Basis(_message.Message):
    __slots__ = ("kind", "reference", "valid_from", "valid_to")
    KIND_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    VALID_FROM_FIELD_NUMBER: _ClassVar[int]
    VALID_TO_FIELD_NUMBER: _ClassVar[int]
    kind: str
    reference: str
    valid_from: str
    valid_to: str
    def __init__(self, kind: _Optional[str] = ..., reference: _Optional[str] = ..., valid_from: _Optional[str] = ..., valid_to: _Optional[str] = ...) -> None: ...
