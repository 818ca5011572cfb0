"""What each event is called in a sentence, Danish and English, or why it isn't told. One file for each service's words."""

from contracts.shapes import Event
from services.overview.sentences import contacts, meetings, offers, plan_content, plan_work, progress
from services.overview.sentences.telling import Language, Names, Part, Sentence, Telling, tell

_SPOKEN = (contacts, meetings, offers, plan_content, plan_work, progress)
TOLD: dict[type[Event], Telling] = {kind: how for each in _SPOKEN for kind, how in each.TOLD.items()}
NOT_TOLD: dict[type[Event], str] = {kind: why for each in _SPOKEN for kind, why in each.NOT_TOLD.items()}

__all__ = ["NOT_TOLD", "TOLD", "Language", "Names", "Part", "Sentence", "Telling", "tell"]
