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
    __slots__ = ("meta", "family", "person")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    person: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class AttachProfessionalRequest(_message.Message):
    __slots__ = ("meta", "family", "professional", "purpose", "basis")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    BASIS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    purpose: str
    basis: Basis
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ..., purpose: _Optional[str] = ..., basis: _Optional[_Union[Basis, _Mapping]] = ...) -> None: ...

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

class DesignatePrimaryContactRequest(_message.Message):
    __slots__ = ("meta", "family", "professional")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    professional: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., professional: _Optional[str] = ...) -> None: ...

class RegisterPersonRequest(_message.Message):
    __slots__ = ("meta", "person", "role", "name")
    META_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    person: str
    role: str
    name: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., person: _Optional[str] = ..., role: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class RegisterProfessionalRequest(_message.Message):
    __slots__ = ("meta", "professional", "department", "profession", "name")
    META_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    PROFESSION_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    professional: str
    department: str
    profession: str
    name: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., professional: _Optional[str] = ..., department: _Optional[str] = ..., profession: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

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
