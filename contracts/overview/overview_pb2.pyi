# mypy: ignore-errors
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetFamilyPlanRequest(_message.Message):
    __slots__ = ("family", "after")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    family: str
    after: str
    def __init__(self, family: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

class WatchFamilyPlanRequest(_message.Message):
    __slots__ = ("family", "after", "after_state")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    AFTER_STATE_FIELD_NUMBER: _ClassVar[int]
    family: str
    after: str
    after_state: int
    def __init__(self, family: _Optional[str] = ..., after: _Optional[str] = ..., after_state: _Optional[int] = ...) -> None: ...

class FamilyPlan(_message.Message):
    __slots__ = ("family", "state_no", "vector", "hash", "plan", "view_version", "freshness", "token")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    STATE_NO_FIELD_NUMBER: _ClassVar[int]
    VECTOR_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    VIEW_VERSION_FIELD_NUMBER: _ClassVar[int]
    FRESHNESS_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    family: str
    state_no: int
    vector: str
    hash: bytes
    plan: bytes
    view_version: int
    freshness: Freshness
    token: str
    def __init__(self, family: _Optional[str] = ..., state_no: _Optional[int] = ..., vector: _Optional[str] = ..., hash: _Optional[bytes] = ..., plan: _Optional[bytes] = ..., view_version: _Optional[int] = ..., freshness: _Optional[_Union[Freshness, _Mapping]] = ..., token: _Optional[str] = ...) -> None: ...

class Freshness(_message.Message):
    __slots__ = ("as_of", "waiting", "stale")
    AS_OF_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    STALE_FIELD_NUMBER: _ClassVar[int]
    as_of: str
    waiting: int
    stale: bool
    def __init__(self, as_of: _Optional[str] = ..., waiting: _Optional[int] = ..., stale: _Optional[bool] = ...) -> None: ...
