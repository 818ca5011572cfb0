"""The pages about one family: where each stands, and which of them a reader is shown the way to. X-01."""

from collections.abc import Collection
from dataclasses import dataclass

from contracts.access import Kind
from services.overview.web.language import Language


@dataclass(frozen=True, slots=True)
class Shelved:
    """A page of a kind of document. `danish` and `english` end its address; `word` is what it is called."""

    kind: Kind
    name: str
    danish: str
    english: str

    @property
    def word(self) -> str:
        """The key of what it is called."""
        return f"page-{self.name}"

    def path(self, language: str, family: str) -> str:
        """Its address in a language."""
        return f"/{language}/f/{family}/{self.danish if language == 'da' else self.english}"

    def events(self, language: str, family: str) -> str:
        """Where it hears of changes while it stays open: there the right to its own kind of data is decided."""
        return f"{self.path(language, family)}/events"


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the menu."""

    href: str
    text: str
    here: bool


PLAN = Shelved(Kind.PLAN, "plan", "plan", "plan")
NEWS = Shelved(Kind.NEWS, "news", "nyt", "news")
PROGRESS = Shelved(Kind.PLAN, "progress", "fremgang", "progress")
MEASURES = Shelved(Kind.MEASURES, "measures", "maalinger", "measures")
HISTORY = Shelved(Kind.HISTORY, "history", "historie", "history")
AS_OF = Shelved(Kind.AS_OF, "as-of", "som-den-var", "as-it-was")
MEETING_PACK = Shelved(Kind.MEETING_PACK, "meeting-pack", "til-moedet", "for-the-meeting")
CONTACT_MAP = Shelved(Kind.CONTACT_MAP, "contact-map", "kontakter", "contacts")
INFORMED = Shelved(Kind.INFORMED, "informed", "hvem-ved", "who-knows")
READ_LOG = Shelved(Kind.READ_LOG, "read-log", "hvem-har-set", "who-has-seen")
CASE = Shelved(Kind.CASE, "case", "grundlag", "what-it-rests-on")
SHARED = Shelved(Kind.SHARED, "shared", "delt", "shared")
PAPER = Shelved(Kind.PLAN, "paper", "udskriv", "print")
SHELF = (
    PLAN,
    NEWS,
    PROGRESS,
    MEASURES,
    HISTORY,
    AS_OF,
    MEETING_PACK,
    CONTACT_MAP,
    INFORMED,
    READ_LOG,
    CASE,
    SHARED,
    PAPER,
)
"""In the order of the menu."""


def menu(family: str, kinds: Collection[Kind], here: Shelved, say: Language, since: str = "") -> list[Link]:
    """The way to each page that the reader may see. `since` is the state that news are told from."""
    asked = {NEWS: f"?since={since}"} if since else {}
    return [
        Link(each.path(say.code, family) + asked.get(each, ""), say(each.word), each is here)
        for each in SHELF
        if each.kind in kinds
    ]


CATALOGUE = {"da": "/da/tilbud", "en": "/en/offers"}
"""Where offers are looked through, which is about no family; one of them stands below, by its id."""


def offer_path(offer: str, say: Language) -> str:
    """Where an offer stands."""
    return f"{CATALOGUE[say.code]}/{offer}"
