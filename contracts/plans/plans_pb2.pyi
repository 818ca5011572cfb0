# mypy: ignore-errors
from contracts.edge import edge_pb2 as _edge_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DraftPlanRequest(_message.Message):
    __slots__ = ("meta", "family", "plan")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    plan: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., plan: _Optional[str] = ...) -> None: ...

class RecordWishRequest(_message.Message):
    __slots__ = ("meta", "family", "wish", "person", "own_words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    WISH_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    OWN_WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    wish: str
    person: str
    own_words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., wish: _Optional[str] = ..., person: _Optional[str] = ..., own_words: _Optional[str] = ...) -> None: ...

class AddFocusAreaRequest(_message.Message):
    __slots__ = ("meta", "family", "focus_area", "title")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    FOCUS_AREA_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    focus_area: str
    title: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., focus_area: _Optional[str] = ..., title: _Optional[str] = ...) -> None: ...

class AgreePriorityRequest(_message.Message):
    __slots__ = ("meta", "family", "focus_areas", "agreed_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    FOCUS_AREAS_FIELD_NUMBER: _ClassVar[int]
    AGREED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    focus_areas: _containers.RepeatedScalarFieldContainer[str]
    agreed_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., focus_areas: _Optional[_Iterable[str]] = ..., agreed_by: _Optional[_Iterable[str]] = ...) -> None: ...

class DefineGoalRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "parent", "focus_area", "wish", "author_kind", "author", "own_words", "professional_wording", "owner_kind", "owner", "target_date", "rank")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    FOCUS_AREA_FIELD_NUMBER: _ClassVar[int]
    WISH_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_KIND_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_FIELD_NUMBER: _ClassVar[int]
    OWN_WORDS_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_WORDING_FIELD_NUMBER: _ClassVar[int]
    OWNER_KIND_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    TARGET_DATE_FIELD_NUMBER: _ClassVar[int]
    RANK_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    parent: str
    focus_area: str
    wish: str
    author_kind: str
    author: str
    own_words: str
    professional_wording: str
    owner_kind: str
    owner: str
    target_date: str
    rank: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., parent: _Optional[str] = ..., focus_area: _Optional[str] = ..., wish: _Optional[str] = ..., author_kind: _Optional[str] = ..., author: _Optional[str] = ..., own_words: _Optional[str] = ..., professional_wording: _Optional[str] = ..., owner_kind: _Optional[str] = ..., owner: _Optional[str] = ..., target_date: _Optional[str] = ..., rank: _Optional[int] = ...) -> None: ...

class AddInterventionRequest(_message.Message):
    __slots__ = ("meta", "family", "intervention", "goal", "title", "department", "legal_basis", "provider", "starts", "ends")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    LEGAL_BASIS_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    STARTS_FIELD_NUMBER: _ClassVar[int]
    ENDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    intervention: str
    goal: str
    title: str
    department: str
    legal_basis: str
    provider: str
    starts: str
    ends: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., intervention: _Optional[str] = ..., goal: _Optional[str] = ..., title: _Optional[str] = ..., department: _Optional[str] = ..., legal_basis: _Optional[str] = ..., provider: _Optional[str] = ..., starts: _Optional[str] = ..., ends: _Optional[str] = ...) -> None: ...

class ApprovePlanRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "answers", "approved_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    APPROVED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    answers: _containers.RepeatedCompositeFieldContainer[ProfessionalAnswer]
    approved_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., answers: _Optional[_Iterable[_Union[ProfessionalAnswer, _Mapping]]] = ..., approved_by: _Optional[_Iterable[str]] = ...) -> None: ...

class QuestionApprovalRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "meetings_version")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    MEETINGS_VERSION_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    meetings_version: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., meetings_version: _Optional[int] = ...) -> None: ...

class ProfessionalAnswer(_message.Message):
    __slots__ = ("professional", "answer", "reservation")
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    RESERVATION_FIELD_NUMBER: _ClassVar[int]
    professional: str
    answer: str
    reservation: str
    def __init__(self, professional: _Optional[str] = ..., answer: _Optional[str] = ..., reservation: _Optional[str] = ...) -> None: ...
