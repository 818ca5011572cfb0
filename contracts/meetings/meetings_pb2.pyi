# mypy: ignore-errors
from contracts.edge import edge_pb2 as _edge_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ScheduleMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "starts_at", "place", "place_reason", "plan", "revision")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    PLACE_REASON_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    starts_at: str
    place: str
    place_reason: str
    plan: str
    revision: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., starts_at: _Optional[str] = ..., place: _Optional[str] = ..., place_reason: _Optional[str] = ..., plan: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

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

class HoldMeetingRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "held_at", "revision", "further_assessment_needed", "further_assessment_domains", "follow_up_on", "follow_up_persons", "follow_up_professionals", "interim_goals", "deviation_procedure", "progress_persons", "progress_professionals", "progress_what", "progress_every")
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
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., held_at: _Optional[str] = ..., revision: _Optional[int] = ..., further_assessment_needed: _Optional[bool] = ..., further_assessment_domains: _Optional[_Iterable[str]] = ..., follow_up_on: _Optional[str] = ..., follow_up_persons: _Optional[_Iterable[str]] = ..., follow_up_professionals: _Optional[_Iterable[str]] = ..., interim_goals: _Optional[_Iterable[str]] = ..., deviation_procedure: _Optional[str] = ..., progress_persons: _Optional[_Iterable[str]] = ..., progress_professionals: _Optional[_Iterable[str]] = ..., progress_what: _Optional[str] = ..., progress_every: _Optional[str] = ...) -> None: ...

class Present(_message.Message):
    __slots__ = ("kind", "id")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    kind: str
    id: str
    def __init__(self, kind: _Optional[str] = ..., id: _Optional[str] = ...) -> None: ...
