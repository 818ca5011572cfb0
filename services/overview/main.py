"""Starts overview: what it is made of, in one look."""

import asyncio
from functools import partial
from pathlib import Path

import grpc
from starlette.types import ASGIApp

from contracts.contacts import attachments_pb2 as attachments
from eventkeep import settings
from eventkeep.catchup.serve import serve_journal
from eventkeep.node import Node, sql
from eventkeep.opened import Opened
from eventkeep.reading import Reading
from eventkeep.refolded import Refolding
from eventkeep.verifying import Verify, Verifying
from services.overview import api, dashboards, http
from services.overview.access import ACCESS
from services.overview.catalogue import OFFERS
from services.overview.counting import Counting
from services.overview.documents import Documents
from services.overview.family_plan import FAMILY_PLAN
from services.overview.groups.reading import Groups
from services.overview.groups.view import GROUPS
from services.overview.leavers import PROFESSIONAL, leavers
from services.overview.measured import Measured
from services.overview.my_families import MyFamilies
from services.overview.offers import Offers
from services.overview.operations import Operations
from services.overview.out.feed import Feed
from services.overview.out.ledger import Ledger
from services.overview.outcomes.reckoning import Reckoning
from services.overview.outcomes.told import Leaders
from services.overview.programmes.reading import Programmes
from services.overview.quality import Quality
from services.overview.readings import Readings
from services.overview.reads import Reads
from services.overview.rights import IN_EMERGENCY, Rights
from services.overview.settings import Settings
from services.overview.shared_plan import SharedPlans
from services.overview.tale import Tales
from services.overview.views import VIEWS
from services.overview.web import site
from services.words import LISTENS, VOCABULARIES


async def main(given: Settings) -> None:
    """Serves until it is told to stop."""
    async with Node(given) as node:
        await node.migrate(*sql("journal"), Path(__file__).parent / "sql")
        await dashboards.open_to(node.pool, given.dashboards_role)
        node.follow(
            VIEWS,
            VOCABULARIES,
            sorted(LISTENS["overview"]),
            reacts=bool(given.out_departments),
            pace=0.01,
        )

        async def ask_contacts(family: str, professional: str) -> str | None:
            asked = attachments.MayReadRequest(family=family, professional=professional)
            try:
                answer = await node.owners["contacts"].ask(_MAY_READ, asked)
            except grpc.aio.AioRpcError:
                return None
            if answer.emergency:
                return IN_EMERGENCY
            return str(answer.purpose) if answer.may_read else None

        verifies = [
            Verify(node.pool, Refolding(view, VOCABULARIES, node.keys), node.owners) for view in VIEWS
        ]
        node.beside(Verifying(verifies, given.verify_every, given.verify_sample).run)
        serve_journal(node.edge, node.pool)
        access = Reading(node.pool, node.changes, ACCESS)
        left = leavers(Reading(node.pool, node.changes, PROFESSIONAL))
        rights = Rights(access, ask_contacts, node.clock, left)
        plans = SharedPlans(
            Reading(node.pool, node.changes, FAMILY_PLAN),
            rights,
            Readings(node.pool),
            node.changes,
            Opened(node.keys),
            node.tokens,
            given.wait_default,
        )
        tales = Tales(node.pool, node.keys)
        groups = Groups(node.pool, Reading(node.pool, node.changes, GROUPS), plans, left)
        documents = Documents(plans, tales, groups)
        reads = Reads(
            documents,
            MyFamilies(node.pool, documents),
            Operations(node.pool),
            Offers(Reading(node.pool, node.changes, OFFERS), plans, Quality(node.pool).of),
            Programmes(
                node.pool, node.changes, Opened(node.keys), node.tokens, node.clock, given.wait_default, left
            ),
            Leaders(node.pool, node.clock),
        )
        api.serve(node.edge, reads)
        served: ASGIApp = http.app(reads, node.callers)
        if given.public_url:
            served = site.beside(served, site.site(given, reads, access, node.pool))
        node.beside(Counting(node.pool).run)
        node.beside(Reckoning(node.pool, node.keys, node.clock).run)
        if given.out_departments:
            node.beside(Feed(given, node.dsn, Ledger(node.pool), plans, access, tales).run)
        node.beside(partial(http.serve, Measured(served), given.http_host, given.http_port))
        await node.run()


_MAY_READ = attachments.DESCRIPTOR.services_by_name["Attachments"].methods_by_name["MayRead"]

if __name__ == "__main__":
    asyncio.run(main(settings.load(Settings, service_name="overview")))
