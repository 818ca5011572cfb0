"""Starts progress: what it is made of, in one look."""

import asyncio
from functools import partial

from eventkeep import settings
from eventkeep.catchup import serve as catchup
from eventkeep.edge.call import Caller
from eventkeep.handle import Decider, Handle
from eventkeep.node import Node, sql
from eventkeep.postgres_store import PostgresStore
from eventkeep.react import Reactions
from eventkeep.reading import Reading
from eventkeep.reference import References
from services.inbox import Taking, listen
from services.inbox_subject import asking
from services.progress import api, domain, inbox, programme, reactions
from services.progress.dues import dues
from services.progress.reference import REFERENCE, Known
from services.words import LISTENS, VOCABULARIES


async def main(given: settings.Node) -> None:
    """Serves until it is told to stop."""
    async with Node(given) as node:
        await node.migrate(*sql("store", "journal"))
        store = PostgresStore(node.pool, node.dsn)
        await node.make_whole(store)
        node.follow([REFERENCE], VOCABULARIES, sorted(LISTENS["progress"]), reacts=True)
        references = References(Reading(node.pool, node.changes, REFERENCE), Known, given.reference_max_age)
        decider = Decider(domain.State, domain.decide, domain.evolve)
        family = Handle(
            "progress", decider, VOCABULARIES["progress"], store, node.keys, node.tokens, references
        )
        programmes = Handle(
            "progress",
            Decider(programme.State, programme.decide, programme.evolve),
            VOCABULARIES["progress"],
            store,
            node.keys,
            node.tokens,
        )
        api.serve(node.edge, family, programmes)
        catchup.serve(node.edge, store)
        await listen(
            node,
            given,
            Taking(inbox.COMMANDS, {"family": family}, inbox.WAITS_FOR, asking(node.owners["contacts"])),
        )
        node.relay()
        node.remind(store, "family", dues, family)
        me = Caller("service", "progress", None, 0.0)
        react = partial(reactions.react, VOCABULARIES)
        node.beside(Reactions(node.pool, REFERENCE, react, family, me).run)
        await node.run()


if __name__ == "__main__":
    asyncio.run(main(settings.load(settings.Node, service_name="progress")))
