"""Reads the offers of the file, and gives them to plans as those who keep them would: again and again the same once."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from deploy.platform.client import Client
from deploy.platform.issuer import Issuer
from eventkeep.refused import Refused

FILE = Path(__file__).with_name("offers.yaml")
TokenOf = Callable[[str], str]
"""The token of somebody of a department."""
_IDS = uuid.UUID("6d0b53f4-2a51-5c3e-9d0a-0ffe25ca7a10")
_THERE_ALREADY = (
    *("offer_listed_already", "offer_withdrawn", "presentation_added_already"),
    "command_id_reused",  # ids are made of what is said: somebody else of the department has said the same
)
Fields = dict[str, Any]
Row = Mapping[str, Any]
"""An offer as the file has it, with its place."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command of the catalogue, and the department whose people give it."""

    department: str
    command: str
    fields: Fields

    @property
    def command_id(self) -> str:
        """The same for the same command: it is accepted once, and answered the same again."""
        contents = json.dumps([self.command, self.fields], sort_keys=True)
        return str(uuid.uuid5(_IDS, hashlib.sha256(contents.encode()).hexdigest()))


@cache
def rows() -> tuple[Row, ...]:
    """The offers as the file has them."""
    read = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        {**each, "at": {"place": each["at"], **read["places"][each["at"]]}} for each in read["offers"]
    )


def offer_id(row: str) -> str:
    """The id of a row's offer, in every installation."""
    return str(uuid.uuid5(_IDS, row))


def orders(offers: Iterable[Row] | None = None) -> Iterator[Order]:
    """All that is to be said, each offer before its presentations. What the file says anew is said of it too."""
    for row in rows() if offers is None else offers:
        host, offer, offered = row["at"]["host"], {"offer": offer_id(row["row"])}, _offered(row)
        yield Order(host, "plans.ListOffer", {**offer, "offered": offered, "place": row["at"]})
        yield Order(host, "plans.ReviseOffer", {**offer, "offered": offered})
        for number, each in enumerate(row.get("presentations", ()), start=1):
            yield Order(host, "plans.AddPresentation", {**offer, **_presentation(row["row"], number, each)})


def load(client: Client, token_of: TokenOf, offers: Iterable[Row] | None = None) -> str:
    """Gives all of it, or of these rows; returns a token for what is new by it, "" where nothing is. Raises
    Refused."""
    seen = ""
    for order in orders(offers):
        try:
            accepted = client.command(
                token_of(order.department), order.command, order.fields, seen, order.command_id
            )
        except Refused as refused:
            if refused.code not in _THERE_ALREADY:
                raise
            continue  # listed by an earlier version of the file, or withdrawn since by those who keep it
        seen = accepted.token
    return seen


def list_as_staff(client: Client, issuer: Issuer) -> None:
    """Gives all of it, in the name of somebody of each department that keeps an offer. Raises Refused."""
    load(client, lambda department: issuer.token("professional", str(uuid.uuid4()), department))


def _offered(row: Row) -> Fields:
    provider = row["by"] if isinstance(row["by"], dict) else {"kind": "department", "department": row["by"]}
    return {
        **{name: _both(row[name]) for name in ("title", "goal", "content", "results")},
        "kind": row["kind"],
        "form": row["form"],
        "axes": row["axes"],
        "provider": provider,
        "draws_on": row.get("draws_on", []),
    }


def _presentation(row: str, number: int, each: Mapping[str, Any]) -> Fields:
    made: Fields = {
        "presentation": str(uuid.uuid5(_IDS, f"{row}/{number}")),
        "kind": each["kind"],
        "title": _both(each["title"]),
        "peer_agreed": each["kind"] == "peer-story",
    }
    if "words" in each:
        made["words"] = _both(each["words"])
    if "reference" in each:
        made["reference"] = each["reference"]
    return made


def _both(words: list[str]) -> dict[str, str]:
    danish, english = words
    return {"danish": danish, "english": english}
