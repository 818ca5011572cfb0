"""Starts contacts: what it is made of, in one look."""

import asyncio
from functools import partial
from pathlib import Path

from eventkeep import settings
from eventkeep.catchup import serve as catchup
from eventkeep.edge.call import Caller
from eventkeep.handle import Decider, FactsOf, Handle
from eventkeep.node import Node, sql
from eventkeep.postgres_store import PostgresStore
from eventkeep.react import HandleCommand, Reactions
from eventkeep.react_to_own import OwnReactions
from eventkeep.reading import Reading
from eventkeep.reference import References
from services.contacts import api, department, domain, external, inbox, person, professional, reactions
from services.contacts.departments import Departments
from services.contacts.dues import dues
from services.contacts.finding import Finding
from services.contacts.lacking import Lacking
from services.contacts.reference import REFERENCE, Others
from services.contacts.registers import Registers
from services.contacts.settings import Settings
from services.contacts.whereabouts import Whereabouts
from services.inbox import Taking, listen
from services.words import LISTENS, VOCABULARIES

_WORDS = VOCABULARIES["contacts"]


async def main(given: Settings) -> None:
    """Serves until it is told to stop."""
    async with Node(given) as node:
        await node.migrate(*sql("store", "journal"), Path(__file__).parent / "sql")
        store = PostgresStore(node.pool, node.dsn)
        await node.make_whole(store)
        node.follow([REFERENCE], VOCABULARIES, sorted(LISTENS["contacts"]), reacts=True)
        others = partial(References, Reading(node.pool, node.changes, REFERENCE), Others)
        registers = Registers(
            store, _WORDS, node.keys, others(given.reference_max_age), others(None), given.thresholds
        )

        def handle(decider: Decider, facts: FactsOf | None = None) -> Handle:
            return Handle("contacts", decider, _WORDS, store, node.keys, node.tokens, facts)

        handles = api.Handles(
            family=handle(Decider(domain.State, domain.decide, domain.evolve), registers),
            person=handle(Decider(person.State, person.decide, person.evolve)),
            professional=handle(Decider(professional.State, professional.decide, professional.evolve)),
            department=handle(Decider(department.State, department.decide, department.evolve)),
            external=handle(Decider(external.State, external.decide, external.evolve), registers.registered),
        )
        lacking = Lacking(node.pool, lambda family: handles.family.state(f"family/{family}"))
        secret = given.token_secret.get_secret_value().encode()
        departments = Departments(node.pool, registers.professional)
        whereabouts = Whereabouts(node.pool)
        finding = Finding(secret, handles.external, handles.family, whereabouts)
        look_up = api.LookUp(lacking.some, departments.listed, finding.family)
        api.serve(node.edge, handles, look_up, secret, node.clock)
        taken: dict[str, HandleCommand] = {
            "family": handles.family,
            "professional": inbox.vouched_for(handles.professional),
        }
        await listen(node, given, Taking(inbox.COMMANDS, taken, inbox.WAITS_FOR, finding.family))
        catchup.serve(node.edge, store)
        node.relay()
        node.remind(store, "family", dues, handles.family)
        me = Caller("service", "contacts", None, 0.0)
        react = partial(reactions.react, VOCABULARIES["plans"])
        own = reactions.OwnEvents(_WORDS, whereabouts, lacking, departments, registers)
        node.beside(Reactions(node.pool, REFERENCE, react, handles.family, me).run)
        node.beside(OwnReactions(node.pool, store, REFERENCE, own, handles.family, me, note=own.note).run)
        await node.run()


if __name__ == "__main__":
    asyncio.run(main(settings.load(Settings, service_name="contacts")))
