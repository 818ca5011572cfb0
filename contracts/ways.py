"""Every way in by which something is read, and the kinds of data that it gives. Tests hold it against what is served.

Who reads which kind stands in `contracts/access.py`. Commands are not here: each service decides by its own rules who may
give them.
"""

from collections.abc import Mapping

from contracts.access import Kind

Kinds = tuple[Kind, ...]
NOTHING: Kinds = ()
"""Nothing about anybody: signing in, the look of pages, a description."""

DOCUMENTS: Kinds = (
    Kind.AS_OF,
    Kind.HISTORY,
    Kind.NEWS,
    Kind.TASKS,
    Kind.CONTACT_MAP,
    Kind.MEETING_PACK,
    Kind.INFORMED,
    Kind.READ_LOG,
    Kind.CASE,
    Kind.SHARED,
    Kind.SHARED_SUMMARY,
    Kind.WORKLIST,
    Kind.SUMMARY,
)

COMMANDS = (
    "helhed.contacts.v1.Contacts",
    "helhed.meetings.v1.Meetings",
    "helhed.plans.v1.Plans",
    "helhed.progress.v1.Progress",
)
"""gRPC services all of whose rpcs are commands."""

RPCS: Mapping[str, Kinds] = {
    "helhed.overview.v1.Overview/GetFamilyPlan": (Kind.PLAN,),
    "helhed.overview.v1.Overview/WatchFamilyPlan": (Kind.PLAN,),
    "helhed.overview.v1.Overview/GetDocument": DOCUMENTS,
    "helhed.overview.v1.Overview/AcknowledgePlan": (Kind.ACKNOWLEDGEMENT,),
    "helhed.overview.v1.Overview/GetOperations": (Kind.STANDING,),
    "helhed.contacts.v1.Attachments/MayRead": (Kind.RIGHTS,),
    "helhed.contacts.v1.Departments/ListDepartments": (Kind.DEPARTMENTS,),
    "helhed.contacts.v1.Families/ListLacking": (Kind.LACKING,),
    "helhed.contacts.v1.Persons/FindPerson": (Kind.PERSON_BY_ID,),
    "helhed.contacts.v1.Persons/FindFamily": (Kind.RIGHTS,),
    "helhed.catchup.v1.CatchUp/ReadStream": (Kind.EVENTS,),
    "helhed.catchup.v1.CatchUp/ReadAll": (Kind.EVENTS,),
    "helhed.catchup.v1.CatchUp/ReadHeads": (Kind.EVENTS,),
}
"""gRPC, streams among them."""

ROUTES: Mapping[str, Kinds] = {
    "GET /api/openapi.json": NOTHING,
    "GET /api/families/{family}/plan": (Kind.PLAN,),
    "GET /api/families/{family}/plan/events": (Kind.PLAN,),
    "GET /api/families/{family}/plan/as-of": (Kind.AS_OF,),
    "POST /api/families/{family}/plan/acknowledgements": (Kind.ACKNOWLEDGEMENT,),
    "GET /api/families/{family}/history": (Kind.HISTORY,),
    "GET /api/families/{family}/news": (Kind.NEWS,),
    "GET /api/families/{family}/tasks": (Kind.TASKS,),
    "GET /api/families/{family}/contact-map": (Kind.CONTACT_MAP,),
    "GET /api/families/{family}/meetings/{meeting}/pack": (Kind.MEETING_PACK,),
    "GET /api/families/{family}/informed": (Kind.INFORMED,),
    "GET /api/families/{family}/read-log": (Kind.READ_LOG,),
    "GET /api/families/{family}/case": (Kind.CASE,),
    "GET /api/families/{family}/shared": (Kind.SHARED,),
    "GET /api/operations": (Kind.STANDING,),
    "GET /api/my/worklist": (Kind.WORKLIST,),
    "GET /api/my/families": (Kind.SUMMARY, Kind.SHARED_SUMMARY),
}
"""HTTP, server-sent events among them."""

PAGES: Mapping[str, Kinds] = {
    "GET /": NOTHING,
    "GET /sign-in": NOTHING,
    "GET /sign-in/done": NOTHING,
    "POST /sign-out": NOTHING,
    "GET /static/{stamp}/{name}": NOTHING,
    "GET /da/signed-out": NOTHING,
    "GET /en/signed-out": NOTHING,
    "GET /da/": (Kind.SUMMARY, Kind.SHARED_SUMMARY),
    "GET /en/": (Kind.SUMMARY, Kind.SHARED_SUMMARY),
    "GET /da/f/{family}/plan": (Kind.PLAN,),
    "GET /en/f/{family}/plan": (Kind.PLAN,),
    "GET /da/f/{family}/udskriv": (Kind.PLAN,),
    "GET /en/f/{family}/print": (Kind.PLAN,),
    "GET /da/f/{family}/nyt": (Kind.NEWS,),
    "GET /en/f/{family}/news": (Kind.NEWS,),
    "GET /da/f/{family}/fremgang": (Kind.PLAN,),
    "GET /en/f/{family}/progress": (Kind.PLAN,),
    "GET /da/f/{family}/historie": (Kind.HISTORY,),
    "GET /en/f/{family}/history": (Kind.HISTORY,),
    "GET /da/f/{family}/som-den-var": (Kind.AS_OF,),
    "GET /en/f/{family}/as-it-was": (Kind.AS_OF,),
    "GET /da/f/{family}/til-moedet": (Kind.MEETING_PACK,),
    "GET /en/f/{family}/for-the-meeting": (Kind.MEETING_PACK,),
    "GET /da/f/{family}/kontakter": (Kind.CONTACT_MAP,),
    "GET /en/f/{family}/contacts": (Kind.CONTACT_MAP,),
    "GET /da/f/{family}/hvem-ved": (Kind.INFORMED,),
    "GET /en/f/{family}/who-knows": (Kind.INFORMED,),
    "GET /da/f/{family}/hvem-har-set": (Kind.READ_LOG,),
    "GET /en/f/{family}/who-has-seen": (Kind.READ_LOG,),
    "GET /da/f/{family}/grundlag": (Kind.CASE,),
    "GET /en/f/{family}/what-it-rests-on": (Kind.CASE,),
    "GET /da/f/{family}/kendt": (Kind.ACKNOWLEDGEMENT,),
    "GET /en/f/{family}/known": (Kind.ACKNOWLEDGEMENT,),
    "POST /da/f/{family}/kendt": (Kind.ACKNOWLEDGEMENT,),
    "POST /en/f/{family}/known": (Kind.ACKNOWLEDGEMENT,),
    "GET /da/f/{family}/delt": (Kind.SHARED,),
    "GET /en/f/{family}/shared": (Kind.SHARED,),
    "GET /da/overblik": (Kind.WORKLIST,),
    "GET /en/worklist": (Kind.WORKLIST,),
    "GET /da/drift/konsistens": (Kind.STANDING,),
    "GET /en/ops/consistency": (Kind.STANDING,),
    "GET /da/f/{family}/events": (Kind.PLAN,),
    "GET /en/f/{family}/events": (Kind.PLAN,),
}
"""Web pages, and what an open one is sent."""

VIEWS: Mapping[str, Kinds] = {
    "families": (Kind.FIGURES,),
    "goals": (Kind.FIGURES,),
    "interventions": (Kind.FIGURES,),
    "attachments": (Kind.FIGURES,),
    "meetings": (Kind.FIGURES,),
    "contacts": (Kind.FIGURES,),
    "progress": (Kind.FIGURES,),
    "baselines": (Kind.FIGURES,),
    "informed": (Kind.FIGURES,),
    "coverage": (Kind.TOTALS,),
    "outcomes": (Kind.TOTALS,),
    "what_works": (Kind.TOTALS,),
    "freshness": (Kind.FRESHNESS,),
    "consistency": (Kind.FRESHNESS,),
}
"""SQL views of the schema `reading` in overview's database."""
