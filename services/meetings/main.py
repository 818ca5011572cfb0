"""Starts meetings: what it is made of, in one look."""

import asyncio
from functools import partial

from eventkeep import settings
from eventkeep.catchup import serve as catchup
from eventkeep.edge.call import Caller
from eventkeep.handle import Decider, FactsOf, Handle
from eventkeep.node import Node, sql
from eventkeep.postgres_store import PostgresStore
from eventkeep.react import Reactions
from eventkeep.react_to_own import OwnReactions
from eventkeep.reading import Reading
from eventkeep.reference import References
from services.inbox import Taking, listen
from services.inbox_subject import asking
from services.meetings import api, domain, group, inbox, reactions
from services.meetings.dues import dues
from services.meetings.groups import Groups
from services.meetings.own_events import OwnEvents, by_stream
from services.meetings.reference import REFERENCE, Known
from services.words import LISTENS, VOCABULARIES

_WORDS = VOCABULARIES["meetings"]


async def main(given: settings.Node) -> None:
    """Serves until it is told to stop."""
    async with Node(given) as node:
        await node.migrate(*sql("store", "journal"))
        store = PostgresStore(node.pool, node.dsn)
        await node.make_whole(store)
        node.follow([REFERENCE], VOCABULARIES, sorted(LISTENS["meetings"]), reacts=True)
        references = References(Reading(node.pool, node.changes, REFERENCE), Known, given.reference_max_age)
        groups = Groups(store, _WORDS, node.keys, references)

        def handle(decider: Decider, facts: FactsOf | None = None) -> Handle:
            return Handle("meetings", decider, _WORDS, store, node.keys, node.tokens, facts)

        family = handle(Decider(domain.State, domain.decide, domain.evolve), groups)
        course = handle(Decider(group.State, group.decide, group.evolve))
        api.serve(node.edge, family, course)
        catchup.serve(node.edge, store)
        await listen(
            node,
            given,
            Taking(inbox.COMMANDS, {"family": family}, inbox.WAITS_FOR, asking(node.owners["contacts"])),
        )
        node.relay()
        node.remind(store, "family", dues, family)
        me = Caller("service", "meetings", None, 0.0)
        react = partial(reactions.react, VOCABULARIES)
        node.beside(Reactions(node.pool, REFERENCE, react, family, me).run)
        own, either = OwnEvents(_WORDS, node.keys, groups.state), by_stream(family=family, group=course)
        node.beside(OwnReactions(node.pool, store, REFERENCE, own, either, me).run)
        await node.run()


if __name__ == "__main__":
    asyncio.run(main(settings.load(settings.Node, service_name="meetings")))
