"""Ids with types of their own. All are random UUIDs, so that nothing about a person stands in a key."""

import re
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")


class Id(str):
    """A lower-case UUID as text. Its class says what it names."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._checked, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "format": "uuid"}

    @classmethod
    def _checked(cls, text: str) -> Self:
        if not _UUID.match(text):
            raise ValueError("must be a lower-case UUID such as 0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a")
        return cls(text)


class FamilyId(Id):
    """A family (familie): the key of all four topics."""


class PersonId(Id):
    """A person of a family (borger): adult, young person or child."""


class ProfessionalId(Id):
    """A professional of the municipality (fagperson)."""


class PlanId(Id):
    """A family plan (familieplan / helhedsplan)."""


class WishId(Id):
    """A wish in a member's own words (ønske)."""


class FocusAreaId(Id):
    """A focus area of the plan (fokusområde)."""


class GoalId(Id):
    """A goal, sub-goal or sub-sub-goal (mål, delmål, del-delmål)."""


class InterventionId(Id):
    """An intervention (indsats)."""


class MeetingId(Id):
    """A network meeting (netværksmøde)."""


class BaselineId(Id):
    """A baseline measurement (udgangsmåling)."""


class RegistrationId(Id):
    """A progress registration (progressionsregistrering)."""


class SuccessId(Id):
    """A small success (lille succes)."""
