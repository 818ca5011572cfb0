# mypy: ignore-errors
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class FindPersonRequest(_message.Message):
    __slots__ = ("system", "value")
    SYSTEM_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    system: str
    value: str
    def __init__(self, system: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class FindPersonResponse(_message.Message):
    __slots__ = ("person",)
    PERSON_FIELD_NUMBER: _ClassVar[int]
    person: str
    def __init__(self, person: _Optional[str] = ...) -> None: ...

class FindFamilyRequest(_message.Message):
    __slots__ = ("department", "system", "value")
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    SYSTEM_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    department: str
    system: str
    value: str
    def __init__(self, department: _Optional[str] = ..., system: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class FindFamilyResponse(_message.Message):
    __slots__ = ("family", "person")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    family: str
    person: str
    def __init__(self, family: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...
