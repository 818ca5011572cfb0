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

class ClosePlanRequest(_message.Message):
    __slots__ = ("meta", "family", "plan", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    plan: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., plan: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

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

class StateHelpNeedRequest(_message.Message):
    __slots__ = ("meta", "family", "need", "person", "wish", "own_words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    NEED_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    WISH_FIELD_NUMBER: _ClassVar[int]
    OWN_WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    need: str
    person: str
    wish: str
    own_words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., need: _Optional[str] = ..., person: _Optional[str] = ..., wish: _Optional[str] = ..., own_words: _Optional[str] = ...) -> None: ...

class IdentifyResourceRequest(_message.Message):
    __slots__ = ("meta", "family", "resource", "kind", "person", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    resource: str
    kind: str
    person: str
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., resource: _Optional[str] = ..., kind: _Optional[str] = ..., person: _Optional[str] = ..., words: _Optional[str] = ...) -> None: ...

class WritePlanPartRequest(_message.Message):
    __slots__ = ("meta", "family", "person", "words", "no_part_because")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    NO_PART_BECAUSE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    person: str
    words: str
    no_part_because: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., person: _Optional[str] = ..., words: _Optional[str] = ..., no_part_because: _Optional[str] = ...) -> None: ...

class WriteLeisureLineRequest(_message.Message):
    __slots__ = ("meta", "family", "person", "line", "words", "none_because")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    NONE_BECAUSE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    person: str
    line: str
    words: str
    none_because: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., person: _Optional[str] = ..., line: _Optional[str] = ..., words: _Optional[str] = ..., none_because: _Optional[str] = ...) -> None: ...

class AddFocusAreaRequest(_message.Message):
    __slots__ = ("meta", "family", "focus_area", "title", "element", "icf_domain")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    FOCUS_AREA_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ELEMENT_FIELD_NUMBER: _ClassVar[int]
    ICF_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    focus_area: str
    title: str
    element: str
    icf_domain: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., focus_area: _Optional[str] = ..., title: _Optional[str] = ..., element: _Optional[str] = ..., icf_domain: _Optional[str] = ...) -> None: ...

class CloseFocusAreaRequest(_message.Message):
    __slots__ = ("meta", "family", "focus_area", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    FOCUS_AREA_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    focus_area: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., focus_area: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SetElementAsideRequest(_message.Message):
    __slots__ = ("meta", "family", "element", "reason", "agreed_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ELEMENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    AGREED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    element: str
    reason: str
    agreed_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., element: _Optional[str] = ..., reason: _Optional[str] = ..., agreed_by: _Optional[_Iterable[str]] = ...) -> None: ...

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

class RaiseRealityChallengeRequest(_message.Message):
    __slots__ = ("meta", "family", "challenge", "focus_area", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_FIELD_NUMBER: _ClassVar[int]
    FOCUS_AREA_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    challenge: str
    focus_area: str
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., challenge: _Optional[str] = ..., focus_area: _Optional[str] = ..., words: _Optional[str] = ...) -> None: ...

class AnswerRealityChallengeRequest(_message.Message):
    __slots__ = ("meta", "family", "challenge", "answered_by", "priority_stands", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_BY_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_STANDS_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    challenge: str
    answered_by: _containers.RepeatedScalarFieldContainer[str]
    priority_stands: bool
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., challenge: _Optional[str] = ..., answered_by: _Optional[_Iterable[str]] = ..., priority_stands: _Optional[bool] = ..., words: _Optional[str] = ...) -> None: ...

class DefineGoalRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "parent", "focus_area", "wish", "no_wish_because", "author_kind", "author", "own_words", "professional_wording", "owner_kind", "owner", "target_date", "rank")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    FOCUS_AREA_FIELD_NUMBER: _ClassVar[int]
    WISH_FIELD_NUMBER: _ClassVar[int]
    NO_WISH_BECAUSE_FIELD_NUMBER: _ClassVar[int]
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
    no_wish_because: str
    author_kind: str
    author: str
    own_words: str
    professional_wording: str
    owner_kind: str
    owner: str
    target_date: str
    rank: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., parent: _Optional[str] = ..., focus_area: _Optional[str] = ..., wish: _Optional[str] = ..., no_wish_because: _Optional[str] = ..., author_kind: _Optional[str] = ..., author: _Optional[str] = ..., own_words: _Optional[str] = ..., professional_wording: _Optional[str] = ..., owner_kind: _Optional[str] = ..., owner: _Optional[str] = ..., target_date: _Optional[str] = ..., rank: _Optional[int] = ...) -> None: ...

class RewordGoalRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "professional_wording")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_WORDING_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    professional_wording: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., professional_wording: _Optional[str] = ...) -> None: ...

class ReplanGoalRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "owner_kind", "owner", "target_date", "rank")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    OWNER_KIND_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    TARGET_DATE_FIELD_NUMBER: _ClassVar[int]
    RANK_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    owner_kind: str
    owner: str
    target_date: str
    rank: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., owner_kind: _Optional[str] = ..., owner: _Optional[str] = ..., target_date: _Optional[str] = ..., rank: _Optional[int] = ...) -> None: ...

class MoveGoalRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "parent", "rank")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    RANK_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    parent: str
    rank: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., parent: _Optional[str] = ..., rank: _Optional[int] = ...) -> None: ...

class AchieveGoalRequest(_message.Message):
    __slots__ = ("meta", "family", "goal")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ...) -> None: ...

class CloseGoalRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "ending", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    ENDING_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    ending: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., ending: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ShareGoalRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "person")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    person: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class NoteGoalOverdueRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class AskGoalsRequest(_message.Message):
    __slots__ = ("meta", "family", "into")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTO_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    into: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., into: _Optional[str] = ...) -> None: ...

class DecideGoalFateRequest(_message.Message):
    __slots__ = ("meta", "family", "goal", "fate", "into", "agreed_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    FATE_FIELD_NUMBER: _ClassVar[int]
    INTO_FIELD_NUMBER: _ClassVar[int]
    AGREED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    goal: str
    fate: str
    into: str
    agreed_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., goal: _Optional[str] = ..., fate: _Optional[str] = ..., into: _Optional[str] = ..., agreed_by: _Optional[_Iterable[str]] = ...) -> None: ...

class AddInterventionRequest(_message.Message):
    __slots__ = ("meta", "family", "intervention", "goal", "title", "department", "legal_basis", "provider", "starts", "ends", "kind", "offer")
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
    KIND_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
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
    kind: str
    offer: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., intervention: _Optional[str] = ..., goal: _Optional[str] = ..., title: _Optional[str] = ..., department: _Optional[str] = ..., legal_basis: _Optional[str] = ..., provider: _Optional[str] = ..., starts: _Optional[str] = ..., ends: _Optional[str] = ..., kind: _Optional[str] = ..., offer: _Optional[str] = ...) -> None: ...

class GrantInterventionRequest(_message.Message):
    __slots__ = ("meta", "family", "intervention", "overlaps_confirmed")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    OVERLAPS_CONFIRMED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    intervention: str
    overlaps_confirmed: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., intervention: _Optional[str] = ..., overlaps_confirmed: _Optional[_Iterable[str]] = ...) -> None: ...

class AssignProviderRequest(_message.Message):
    __slots__ = ("meta", "family", "intervention", "provider")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    intervention: str
    provider: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., intervention: _Optional[str] = ..., provider: _Optional[str] = ...) -> None: ...

class StartInterventionRequest(_message.Message):
    __slots__ = ("meta", "family", "intervention", "started_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    STARTED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    intervention: str
    started_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., intervention: _Optional[str] = ..., started_on: _Optional[str] = ...) -> None: ...

class PauseInterventionRequest(_message.Message):
    __slots__ = ("meta", "family", "intervention", "paused_on", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    PAUSED_ON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    intervention: str
    paused_on: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., intervention: _Optional[str] = ..., paused_on: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class EndInterventionRequest(_message.Message):
    __slots__ = ("meta", "family", "intervention", "ended_on", "result", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    intervention: str
    ended_on: str
    result: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., intervention: _Optional[str] = ..., ended_on: _Optional[str] = ..., result: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class CancelInterventionRequest(_message.Message):
    __slots__ = ("meta", "family", "intervention", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    intervention: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., intervention: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class AddActivityRequest(_message.Message):
    __slots__ = ("meta", "family", "activity", "goal", "title", "owner_kind", "owner", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ACTIVITY_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    OWNER_KIND_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    activity: str
    goal: str
    title: str
    owner_kind: str
    owner: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., activity: _Optional[str] = ..., goal: _Optional[str] = ..., title: _Optional[str] = ..., owner_kind: _Optional[str] = ..., owner: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class EndActivityRequest(_message.Message):
    __slots__ = ("meta", "family", "activity", "ending")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ACTIVITY_FIELD_NUMBER: _ClassVar[int]
    ENDING_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    activity: str
    ending: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., activity: _Optional[str] = ..., ending: _Optional[str] = ...) -> None: ...

class NoteActivityOverdueRequest(_message.Message):
    __slots__ = ("meta", "family", "activity", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ACTIVITY_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    activity: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., activity: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class LinkStatutoryPlanRequest(_message.Message):
    __slots__ = ("meta", "family", "statutory_plan", "legal_basis", "department", "reference")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    STATUTORY_PLAN_FIELD_NUMBER: _ClassVar[int]
    LEGAL_BASIS_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    statutory_plan: str
    legal_basis: str
    department: str
    reference: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., statutory_plan: _Optional[str] = ..., legal_basis: _Optional[str] = ..., department: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class UnlinkStatutoryPlanRequest(_message.Message):
    __slots__ = ("meta", "family", "statutory_plan", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    STATUTORY_PLAN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    statutory_plan: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., statutory_plan: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class PresentOfferRequest(_message.Message):
    __slots__ = ("meta", "family", "offer", "presented_in", "to", "presented_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    PRESENTED_IN_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    PRESENTED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    offer: str
    presented_in: str
    to: _containers.RepeatedScalarFieldContainer[str]
    presented_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., offer: _Optional[str] = ..., presented_in: _Optional[str] = ..., to: _Optional[_Iterable[str]] = ..., presented_on: _Optional[str] = ...) -> None: ...

class RecordOfferVisitRequest(_message.Message):
    __slots__ = ("meta", "family", "offer", "visited_by", "visited_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    VISITED_BY_FIELD_NUMBER: _ClassVar[int]
    VISITED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    offer: str
    visited_by: _containers.RepeatedScalarFieldContainer[str]
    visited_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., offer: _Optional[str] = ..., visited_by: _Optional[_Iterable[str]] = ..., visited_on: _Optional[str] = ...) -> None: ...

class RequestInformationRequest(_message.Message):
    __slots__ = ("meta", "family", "request", "department", "what", "purpose", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    request: str
    department: str
    what: str
    purpose: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., request: _Optional[str] = ..., department: _Optional[str] = ..., what: _Optional[str] = ..., purpose: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class RecordInformationRequest(_message.Message):
    __slots__ = ("meta", "family", "request", "reference")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    request: str
    reference: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., request: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class NoteInformationOverdueRequest(_message.Message):
    __slots__ = ("meta", "family", "request", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    request: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., request: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class OpenAssessmentFormRequest(_message.Message):
    __slots__ = ("meta", "family", "form", "template")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    form: str
    template: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., form: _Optional[str] = ..., template: _Optional[str] = ...) -> None: ...

class FillFormSectionRequest(_message.Message):
    __slots__ = ("meta", "family", "form", "section", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    SECTION_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    form: str
    section: str
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., form: _Optional[str] = ..., section: _Optional[str] = ..., words: _Optional[str] = ...) -> None: ...

class ShareFormRequest(_message.Message):
    __slots__ = ("meta", "family", "form", "shared_with")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    SHARED_WITH_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    form: str
    shared_with: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., form: _Optional[str] = ..., shared_with: _Optional[_Iterable[str]] = ...) -> None: ...

class CompleteFormRequest(_message.Message):
    __slots__ = ("meta", "family", "form")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    form: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., form: _Optional[str] = ...) -> None: ...

class RequestAssessmentRequest(_message.Message):
    __slots__ = ("meta", "family", "assessment", "domain", "department", "person")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ASSESSMENT_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    assessment: str
    domain: str
    department: str
    person: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., assessment: _Optional[str] = ..., domain: _Optional[str] = ..., department: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class CompleteAssessmentRequest(_message.Message):
    __slots__ = ("meta", "family", "assessment", "methods", "icf_domains", "conclusion")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ASSESSMENT_FIELD_NUMBER: _ClassVar[int]
    METHODS_FIELD_NUMBER: _ClassVar[int]
    ICF_DOMAINS_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    assessment: str
    methods: _containers.RepeatedScalarFieldContainer[str]
    icf_domains: _containers.RepeatedScalarFieldContainer[str]
    conclusion: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., assessment: _Optional[str] = ..., methods: _Optional[_Iterable[str]] = ..., icf_domains: _Optional[_Iterable[str]] = ..., conclusion: _Optional[str] = ...) -> None: ...

class WithdrawAssessmentRequest(_message.Message):
    __slots__ = ("meta", "family", "assessment", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ASSESSMENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    assessment: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., assessment: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ShareAssessmentRequest(_message.Message):
    __slots__ = ("meta", "family", "assessment", "purpose", "consented_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    ASSESSMENT_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    CONSENTED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    assessment: str
    purpose: str
    consented_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., assessment: _Optional[str] = ..., purpose: _Optional[str] = ..., consented_by: _Optional[_Iterable[str]] = ...) -> None: ...

class ConsultHealthCoordinatorRequest(_message.Message):
    __slots__ = ("meta", "family", "consultation", "health_coordinator", "person", "needed")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONSULTATION_FIELD_NUMBER: _ClassVar[int]
    HEALTH_COORDINATOR_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    NEEDED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    consultation: str
    health_coordinator: str
    person: str
    needed: bool
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., consultation: _Optional[str] = ..., health_coordinator: _Optional[str] = ..., person: _Optional[str] = ..., needed: _Optional[bool] = ...) -> None: ...

class RequestHealthStatementRequest(_message.Message):
    __slots__ = ("meta", "family", "statement", "consultation", "person", "purpose")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    CONSULTATION_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    statement: str
    consultation: str
    person: str
    purpose: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., statement: _Optional[str] = ..., consultation: _Optional[str] = ..., person: _Optional[str] = ..., purpose: _Optional[str] = ...) -> None: ...

class AnswerHealthStatementRequest(_message.Message):
    __slots__ = ("meta", "family", "statement", "outcome")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    statement: str
    outcome: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., statement: _Optional[str] = ..., outcome: _Optional[str] = ...) -> None: ...

class PrepareRehabCaseRequest(_message.Message):
    __slots__ = ("meta", "family", "case", "person", "own_goals")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    OWN_GOALS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    case: str
    person: str
    own_goals: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., case: _Optional[str] = ..., person: _Optional[str] = ..., own_goals: _Optional[str] = ...) -> None: ...

class SubmitRehabCaseRequest(_message.Message):
    __slots__ = ("meta", "family", "case", "goals")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    GOALS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    case: str
    goals: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., case: _Optional[str] = ..., goals: _Optional[_Iterable[str]] = ...) -> None: ...

class RecordRecommendationRequest(_message.Message):
    __slots__ = ("meta", "family", "case", "recommendation", "words")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    RECOMMENDATION_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    case: str
    recommendation: str
    words: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., case: _Optional[str] = ..., recommendation: _Optional[str] = ..., words: _Optional[str] = ...) -> None: ...

class StartResourceCourseRequest(_message.Message):
    __slots__ = ("meta", "family", "person", "started_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    STARTED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    person: str
    started_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., person: _Optional[str] = ..., started_on: _Optional[str] = ...) -> None: ...

class ApprovePlanRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "stage", "answers", "approved_by")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    APPROVED_BY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    stage: str
    answers: _containers.RepeatedCompositeFieldContainer[ProfessionalAnswer]
    approved_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., stage: _Optional[str] = ..., answers: _Optional[_Iterable[_Union[ProfessionalAnswer, _Mapping]]] = ..., approved_by: _Optional[_Iterable[str]] = ...) -> None: ...

class WithholdApprovalRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "party_kind", "party", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    PARTY_KIND_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    party_kind: str
    party: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., party_kind: _Optional[str] = ..., party: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class TakeDisagreementOnRequest(_message.Message):
    __slots__ = ("meta", "family", "meeting", "next_meeting", "about")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEETING_FIELD_NUMBER: _ClassVar[int]
    NEXT_MEETING_FIELD_NUMBER: _ClassVar[int]
    ABOUT_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    meeting: str
    next_meeting: str
    about: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., meeting: _Optional[str] = ..., next_meeting: _Optional[str] = ..., about: _Optional[str] = ...) -> None: ...

class ConfirmOwnershipRequest(_message.Message):
    __slots__ = ("meta", "family", "party_kind", "party")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PARTY_KIND_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    party_kind: str
    party: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., party_kind: _Optional[str] = ..., party: _Optional[str] = ...) -> None: ...

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

class RevisePlanRequest(_message.Message):
    __slots__ = ("meta", "family", "reason", "goals", "interventions", "activities")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    GOALS_FIELD_NUMBER: _ClassVar[int]
    INTERVENTIONS_FIELD_NUMBER: _ClassVar[int]
    ACTIVITIES_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    reason: str
    goals: _containers.RepeatedCompositeFieldContainer[GoalInRevision]
    interventions: _containers.RepeatedCompositeFieldContainer[InterventionInRevision]
    activities: _containers.RepeatedCompositeFieldContainer[ActivityInRevision]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., reason: _Optional[str] = ..., goals: _Optional[_Iterable[_Union[GoalInRevision, _Mapping]]] = ..., interventions: _Optional[_Iterable[_Union[InterventionInRevision, _Mapping]]] = ..., activities: _Optional[_Iterable[_Union[ActivityInRevision, _Mapping]]] = ...) -> None: ...

class ListOfferRequest(_message.Message):
    __slots__ = ("meta", "catalogue", "offer", "offered", "place")
    META_FIELD_NUMBER: _ClassVar[int]
    CATALOGUE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    OFFERED_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    catalogue: str
    offer: str
    offered: Offered
    place: Place
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., catalogue: _Optional[str] = ..., offer: _Optional[str] = ..., offered: _Optional[_Union[Offered, _Mapping]] = ..., place: _Optional[_Union[Place, _Mapping]] = ...) -> None: ...

class ReviseOfferRequest(_message.Message):
    __slots__ = ("meta", "catalogue", "offer", "offered")
    META_FIELD_NUMBER: _ClassVar[int]
    CATALOGUE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    OFFERED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    catalogue: str
    offer: str
    offered: Offered
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., catalogue: _Optional[str] = ..., offer: _Optional[str] = ..., offered: _Optional[_Union[Offered, _Mapping]] = ...) -> None: ...

class MoveOfferRequest(_message.Message):
    __slots__ = ("meta", "catalogue", "offer", "place")
    META_FIELD_NUMBER: _ClassVar[int]
    CATALOGUE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    catalogue: str
    offer: str
    place: Place
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., catalogue: _Optional[str] = ..., offer: _Optional[str] = ..., place: _Optional[_Union[Place, _Mapping]] = ...) -> None: ...

class WithdrawOfferRequest(_message.Message):
    __slots__ = ("meta", "catalogue", "offer", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CATALOGUE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    catalogue: str
    offer: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., catalogue: _Optional[str] = ..., offer: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class AddPresentationRequest(_message.Message):
    __slots__ = ("meta", "catalogue", "offer", "presentation", "kind", "title", "words", "reference", "peer_agreed")
    META_FIELD_NUMBER: _ClassVar[int]
    CATALOGUE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    PRESENTATION_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    PEER_AGREED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    catalogue: str
    offer: str
    presentation: str
    kind: str
    title: Wording
    words: Wording
    reference: str
    peer_agreed: bool
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., catalogue: _Optional[str] = ..., offer: _Optional[str] = ..., presentation: _Optional[str] = ..., kind: _Optional[str] = ..., title: _Optional[_Union[Wording, _Mapping]] = ..., words: _Optional[_Union[Wording, _Mapping]] = ..., reference: _Optional[str] = ..., peer_agreed: _Optional[bool] = ...) -> None: ...

class RemovePresentationRequest(_message.Message):
    __slots__ = ("meta", "catalogue", "offer", "presentation", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    CATALOGUE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    PRESENTATION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    catalogue: str
    offer: str
    presentation: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., catalogue: _Optional[str] = ..., offer: _Optional[str] = ..., presentation: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ActivityInRevision(_message.Message):
    __slots__ = ("activity", "fate")
    ACTIVITY_FIELD_NUMBER: _ClassVar[int]
    FATE_FIELD_NUMBER: _ClassVar[int]
    activity: str
    fate: str
    def __init__(self, activity: _Optional[str] = ..., fate: _Optional[str] = ...) -> None: ...

class GoalInRevision(_message.Message):
    __slots__ = ("goal", "fate")
    GOAL_FIELD_NUMBER: _ClassVar[int]
    FATE_FIELD_NUMBER: _ClassVar[int]
    goal: str
    fate: str
    def __init__(self, goal: _Optional[str] = ..., fate: _Optional[str] = ...) -> None: ...

class InterventionInRevision(_message.Message):
    __slots__ = ("intervention", "fate")
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    FATE_FIELD_NUMBER: _ClassVar[int]
    intervention: str
    fate: str
    def __init__(self, intervention: _Optional[str] = ..., fate: _Optional[str] = ...) -> None: ...

class Offered(_message.Message):
    __slots__ = ("title", "kind", "form", "goal", "content", "results", "axes", "provider", "draws_on")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    AXES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    DRAWS_ON_FIELD_NUMBER: _ClassVar[int]
    title: Wording
    kind: str
    form: str
    goal: Wording
    content: Wording
    results: Wording
    axes: _containers.RepeatedScalarFieldContainer[str]
    provider: Provider
    draws_on: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, title: _Optional[_Union[Wording, _Mapping]] = ..., kind: _Optional[str] = ..., form: _Optional[str] = ..., goal: _Optional[_Union[Wording, _Mapping]] = ..., content: _Optional[_Union[Wording, _Mapping]] = ..., results: _Optional[_Union[Wording, _Mapping]] = ..., axes: _Optional[_Iterable[str]] = ..., provider: _Optional[_Union[Provider, _Mapping]] = ..., draws_on: _Optional[_Iterable[str]] = ...) -> None: ...

class Place(_message.Message):
    __slots__ = ("place", "name", "host")
    PLACE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    place: str
    name: str
    host: str
    def __init__(self, place: _Optional[str] = ..., name: _Optional[str] = ..., host: _Optional[str] = ...) -> None: ...

class ProfessionalAnswer(_message.Message):
    __slots__ = ("professional", "answer", "reservation")
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    RESERVATION_FIELD_NUMBER: _ClassVar[int]
    professional: str
    answer: str
    reservation: str
    def __init__(self, professional: _Optional[str] = ..., answer: _Optional[str] = ..., reservation: _Optional[str] = ...) -> None: ...

class Provider(_message.Message):
    __slots__ = ("kind", "department", "name")
    KIND_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    kind: str
    department: str
    name: str
    def __init__(self, kind: _Optional[str] = ..., department: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class Wording(_message.Message):
    __slots__ = ("danish", "english")
    DANISH_FIELD_NUMBER: _ClassVar[int]
    ENGLISH_FIELD_NUMBER: _ClassVar[int]
    danish: str
    english: str
    def __init__(self, danish: _Optional[str] = ..., english: _Optional[str] = ...) -> None: ...
