# mypy: ignore-errors
from contracts.edge import edge_pb2 as _edge_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class HoldPreMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "held_by", "instead_of_social_worker", "persons", "place", "held_on", "place_reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    HELD_BY_FIELD_NUMBER: _ClassVar[int]
    INSTEAD_OF_SOCIAL_WORKER_FIELD_NUMBER: _ClassVar[int]
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    HELD_ON_FIELD_NUMBER: _ClassVar[int]
    PLACE_REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    held_by: str
    instead_of_social_worker: str
    persons: _containers.RepeatedScalarFieldContainer[str]
    place: str
    held_on: str
    place_reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., held_by: _Optional[str] = ..., instead_of_social_worker: _Optional[str] = ..., persons: _Optional[_Iterable[str]] = ..., place: _Optional[str] = ..., held_on: _Optional[str] = ..., place_reason: _Optional[str] = ...) -> None: ...

class WaivePreMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class HoldOtherMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "kind", "held_at", "professionals", "persons", "supporters")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    HELD_AT_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONALS_FIELD_NUMBER: _ClassVar[int]
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    SUPPORTERS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    kind: str
    held_at: str
    professionals: _containers.RepeatedScalarFieldContainer[str]
    persons: _containers.RepeatedScalarFieldContainer[str]
    supporters: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., kind: _Optional[str] = ..., held_at: _Optional[str] = ..., professionals: _Optional[_Iterable[str]] = ..., persons: _Optional[_Iterable[str]] = ..., supporters: _Optional[_Iterable[str]] = ...) -> None: ...

class ScheduleMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "starts_at", "place", "place_reason", "plan", "revision", "kind")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    PLACE_REASON_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    starts_at: str
    place: str
    place_reason: str
    plan: str
    revision: int
    kind: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., starts_at: _Optional[str] = ..., place: _Optional[str] = ..., place_reason: _Optional[str] = ..., plan: _Optional[str] = ..., revision: _Optional[int] = ..., kind: _Optional[str] = ...) -> None: ...

class RescheduleMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "starts_at", "place", "place_reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    PLACE_REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    starts_at: str
    place: str
    place_reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., starts_at: _Optional[str] = ..., place: _Optional[str] = ..., place_reason: _Optional[str] = ...) -> None: ...

class CancelMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class AssignFacilitatorRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "facilitator")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    FACILITATOR_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    facilitator: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., facilitator: _Optional[str] = ...) -> None: ...

class InviteParticipantRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "invitation", "invitee_kind", "invitee", "consented_by", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    INVITATION_FIELD_NUMBER: _ClassVar[int]
    INVITEE_KIND_FIELD_NUMBER: _ClassVar[int]
    INVITEE_FIELD_NUMBER: _ClassVar[int]
    CONSENTED_BY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    invitation: str
    invitee_kind: str
    invitee: str
    consented_by: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., invitation: _Optional[str] = ..., invitee_kind: _Optional[str] = ..., invitee: _Optional[str] = ..., consented_by: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class AnswerInvitationRequest(_message.Message):
    __slots__ = ("meta", "family", "invitation", "answer")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INVITATION_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    invitation: str
    answer: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., invitation: _Optional[str] = ..., answer: _Optional[str] = ...) -> None: ...

class WithdrawInvitationRequest(_message.Message):
    __slots__ = ("meta", "family", "invitation", "reason", "consented_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INVITATION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CONSENTED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    invitation: str
    reason: str
    consented_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., invitation: _Optional[str] = ..., reason: _Optional[str] = ..., consented_by: _Optional[_Iterable[str]] = ...) -> None: ...

class ProposeAgendaItemRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "item", "party_kind", "party", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    PARTY_KIND_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    item: str
    party_kind: str
    party: str
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., item: _Optional[str] = ..., party_kind: _Optional[str] = ..., party: _Optional[str] = ..., words: _Optional[str] = ...) -> None: ...

class AgreeAgendaRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "items", "agreed_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    AGREED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    items: _containers.RepeatedScalarFieldContainer[str]
    agreed_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., items: _Optional[_Iterable[str]] = ..., agreed_by: _Optional[_Iterable[str]] = ...) -> None: ...

class RecordAttendanceRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "attendees")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    ATTENDEES_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    attendees: _containers.RepeatedCompositeFieldContainer[Present]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., attendees: _Optional[_Iterable[_Union[Present, _Mapping]]] = ...) -> None: ...

class CorrectAttendanceRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "attendees", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    ATTENDEES_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    attendees: _containers.RepeatedCompositeFieldContainer[Present]
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., attendees: _Optional[_Iterable[_Union[Present, _Mapping]]] = ..., reason: _Optional[str] = ...) -> None: ...

class RecordFamilyChairRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "persons")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    persons: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., persons: _Optional[_Iterable[str]] = ...) -> None: ...

class PresentPartRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "person")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    person: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class HoldMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "held_at", "revision", "further_assessment_needed", "further_assessment_domains", "follow_up_on", "follow_up_persons", "follow_up_professionals", "interim_goals", "deviation_procedure", "progress_persons", "progress_professionals", "progress_what", "progress_every", "wellbeing", "interim_reviews", "gp_not_invited_because")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    HELD_AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    FURTHER_ASSESSMENT_NEEDED_FIELD_NUMBER: _ClassVar[int]
    FURTHER_ASSESSMENT_DOMAINS_FIELD_NUMBER: _ClassVar[int]
    FOLLOW_UP_ON_FIELD_NUMBER: _ClassVar[int]
    FOLLOW_UP_PERSONS_FIELD_NUMBER: _ClassVar[int]
    FOLLOW_UP_PROFESSIONALS_FIELD_NUMBER: _ClassVar[int]
    INTERIM_GOALS_FIELD_NUMBER: _ClassVar[int]
    DEVIATION_PROCEDURE_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_PERSONS_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_PROFESSIONALS_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_WHAT_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_EVERY_FIELD_NUMBER: _ClassVar[int]
    WELLBEING_FIELD_NUMBER: _ClassVar[int]
    INTERIM_REVIEWS_FIELD_NUMBER: _ClassVar[int]
    GP_NOT_INVITED_BECAUSE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    held_at: str
    revision: int
    further_assessment_needed: bool
    further_assessment_domains: _containers.RepeatedScalarFieldContainer[str]
    follow_up_on: str
    follow_up_persons: _containers.RepeatedScalarFieldContainer[str]
    follow_up_professionals: _containers.RepeatedScalarFieldContainer[str]
    interim_goals: _containers.RepeatedScalarFieldContainer[str]
    deviation_procedure: str
    progress_persons: _containers.RepeatedScalarFieldContainer[str]
    progress_professionals: _containers.RepeatedScalarFieldContainer[str]
    progress_what: str
    progress_every: str
    wellbeing: _containers.RepeatedCompositeFieldContainer[WellbeingReview]
    interim_reviews: _containers.RepeatedCompositeFieldContainer[InterimGoalReview]
    gp_not_invited_because: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., held_at: _Optional[str] = ..., revision: _Optional[int] = ..., further_assessment_needed: _Optional[bool] = ..., further_assessment_domains: _Optional[_Iterable[str]] = ..., follow_up_on: _Optional[str] = ..., follow_up_persons: _Optional[_Iterable[str]] = ..., follow_up_professionals: _Optional[_Iterable[str]] = ..., interim_goals: _Optional[_Iterable[str]] = ..., deviation_procedure: _Optional[str] = ..., progress_persons: _Optional[_Iterable[str]] = ..., progress_professionals: _Optional[_Iterable[str]] = ..., progress_what: _Optional[str] = ..., progress_every: _Optional[str] = ..., wellbeing: _Optional[_Iterable[_Union[WellbeingReview, _Mapping]]] = ..., interim_reviews: _Optional[_Iterable[_Union[InterimGoalReview, _Mapping]]] = ..., gp_not_invited_because: _Optional[str] = ...) -> None: ...

class WithdrawFurtherAssessmentRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class NoteFollowUpOverdueRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class NoteAssessmentEndedRequest(_message.Message):
    __slots__ = ("meta", "family", "ended_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    ended_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., ended_on: _Optional[str] = ...) -> None: ...

class MakeAgreementRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "agreement", "words", "owner_kind", "owner", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    AGREEMENT_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    OWNER_KIND_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    agreement: str
    words: str
    owner_kind: str
    owner: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., agreement: _Optional[str] = ..., words: _Optional[str] = ..., owner_kind: _Optional[str] = ..., owner: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class EndAgreementRequest(_message.Message):
    __slots__ = ("meta", "family", "agreement", "ending", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    AGREEMENT_FIELD_NUMBER: _ClassVar[int]
    ENDING_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    agreement: str
    ending: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., agreement: _Optional[str] = ..., ending: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class NoteAgreementOverdueRequest(_message.Message):
    __slots__ = ("meta", "family", "agreement", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    AGREEMENT_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    agreement: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., agreement: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class PublishMinutesRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., words: _Optional[str] = ...) -> None: ...

class CorrectMinutesRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "words", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    words: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., words: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RateExperienceRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "rating")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    RATING_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    rating: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., rating: _Optional[int] = ...) -> None: ...

class SuspendMeetingsRequest(_message.Message):
    __slots__ = ("meta", "family", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ResumeMeetingsRequest(_message.Message):
    __slots__ = ("meta", "family")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ...) -> None: ...

class JoinGroupRequest(_message.Message):
    __slots__ = ("meta", "family", "group", "person", "called")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    CALLED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    group: str
    person: str
    called: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., group: _Optional[str] = ..., person: _Optional[str] = ..., called: _Optional[str] = ...) -> None: ...

class LeaveGroupRequest(_message.Message):
    __slots__ = ("meta", "family", "group", "person", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    group: str
    person: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., group: _Optional[str] = ..., person: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class EndParticipationRequest(_message.Message):
    __slots__ = ("meta", "family", "group")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    group: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...

class FollowGroupRequest(_message.Message):
    __slots__ = ("meta", "family", "group", "term")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    group: str
    term: Term
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., group: _Optional[str] = ..., term: _Optional[_Union[Term, _Mapping]] = ...) -> None: ...

class ReviewParticipationRequest(_message.Message):
    __slots__ = ("meta", "family")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ...) -> None: ...

class FormGroupRequest(_message.Message):
    __slots__ = ("meta", "group", "title", "area", "facilitators", "term")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    AREA_FIELD_NUMBER: _ClassVar[int]
    FACILITATORS_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    title: str
    area: str
    facilitators: _containers.RepeatedCompositeFieldContainer[Leading]
    term: Term
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., title: _Optional[str] = ..., area: _Optional[str] = ..., facilitators: _Optional[_Iterable[_Union[Leading, _Mapping]]] = ..., term: _Optional[_Union[Term, _Mapping]] = ...) -> None: ...

class ChangeGroupRequest(_message.Message):
    __slots__ = ("meta", "group", "facilitators", "term")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    FACILITATORS_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    facilitators: _containers.RepeatedCompositeFieldContainer[Leading]
    term: Term
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., facilitators: _Optional[_Iterable[_Union[Leading, _Mapping]]] = ..., term: _Optional[_Union[Term, _Mapping]] = ...) -> None: ...

class EndGroupRequest(_message.Message):
    __slots__ = ("meta", "group", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class TakeInParticipantRequest(_message.Message):
    __slots__ = ("meta", "group", "person", "of_family", "called", "joined_on")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    OF_FAMILY_FIELD_NUMBER: _ClassVar[int]
    CALLED_FIELD_NUMBER: _ClassVar[int]
    JOINED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    person: str
    of_family: str
    called: str
    joined_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., person: _Optional[str] = ..., of_family: _Optional[str] = ..., called: _Optional[str] = ..., joined_on: _Optional[str] = ...) -> None: ...

class LetParticipantGoRequest(_message.Message):
    __slots__ = ("meta", "group", "person", "of_family", "reason", "left_on")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    OF_FAMILY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    LEFT_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    person: str
    of_family: str
    reason: str
    left_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., person: _Optional[str] = ..., of_family: _Optional[str] = ..., reason: _Optional[str] = ..., left_on: _Optional[str] = ...) -> None: ...

class ScheduleGroupSessionRequest(_message.Message):
    __slots__ = ("meta", "group", "session", "starts_at", "place")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    session: str
    starts_at: str
    place: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., session: _Optional[str] = ..., starts_at: _Optional[str] = ..., place: _Optional[str] = ...) -> None: ...

class CancelGroupSessionRequest(_message.Message):
    __slots__ = ("meta", "group", "session", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    session: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., session: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class HoldGroupSessionRequest(_message.Message):
    __slots__ = ("meta", "group", "session", "persons")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    session: str
    persons: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., session: _Optional[str] = ..., persons: _Optional[_Iterable[str]] = ...) -> None: ...

class CorrectGroupAttendanceRequest(_message.Message):
    __slots__ = ("meta", "group", "session", "persons", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    session: str
    persons: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., session: _Optional[str] = ..., persons: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class PresentOfferToGroupRequest(_message.Message):
    __slots__ = ("meta", "group", "session", "offer", "title")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    session: str
    offer: str
    title: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., session: _Optional[str] = ..., offer: _Optional[str] = ..., title: _Optional[str] = ...) -> None: ...

class ProposeToGroupRequest(_message.Message):
    __slots__ = ("meta", "group", "proposal", "kind", "person", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    proposal: str
    kind: str
    person: str
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., proposal: _Optional[str] = ..., kind: _Optional[str] = ..., person: _Optional[str] = ..., words: _Optional[str] = ...) -> None: ...

class AgreeGroupAgendaRequest(_message.Message):
    __slots__ = ("meta", "group", "session", "items", "agreed_by")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    AGREED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    session: str
    items: _containers.RepeatedScalarFieldContainer[str]
    agreed_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., session: _Optional[str] = ..., items: _Optional[_Iterable[str]] = ..., agreed_by: _Optional[_Iterable[str]] = ...) -> None: ...

class HoldGroupActivityRequest(_message.Message):
    __slots__ = ("meta", "group", "activity", "held_on")
    META_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    ACTIVITY_FIELD_NUMBER: _ClassVar[int]
    HELD_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    group: str
    activity: str
    held_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., group: _Optional[str] = ..., activity: _Optional[str] = ..., held_on: _Optional[str] = ...) -> None: ...

class InterimGoalReview(_message.Message):
    __slots__ = ("goal", "reached")
    GOAL_FIELD_NUMBER: _ClassVar[int]
    REACHED_FIELD_NUMBER: _ClassVar[int]
    goal: str
    reached: bool
    def __init__(self, goal: _Optional[str] = ..., reached: _Optional[bool] = ...) -> None: ...

class Leading(_message.Message):
    __slots__ = ("professional", "called")
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    CALLED_FIELD_NUMBER: _ClassVar[int]
    professional: str
    called: str
    def __init__(self, professional: _Optional[str] = ..., called: _Optional[str] = ...) -> None: ...

class Present(_message.Message):
    __slots__ = ("kind", "id")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    kind: str
    id: str
    def __init__(self, kind: _Optional[str] = ..., id: _Optional[str] = ...) -> None: ...

class Term(_message.Message):
    __slots__ = ("weekdays", "starts_on", "ends_on")
    WEEKDAYS_FIELD_NUMBER: _ClassVar[int]
    STARTS_ON_FIELD_NUMBER: _ClassVar[int]
    ENDS_ON_FIELD_NUMBER: _ClassVar[int]
    weekdays: _containers.RepeatedScalarFieldContainer[str]
    starts_on: str
    ends_on: str
    def __init__(self, weekdays: _Optional[_Iterable[str]] = ..., starts_on: _Optional[str] = ..., ends_on: _Optional[str] = ...) -> None: ...

class WellbeingReview(_message.Message):
    __slots__ = ("person", "concern", "words")
    PERSON_FIELD_NUMBER: _ClassVar[int]
    CONCERN_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    person: str
    concern: bool
    words: str
    def __init__(self, person: _Optional[str] = ..., concern: _Optional[bool] = ..., words: _Optional[str] = ...) -> None: ...
