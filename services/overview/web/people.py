"""Who is who in a plan: names by id, and what the family is called."""

from collections.abc import Mapping, Sequence
from typing import Any

from eventkeep.sealing import FORGOTTEN
from services.overview.web.language import Language

Document = Mapping[str, Any]


class People:
    """The people of a plan's document, as they are called on its page."""

    def __init__(self, document: Document, say: Language) -> None:
        self._say = say
        members = [*document["former_members"], *document["members"]]
        attached = [*document["emergency_access"], *document["formerly_attached"], *document["attached"]]
        self._members = {each["person"]: each["name"] for each in members}
        self._attached = {each["professional"]: each["name"] for each in attached}

    def first(self, person: str) -> str:
        """A member's first name."""
        name = self._members.get(person)
        return self._say.who(name.split()[0] if name and name != FORGOTTEN and name.split() else name)

    def professional(self, professional: str) -> str:
        """A professional's whole name."""
        return self._say.who(self._attached.get(professional))

    def first_of(self, professional: str) -> str:
        """What the family calls a professional."""
        name = self.professional(professional)
        return name if professional not in self._attached or name.startswith("[") else name.split()[0]

    def name(self, kind: str, who: str) -> str:
        """A member by first name, a professional by the whole one."""
        return self.first(who) if kind == "person" else self.professional(who)

    def first_name(self, kind: str, who: str) -> str:
        """What the family calls somebody."""
        return self.first(who) if kind == "person" else self.first_of(who)

    def either(self, who: str) -> str:
        """Whoever has this id: a member by first name, a professional by the whole one."""
        return self.first(who) if who in self._members else self.professional(who)

    def listed(self, persons: Any = (), professionals: Any = ()) -> str:
        """Members first."""
        names = [*map(self.first, persons), *map(self.professional, professionals)]
        return self._say.listed(dict.fromkeys(names))


def family_name(document: Document, say: Language) -> str:
    """What the family is called: the adults' last names; first names where one's address is protected. X-06."""
    members, people = document["members"], People(document, say)
    named = [each for each in members if each["name"] not in ("", FORGOTTEN) and " " in each["name"].strip()]
    adults = [each for each in named if each["role"] == "adult"] or named
    if any(each["address_protected"] for each in members) or not adults:
        return say.listed(people.first(each["person"]) for each in members) or say("family-plan")
    return say("the-family", name=say.listed(dict.fromkeys(each["name"].split()[-1] for each in adults)))


def family_of(names: Sequence[str], say: Language) -> str:
    """First names, for a list of many families."""
    return say.listed(say.who(name.strip() and say.kept(name).split()[0]) for name in names)


def members_line(document: Document, say: Language) -> str:
    """First names; of young people and children with that word."""
    people = People(document, say)
    return say.listed(
        people.first(each["person"]) + ("" if each["role"] == "adult" else f" ({say.named(each['role'])})")
        for each in document["members"]
    )
