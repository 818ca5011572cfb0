"""Asks overview about a family, as whoever's token the settings name: what one may see is decided there, on each read."""

import asyncio
from typing import Any

from google.protobuf.message import Message

from contracts.overview import overview_pb2 as pb
from eventkeep import settings
from eventkeep.catchup.owner import NoAnswer, Owner
from eventkeep.edge.refusals import refusal_of
from services.cli.telling import NotDone

_SERVICE = pb.DESCRIPTOR.services_by_name["Overview"]


def ask(rpc: str, asked: Message, language: str = "en") -> Any:
    """The answer to one rpc of overview. A refusal is raised as NotDone, in that language."""
    given = settings.load(settings.Asking)
    token = given.caller_token.get_secret_value()

    async def answered() -> Any:
        owner = Owner(given.overview_address, lambda: token)
        try:
            return await owner.ask(_SERVICE.methods_by_name[rpc], asked, timeout=10.0)
        finally:
            await owner.close()

    try:
        return asyncio.run(answered())
    except NoAnswer as error:
        refused = refusal_of(error)
        if refused is None:
            raise NotDone(
                f"overview does not answer at {given.overview_address}.",
                f"It says {error.code().name}.",
                "Check HELHED_OVERVIEW_ADDRESS, and whether overview runs.",
            ) from None
        danish = language == "da"
        what = (danish and refused.danish) or refused.sentence
        then = (danish and refused.danish_next) or refused.next_step
        raise NotDone(what, f"({refused.code})", then) from None
