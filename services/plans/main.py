"""Starts plans: what it is made of, in one look."""

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
from services.plans import api, domain, inbox, overdue, presentations, reactions
from services.plans.reference import REFERENCE, Known
from services.plans.shelf import Shelf
from services.words import LISTENS, VOCABULARIES

_WORDS = VOCABULARIES["plans"]


async def main(given: settings.Node) -> None:
    """Serves until it is told to stop."""
    async with Node(given) as node:
        await node.migrate(*sql("store", "journal"))
        store = PostgresStore(node.pool, node.dsn)
        await node.make_whole(store)
        node.follow([REFERENCE], VOCABULARIES, sorted(LISTENS["plans"]), reacts=True)
        references = References(Reading(node.pool, node.changes, REFERENCE), Known, given.reference_max_age)

        def handle(decider: Decider, facts: FactsOf | None = None) -> Handle:
            return Handle("plans", decider, _WORDS, store, node.keys, node.tokens, facts)

        family = handle(Decider(domain.State, domain.decide, domain.evolve), Shelf(store, _WORDS, references))
        catalogue = handle(Decider(presentations.State, presentations.decide, presentations.evolve))
        api.serve(node.edge, family, catalogue)
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
        react_to_own = partial(reactions.react_to_own, _WORDS)
        node.beside(Reactions(node.pool, REFERENCE, react, family, me).run)
        node.beside(OwnReactions(node.pool, store, REFERENCE, react_to_own, family, me).run)
        await node.run()


if __name__ == "__main__":
    asyncio.run(main(settings.load(settings.Node, service_name="plans")))
