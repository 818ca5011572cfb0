"""Which groups there are: what a family's decision needs of one, beside the reference copy. P38, P40."""

from dataclasses import replace
from typing import Any

from contracts.ids import GroupId
from eventkeep import vector
from eventkeep.codec import Vocabulary
from eventkeep.handle import Facts, FactsOf
from eventkeep.keys import Keys
from eventkeep.sealing import open_all
from eventkeep.states import States
from eventkeep.store import Store
from services.meetings import group
from services.meetings.known_groups import KnownGroup
from services.meetings.participation import JoinGroup

_CACHED = 2_000


class Groups:
    """The groups of one store. Called for a family's command, it gives the facts that `references` give, and the group's."""

    def __init__(self, store: Store, vocabulary: Vocabulary, keys: Keys, references: FactsOf) -> None:
        self._states = States(group.State, group.evolve, vocabulary, store, _CACHED)
        self._keys, self._references = keys, references

    async def __call__(self, command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        """The facts for a command. What the group's stream says is no cause: it is another stream than the family's."""
        facts = await self._references(command, wanted, deadline)
        if not isinstance(command, JoinGroup):
            return facts
        return Facts(replace(facts.known, group=await self._known(command.group)), facts.causes)

    async def state(self, named: GroupId) -> group.State:
        """A group as it stands now."""
        found: group.State = (await self._states.newest(f"group/{named}")).state
        return found

    async def _known(self, named: GroupId) -> KnownGroup | None:
        state = await self.state(named)
        if state.term is None:
            return None
        [title] = await open_all(self._keys, [state.title])
        taking_part = {who: each.of_family for who, each in state.participants.items() if not each.left_on}
        return KnownGroup(title, state.area, state.term, state.ended_on is not None, taking_part)
