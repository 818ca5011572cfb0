# mypy: ignore-errors
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class ListLackingRequest(_message.Message):
    __slots__ = ("lack", "after")
    LACK_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    lack: str
    after: str
    def __init__(self, lack: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

class ListLackingResponse(_message.Message):
    __slots__ = ("families", "next_after")
    FAMILIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    families: _containers.RepeatedScalarFieldContainer[str]
    next_after: str
    def __init__(self, families: _Optional[_Iterable[str]] = ..., next_after: _Optional[str] = ...) -> None: ...
