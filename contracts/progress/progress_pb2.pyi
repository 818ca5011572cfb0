# mypy: ignore-errors
from contracts.edge import edge_pb2 as _edge_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
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

class RateTrustRequest(_message.Message):
    __slots__ = ("meta", "family", "rating", "person", "professional", "value", "rated_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    RATING_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    RATED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    rating: str
    person: str
    professional: str
    value: int
    rated_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., rating: _Optional[str] = ..., person: _Optional[str] = ..., professional: _Optional[str] = ..., value: _Optional[int] = ..., rated_on: _Optional[str] = ...) -> None: ...

class RateOfferRequest(_message.Message):
    __slots__ = ("meta", "family", "rating", "intervention", "person", "by_kind", "value", "words", "rated_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    RATING_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    BY_KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    RATED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    rating: str
    intervention: str
    person: str
    by_kind: str
    value: int
    words: str
    rated_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., rating: _Optional[str] = ..., intervention: _Optional[str] = ..., person: _Optional[str] = ..., by_kind: _Optional[str] = ..., value: _Optional[int] = ..., words: _Optional[str] = ..., rated_on: _Optional[str] = ...) -> None: ...

class CorrectRegistrationRequest(_message.Message):
    __slots__ = ("meta", "family", "correction", "corrects", "taken_back", "value", "axis", "day", "ended_on", "because")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CORRECTION_FIELD_NUMBER: _ClassVar[int]
    CORRECTS_FIELD_NUMBER: _ClassVar[int]
    TAKEN_BACK_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    AXIS_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    BECAUSE_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    correction: str
    corrects: str
    taken_back: bool
    value: int
    axis: str
    day: str
    ended_on: str
    because: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., correction: _Optional[str] = ..., corrects: _Optional[str] = ..., taken_back: _Optional[bool] = ..., value: _Optional[int] = ..., axis: _Optional[str] = ..., day: _Optional[str] = ..., ended_on: _Optional[str] = ..., because: _Optional[str] = ...) -> None: ...

class DefineWheelRequest(_message.Message):
    __slots__ = ("meta", "family", "wheel", "kind", "person", "axes")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    WHEEL_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    AXES_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    wheel: str
    kind: str
    person: str
    axes: _containers.RepeatedCompositeFieldContainer[Axis]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., wheel: _Optional[str] = ..., kind: _Optional[str] = ..., person: _Optional[str] = ..., axes: _Optional[_Iterable[_Union[Axis, _Mapping]]] = ...) -> None: ...

class ScoreWheelRequest(_message.Message):
    __slots__ = ("meta", "family", "wheel", "scoring", "by_kind", "scores", "words", "scored_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    WHEEL_FIELD_NUMBER: _ClassVar[int]
    SCORING_FIELD_NUMBER: _ClassVar[int]
    BY_KIND_FIELD_NUMBER: _ClassVar[int]
    SCORES_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    SCORED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    wheel: str
    scoring: str
    by_kind: str
    scores: _containers.RepeatedCompositeFieldContainer[AxisScore]
    words: str
    scored_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., wheel: _Optional[str] = ..., scoring: _Optional[str] = ..., by_kind: _Optional[str] = ..., scores: _Optional[_Iterable[_Union[AxisScore, _Mapping]]] = ..., words: _Optional[str] = ..., scored_on: _Optional[str] = ...) -> None: ...

class ReportDeviationRequest(_message.Message):
    __slots__ = ("meta", "family", "deviation", "goal", "intervention", "words", "owner", "owner_kind", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DEVIATION_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    OWNER_KIND_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    deviation: str
    goal: str
    intervention: str
    words: str
    owner: str
    owner_kind: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., deviation: _Optional[str] = ..., goal: _Optional[str] = ..., intervention: _Optional[str] = ..., words: _Optional[str] = ..., owner: _Optional[str] = ..., owner_kind: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class ReplanDeviationRequest(_message.Message):
    __slots__ = ("meta", "family", "deviation", "owner", "owner_kind", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DEVIATION_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    OWNER_KIND_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    deviation: str
    owner: str
    owner_kind: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., deviation: _Optional[str] = ..., owner: _Optional[str] = ..., owner_kind: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class TakeDeviationActionRequest(_message.Message):
    __slots__ = ("meta", "family", "deviation", "words", "taken_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DEVIATION_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    TAKEN_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    deviation: str
    words: str
    taken_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., deviation: _Optional[str] = ..., words: _Optional[str] = ..., taken_on: _Optional[str] = ...) -> None: ...

class CloseDeviationRequest(_message.Message):
    __slots__ = ("meta", "family", "deviation", "plan_changes", "words", "closed_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DEVIATION_FIELD_NUMBER: _ClassVar[int]
    PLAN_CHANGES_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    deviation: str
    plan_changes: bool
    words: str
    closed_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., deviation: _Optional[str] = ..., plan_changes: _Optional[bool] = ..., words: _Optional[str] = ..., closed_on: _Optional[str] = ...) -> None: ...

class NoteDeviationOverdueRequest(_message.Message):
    __slots__ = ("meta", "family", "deviation", "due_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DEVIATION_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    deviation: str
    due_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., deviation: _Optional[str] = ..., due_on: _Optional[str] = ...) -> None: ...

class SuspendDeviationsRequest(_message.Message):
    __slots__ = ("meta", "family", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ResumeDeviationsRequest(_message.Message):
    __slots__ = ("meta", "family")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ...) -> None: ...

class RecordMeasureRequest(_message.Message):
    __slots__ = ("meta", "family", "measure", "kind", "person", "goal", "intervention", "instrument", "scale_min", "scale_max", "value", "period_from", "measured_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    INSTRUMENT_FIELD_NUMBER: _ClassVar[int]
    SCALE_MIN_FIELD_NUMBER: _ClassVar[int]
    SCALE_MAX_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    PERIOD_FROM_FIELD_NUMBER: _ClassVar[int]
    MEASURED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    measure: str
    kind: str
    person: str
    goal: str
    intervention: str
    instrument: str
    scale_min: int
    scale_max: int
    value: int
    period_from: str
    measured_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., measure: _Optional[str] = ..., kind: _Optional[str] = ..., person: _Optional[str] = ..., goal: _Optional[str] = ..., intervention: _Optional[str] = ..., instrument: _Optional[str] = ..., scale_min: _Optional[int] = ..., scale_max: _Optional[int] = ..., value: _Optional[int] = ..., period_from: _Optional[str] = ..., measured_on: _Optional[str] = ...) -> None: ...

class RecordInclusionRequest(_message.Message):
    __slots__ = ("meta", "family", "measure", "supporter", "instrument", "scale_min", "scale_max", "value", "measured_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    SUPPORTER_FIELD_NUMBER: _ClassVar[int]
    INSTRUMENT_FIELD_NUMBER: _ClassVar[int]
    SCALE_MIN_FIELD_NUMBER: _ClassVar[int]
    SCALE_MAX_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    MEASURED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    measure: str
    supporter: str
    instrument: str
    scale_min: int
    scale_max: int
    value: int
    measured_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., measure: _Optional[str] = ..., supporter: _Optional[str] = ..., instrument: _Optional[str] = ..., scale_min: _Optional[int] = ..., scale_max: _Optional[int] = ..., value: _Optional[int] = ..., measured_on: _Optional[str] = ...) -> None: ...

class StartOccupationRequest(_message.Message):
    __slots__ = ("meta", "family", "occupation", "person", "kind", "what", "matches_wish", "goal", "intervention", "words", "started_on")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    OCCUPATION_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    MATCHES_WISH_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    INTERVENTION_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    STARTED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    occupation: str
    person: str
    kind: str
    what: str
    matches_wish: bool
    goal: str
    intervention: str
    words: str
    started_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., occupation: _Optional[str] = ..., person: _Optional[str] = ..., kind: _Optional[str] = ..., what: _Optional[str] = ..., matches_wish: _Optional[bool] = ..., goal: _Optional[str] = ..., intervention: _Optional[str] = ..., words: _Optional[str] = ..., started_on: _Optional[str] = ...) -> None: ...

class EndOccupationRequest(_message.Message):
    __slots__ = ("meta", "family", "occupation", "ended_on", "reason")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    OCCUPATION_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    occupation: str
    ended_on: str
    reason: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., occupation: _Optional[str] = ..., ended_on: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class MarkPilotCaseRequest(_message.Message):
    __slots__ = ("meta", "family", "programme")
    META_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    family: str
    programme: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., family: _Optional[str] = ..., programme: _Optional[str] = ...) -> None: ...

class RegisterProgrammeRequest(_message.Message):
    __slots__ = ("meta", "programme", "code", "title", "starts_on", "ends_on", "grant", "funder", "name")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    STARTS_ON_FIELD_NUMBER: _ClassVar[int]
    ENDS_ON_FIELD_NUMBER: _ClassVar[int]
    GRANT_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    code: str
    title: str
    starts_on: str
    ends_on: str
    grant: int
    funder: str
    name: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., code: _Optional[str] = ..., title: _Optional[str] = ..., starts_on: _Optional[str] = ..., ends_on: _Optional[str] = ..., grant: _Optional[int] = ..., funder: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class AssignProgrammeRoleRequest(_message.Message):
    __slots__ = ("meta", "programme", "role", "professional", "name")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    role: str
    professional: str
    name: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., role: _Optional[str] = ..., professional: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class EndProgrammeRoleRequest(_message.Message):
    __slots__ = ("meta", "programme", "role", "professional")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    role: str
    professional: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., role: _Optional[str] = ..., professional: _Optional[str] = ...) -> None: ...

class SetMilestoneRequest(_message.Message):
    __slots__ = ("meta", "programme", "milestone", "title", "due_on", "reached_on")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    MILESTONE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DUE_ON_FIELD_NUMBER: _ClassVar[int]
    REACHED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    milestone: str
    title: str
    due_on: str
    reached_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., milestone: _Optional[str] = ..., title: _Optional[str] = ..., due_on: _Optional[str] = ..., reached_on: _Optional[str] = ...) -> None: ...

class SetOutcomeTargetRequest(_message.Message):
    __slots__ = ("meta", "programme", "target", "needed")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    NEEDED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    target: str
    needed: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., target: _Optional[str] = ..., needed: _Optional[int] = ...) -> None: ...

class TellOfProgrammeRequest(_message.Message):
    __slots__ = ("meta", "programme", "telling", "kind", "title", "words", "told_to", "reference", "verdict", "follows", "told_on")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    TELLING_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    TOLD_TO_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    FOLLOWS_FIELD_NUMBER: _ClassVar[int]
    TOLD_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    telling: str
    kind: str
    title: str
    words: str
    told_to: _containers.RepeatedScalarFieldContainer[str]
    reference: str
    verdict: str
    follows: str
    told_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., telling: _Optional[str] = ..., kind: _Optional[str] = ..., title: _Optional[str] = ..., words: _Optional[str] = ..., told_to: _Optional[_Iterable[str]] = ..., reference: _Optional[str] = ..., verdict: _Optional[str] = ..., follows: _Optional[str] = ..., told_on: _Optional[str] = ...) -> None: ...

class RecordTrainingRequest(_message.Message):
    __slots__ = ("meta", "programme", "training", "kind", "title", "held_on", "attended")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    TRAINING_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    HELD_ON_FIELD_NUMBER: _ClassVar[int]
    ATTENDED_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    training: str
    kind: str
    title: str
    held_on: str
    attended: _containers.RepeatedCompositeFieldContainer[Attendee]
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., training: _Optional[str] = ..., kind: _Optional[str] = ..., title: _Optional[str] = ..., held_on: _Optional[str] = ..., attended: _Optional[_Iterable[_Union[Attendee, _Mapping]]] = ...) -> None: ...

class PublishGuideRequest(_message.Message):
    __slots__ = ("meta", "programme", "guide", "version", "title", "reference", "published_on")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    GUIDE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    guide: str
    version: int
    title: str
    reference: str
    published_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., guide: _Optional[str] = ..., version: _Optional[int] = ..., title: _Optional[str] = ..., reference: _Optional[str] = ..., published_on: _Optional[str] = ...) -> None: ...

class MarkGuideReadRequest(_message.Message):
    __slots__ = ("meta", "programme", "guide", "version")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    GUIDE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    guide: str
    version: int
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., guide: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class RecordCostRequest(_message.Message):
    __slots__ = ("meta", "programme", "entry", "amount", "what", "by_grant", "period_from", "period_to")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    BY_GRANT_FIELD_NUMBER: _ClassVar[int]
    PERIOD_FROM_FIELD_NUMBER: _ClassVar[int]
    PERIOD_TO_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    entry: str
    amount: int
    what: str
    by_grant: bool
    period_from: str
    period_to: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., entry: _Optional[str] = ..., amount: _Optional[int] = ..., what: _Optional[str] = ..., by_grant: _Optional[bool] = ..., period_from: _Optional[str] = ..., period_to: _Optional[str] = ...) -> None: ...

class StateEffectRequest(_message.Message):
    __slots__ = ("meta", "programme", "entry", "area", "expected", "measured", "verdict", "words", "period_from", "period_to")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    AREA_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    MEASURED_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    PERIOD_FROM_FIELD_NUMBER: _ClassVar[int]
    PERIOD_TO_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    entry: str
    area: str
    expected: int
    measured: int
    verdict: str
    words: str
    period_from: str
    period_to: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., entry: _Optional[str] = ..., area: _Optional[str] = ..., expected: _Optional[int] = ..., measured: _Optional[int] = ..., verdict: _Optional[str] = ..., words: _Optional[str] = ..., period_from: _Optional[str] = ..., period_to: _Optional[str] = ...) -> None: ...

class SetTimeAsideRequest(_message.Message):
    __slots__ = ("meta", "programme", "department", "hours", "starts_on", "ends_on")
    META_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    HOURS_FIELD_NUMBER: _ClassVar[int]
    STARTS_ON_FIELD_NUMBER: _ClassVar[int]
    ENDS_ON_FIELD_NUMBER: _ClassVar[int]
    meta: _edge_pb2.Meta
    programme: str
    department: str
    hours: int
    starts_on: str
    ends_on: str
    def __init__(self, meta: _Optional[_Union[_edge_pb2.Meta, _Mapping]] = ..., programme: _Optional[str] = ..., department: _Optional[str] = ..., hours: _Optional[int] = ..., starts_on: _Optional[str] = ..., ends_on: _Optional[str] = ...) -> None: ...

class Attendee(_message.Message):
    __slots__ = ("professional", "department")
    PROFESSIONAL_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    professional: str
    department: str
    def __init__(self, professional: _Optional[str] = ..., department: _Optional[str] = ...) -> None: ...

class Axis(_message.Message):
    __slots__ = ("axis", "area", "goal")
    AXIS_FIELD_NUMBER: _ClassVar[int]
    AREA_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    axis: str
    area: str
    goal: str
    def __init__(self, axis: _Optional[str] = ..., area: _Optional[str] = ..., goal: _Optional[str] = ...) -> None: ...

class AxisScore(_message.Message):
    __slots__ = ("axis", "value")
    AXIS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    axis: str
    value: int
    def __init__(self, axis: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
