# mypy: ignore-errors
from google.protobuf.internal import containers as _containers
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
    __slots__ = ("family", "after", "after_state", "after_stale")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    AFTER_STATE_FIELD_NUMBER: _ClassVar[int]
    AFTER_STALE_FIELD_NUMBER: _ClassVar[int]
    family: str
    after: str
    after_state: int
    after_stale: bool
    def __init__(self, family: _Optional[str] = ..., after: _Optional[str] = ..., after_state: _Optional[int] = ..., after_stale: _Optional[bool] = ...) -> None: ...

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

class GetDocumentRequest(_message.Message):
    __slots__ = ("family", "kind", "language", "day", "words", "after")
    class WordsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    family: str
    kind: str
    language: str
    day: str
    words: _containers.ScalarMap[str, str]
    after: str
    def __init__(self, family: _Optional[str] = ..., kind: _Optional[str] = ..., language: _Optional[str] = ..., day: _Optional[str] = ..., words: _Optional[_Mapping[str, str]] = ..., after: _Optional[str] = ...) -> None: ...

class Document(_message.Message):
    __slots__ = ("family", "kind", "state_no", "vector", "hash", "document", "token")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_NO_FIELD_NUMBER: _ClassVar[int]
    VECTOR_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    family: str
    kind: str
    state_no: int
    vector: str
    hash: bytes
    document: bytes
    token: str
    def __init__(self, family: _Optional[str] = ..., kind: _Optional[str] = ..., state_no: _Optional[int] = ..., vector: _Optional[str] = ..., hash: _Optional[bytes] = ..., document: _Optional[bytes] = ..., token: _Optional[str] = ...) -> None: ...

class AcknowledgePlanRequest(_message.Message):
    __slots__ = ("family", "state_no")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    STATE_NO_FIELD_NUMBER: _ClassVar[int]
    family: str
    state_no: int
    def __init__(self, family: _Optional[str] = ..., state_no: _Optional[int] = ...) -> None: ...

class Acknowledged(_message.Message):
    __slots__ = ("vector",)
    VECTOR_FIELD_NUMBER: _ClassVar[int]
    vector: str
    def __init__(self, vector: _Optional[str] = ...) -> None: ...

class GetProgrammeRequest(_message.Message):
    __slots__ = ("programme", "day", "after")
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    programme: str
    day: str
    after: str
    def __init__(self, programme: _Optional[str] = ..., day: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

class ListProgrammesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ProgrammeDocument(_message.Message):
    __slots__ = ("document", "hash")
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    document: bytes
    hash: bytes
    def __init__(self, document: _Optional[bytes] = ..., hash: _Optional[bytes] = ...) -> None: ...

class GetOperationsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Operations(_message.Message):
    __slots__ = ("at", "all_well", "document")
    AT_FIELD_NUMBER: _ClassVar[int]
    ALL_WELL_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    at: str
    all_well: bool
    document: bytes
    def __init__(self, at: _Optional[str] = ..., all_well: _Optional[bool] = ..., document: _Optional[bytes] = ...) -> None: ...

class FindOffersRequest(_message.Message):
    __slots__ = ("words", "area", "provider", "goal", "family", "after")
    WORDS_FIELD_NUMBER: _ClassVar[int]
    AREA_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    words: str
    area: str
    provider: str
    goal: str
    family: str
    after: str
    def __init__(self, words: _Optional[str] = ..., area: _Optional[str] = ..., provider: _Optional[str] = ..., goal: _Optional[str] = ..., family: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

class GetOfferRequest(_message.Message):
    __slots__ = ("offer", "after")
    OFFER_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    offer: str
    after: str
    def __init__(self, offer: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

class Offers(_message.Message):
    __slots__ = ("document",)
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    document: bytes
    def __init__(self, document: _Optional[bytes] = ...) -> None: ...
