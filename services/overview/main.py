"""Starts overview: what it is made of, in one look."""

import asyncio

import grpc

from contracts.contacts import attachments_pb2 as attachments
from eventkeep import settings
from eventkeep.catchup.serve import serve_journal
from eventkeep.node import Node, sql
from eventkeep.reading import Reading
from services.overview.access import ACCESS
from services.overview.api import FamilyPlans
from services.overview.family_plan import FAMILY_PLAN
from services.overview.rights import Rights
from services.words import LISTENS, VOCABULARIES


async def main(given: settings.Node) -> None:
    """Serves until it is told to stop."""
    async with Node(given) as node:
        await node.migrate(*sql("journal"))
        node.follow([ACCESS, FAMILY_PLAN], VOCABULARIES, sorted(LISTENS["overview"]), pace=0.01)

        async def ask_contacts(family: str, professional: str) -> bool:
            asked = attachments.MayReadRequest(family=family, professional=professional)
            try:
                return bool((await node.owners["contacts"].ask(_MAY_READ, asked)).may_read)
            except grpc.aio.AioRpcError:
                return False

        serve_journal(node.edge, node.pool)
        rights = Rights(Reading(node.pool, node.changes, ACCESS), ask_contacts)
        plans = Reading(node.pool, node.changes, FAMILY_PLAN)
        FamilyPlans(plans, rights, node.changes, node.keys, node.tokens, given.wait_default).serve(node.edge)
        await node.run()


_MAY_READ = attachments.DESCRIPTOR.services_by_name["Attachments"].methods_by_name["MayRead"]

if __name__ == "__main__":
    asyncio.run(main(settings.load(settings.Node, service_name="overview")))
