# mypy: ignore-errors
import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Meta(_message.Message):
    __slots__ = ("command_id", "expected_version", "after", "occurred_at", "purpose", "correlation_id")
    COMMAND_ID_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    OCCURRED_AT_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    CORRELATION_ID_FIELD_NUMBER: _ClassVar[int]
    command_id: str
    expected_version: int
    after: str
    occurred_at: _timestamp_pb2.Timestamp
    purpose: str
    correlation_id: str
    def __init__(self, command_id: _Optional[str] = ..., expected_version: _Optional[int] = ..., after: _Optional[str] = ..., occurred_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., purpose: _Optional[str] = ..., correlation_id: _Optional[str] = ...) -> None: ...

class Accepted(_message.Message):
    __slots__ = ("token", "version", "vector")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    VECTOR_FIELD_NUMBER: _ClassVar[int]
    token: str
    version: int
    vector: str
    def __init__(self, token: _Optional[str] = ..., version: _Optional[int] = ..., vector: _Optional[str] = ...) -> None: ...
