"""Starts plans: what it is made of, in one look."""

import asyncio
from functools import partial

from eventkeep import settings
from eventkeep.catchup import serve as catchup
from eventkeep.edge.call import Caller
from eventkeep.handle import Decider, Handle
from eventkeep.node import Node, sql
from eventkeep.postgres_store import PostgresStore
from eventkeep.react import Reactions
from eventkeep.react_to_own import OwnReactions
from eventkeep.reading import Reading
from eventkeep.reference import References
from services.inbox import Taking, asking, listen
from services.plans import api, domain, inbox, overdue, reactions
from services.plans.reference import REFERENCE, Known
from services.words import LISTENS, VOCABULARIES


async def main(given: settings.Node) -> None:
    """Serves until it is told to stop."""
    async with Node(given) as node:
        await node.migrate(*sql("store", "journal"))
        store = PostgresStore(node.pool, node.dsn)
        await node.make_whole(store)
        node.follow([REFERENCE], VOCABULARIES, sorted(LISTENS["plans"]), reacts=True)
        references = References(Reading(node.pool, node.changes, REFERENCE), Known, given.reference_max_age)
        decider = Decider(domain.State, domain.decide, domain.evolve)
        family = Handle("plans", decider, VOCABULARIES["plans"], store, node.keys, node.tokens, references)
        api.serve(node.edge, family)
        catchup.serve(node.edge, store)
        await listen(
            node,
            given,
            Taking(
                inbox.COMMANDS,
                {"family": inbox.granted(family)},
                inbox.WAITS_FOR,
                asking(node.owners["contacts"]),
            ),
        )
        node.relay()
        node.remind(store, "family", overdue.dues, family)
        me = Caller("service", "plans", None, 0.0)
        others = {service: VOCABULARIES[service] for service in LISTENS["plans"]}
        react = partial(reactions.react, others)
        react_to_own = partial(reactions.react_to_own, VOCABULARIES["plans"])
        node.beside(Reactions(node.pool, REFERENCE, react, family, me).run)
        node.beside(OwnReactions(node.pool, store, REFERENCE, react_to_own, family, me).run)
        await node.run()


if __name__ == "__main__":
    asyncio.run(main(settings.load(settings.Node, service_name="plans")))
