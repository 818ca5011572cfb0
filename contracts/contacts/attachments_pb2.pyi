# mypy: ignore-errors
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class MayReadRequest(_message.Message):
    __slots__ = ("family", "professional")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    family: str
    professional: str
    def __init__(self, family: _Optional[str] = ..., professional: _Optional[str] = ...) -> None: ...

class MayReadResponse(_message.Message):
    __slots__ = ("may_read", "purpose", "emergency")
    MAY_READ_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    EMERGENCY_FIELD_NUMBER: _ClassVar[int]
    may_read: bool
    purpose: str
    emergency: bool
    def __init__(self, may_read: _Optional[bool] = ..., purpose: _Optional[str] = ..., emergency: _Optional[bool] = ...) -> None: ...
