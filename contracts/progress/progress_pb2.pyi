# mypy: ignore-errors
from contracts.edge import edge_pb2 as _edge_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RecordBaselineRequest(_message.Message):
    __slots__ = ("meta", "family", "baseline", "person", "goal", "instrument", "scale_min", "scale_max", "value", "measured_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    BASELINE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    INSTRUMENT_FIELD_NUMBER: _ClassVar[int]
    SCALE_MIN_FIELD_NUMBER: _ClassVar[int]
    SCALE_MAX_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    MEASURED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    baseline: str
    person: str
    goal: str
    instrument: str
    scale_min: int
    scale_max: int
    value: int
    measured_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., baseline: _Optional[str] = ..., person: _Optional[str] = ..., goal: _Optional[str] = ..., instrument: _Optional[str] = ..., scale_min: _Optional[int] = ..., scale_max: _Optional[int] = ..., value: _Optional[int] = ..., measured_on: _Optional[str] = ...) -> None: ...

class RegisterProgressRequest(_message.Message):
    __slots__ = ("meta", "family", "registration", "goal", "intervention", "person", "value", "by_kind", "note", "registered_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REGISTRATION_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    BY_KIND_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    registration: str
    goal: str
    intervention: str
    person: str
    value: int
    by_kind: str
    note: str
    registered_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., registration: _Optional[str] = ..., goal: _Optional[str] = ..., intervention: _Optional[str] = ..., person: _Optional[str] = ..., value: _Optional[int] = ..., by_kind: _Optional[str] = ..., note: _Optional[str] = ..., registered_on: _Optional[str] = ...) -> None: ...

class NoteSmallSuccessRequest(_message.Message):
    __slots__ = ("meta", "family", "success", "person", "goal", "words", "noted_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    SUCCESS_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    NOTED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    success: str
    person: str
    goal: str
    words: str
    noted_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., success: _Optional[str] = ..., person: _Optional[str] = ..., goal: _Optional[str] = ..., words: _Optional[str] = ..., noted_on: _Optional[str] = ...) -> None: ...
