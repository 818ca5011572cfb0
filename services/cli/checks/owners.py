"""The other services: whether they answer this one, by its own token."""

import asyncio

from eventkeep.catchup.owner import NoAnswer, Owner
from eventkeep.edge.refusals import refusal_of
from eventkeep.settings import Node
from services.cli.checks.finding import Finding, well, wrong
from services.words import LISTENS

_BEYOND_ALL = 2**62


async def look(service: str, read: Node) -> list[Finding]:
    """Asks each for its history beyond all that there is: an answer of nothing, where all is well."""
    asked = sorted((LISTENS[service] | {"overview"}) - {service})
    token = read.service_token_file.read_text().strip()
    there = {each: read.peers[each] for each in asked if each in read.peers}
    return list(await asyncio.gather(*(_ask(each, address, token) for each, address in there.items())))


async def _ask(service: str, address: str, token: str) -> Finding:
    owner = Owner(address, lambda: token, timeout=5.0)
    try:
        async for _ in owner.heads(_BEYOND_ALL):
            pass
    except NoAnswer as error:
        refused = refusal_of(error)
        why = refused.sentence if refused else f"It says {error.code().name}."
        return wrong(
            "owners",
            f"{service} does not answer at {address}.",
            why,
            f"Look whether {service} runs and is ready, and whether HELHED_PEERS and the token are right.",
        )
    finally:
        await owner.close()
    return well("owners", f"{service} answers.")
