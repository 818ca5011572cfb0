"""Starts contacts: what it is made of, in one look."""

import asyncio

from eventkeep import settings
from eventkeep.catchup import serve as catchup
from eventkeep.handle import Decider, Handle
from eventkeep.node import Node, sql
from eventkeep.postgres_store import PostgresStore
from eventkeep.reading import Reading
from eventkeep.reference import References
from services.contacts import api, domain, person, professional
from services.contacts.reference import REFERENCE, Known
from services.contacts.registers import Registers
from services.words import LISTENS, VOCABULARIES

_WORDS = VOCABULARIES["contacts"]


async def main(given: settings.Node) -> None:
    """Serves until it is told to stop."""
    async with Node(given) as node:
        await node.migrate(*sql("store", "journal"))
        store = PostgresStore(node.pool, node.dsn)
        await node.make_whole(store)
        node.follow([REFERENCE], VOCABULARIES, sorted(LISTENS["contacts"]))
        references = References(Reading(node.pool, node.changes, REFERENCE), Known, max_age=None)
        registers = Registers(store, _WORDS, node.keys, references)

        def handle(decider: Decider, facts: Registers | None = None) -> Handle:
            return Handle("contacts", decider, _WORDS, store, node.keys, node.tokens, facts)

        api.serve(
            node.edge,
            family=handle(Decider(domain.State, domain.decide, domain.evolve), registers),
            person=handle(Decider(person.State, person.decide, person.evolve)),
            professional=handle(Decider(professional.State, professional.decide, professional.evolve)),
        )
        catchup.serve(node.edge, store)
        node.relay()
        await node.run()


if __name__ == "__main__":
    asyncio.run(main(settings.load(settings.Node, service_name="contacts")))
