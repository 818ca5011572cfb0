"""The offers that a catalogue begins with: all of the rows, accepted as they stand, and the same again."""

from typing import Any

import pytest

from contracts.shapes import Actor, ActorKind
from deploy.catalogue.loading import Order, load, offer_id, orders, rows
from eventkeep.refused import Refused
from services.overview.web.words import WORDS
from services.plans import presentations
from services.plans.catalogue import ListOffer, ReviseOffer
from services.plans.presentations import AddPresentation
from tests.unit.family import AT, SOFIE

COMMANDS: dict[str, Any] = {
    "plans.ListOffer": ListOffer,
    "plans.ReviseOffer": ReviseOffer,
    "plans.AddPresentation": AddPresentation,
}


class Plans:
    """The catalogue of the plans service, decided in memory. A command id is answered the same again."""

    def __init__(self) -> None:
        self.state = presentations.State()
        self.accepted: list[str] = []
        self.events = 0

    def command(self, token: str, name: str, fields: dict[str, Any], after: str, command_id: str) -> "Plans":
        """Decides as the service does, for somebody of the department that is the token."""
        if command_id not in self.accepted:
            by = Actor(kind=ActorKind.PROFESSIONAL, id=SOFIE, department=token)
            command = COMMANDS[name].model_validate({"by": by, "at": AT, **fields})
            for event in presentations.decide(self.state, command):
                self.state = presentations.evolve(self.state, event)
                self.events += 1
            self.accepted.append(command_id)
        return self

    @property
    def token(self) -> str:
        """What was seen."""
        return f"plans={self.events}"


@pytest.mark.parametrize("number", range(1, 24))
def test_every_row_is_an_offer(number: int) -> None:
    """O01, O02, O03, O04, O05, O06, O07, O08, O09, O10, O11, O12, O13, O14, O15, O16, O17, O18, O19, O20, O21, O22, O23:
    with goal, content and results in both languages, and areas that the pages have a word for. INV-65."""
    row = rows()[number - 1]
    assert row["row"] == f"O{number:02}"
    for name in ("title", "goal", "content", "results"):
        danish, english = row[name]
        assert danish
        assert english
    assert row["axes"]
    assert all(f"area-{area}" in WORDS for area in row["axes"])
    assert all(f"project-{project}" in WORDS for project in row.get("draws_on", ()))


def test_whoever_hosts_them_lists_them_and_once() -> None:
    """A07: loading it again changes nothing."""
    plans: Any = Plans()
    assert load(plans, lambda department: department) == "plans=26"
    assert set(plans.state.offers) == {offer_id(row["row"]) for row in rows()}
    assert load(plans, lambda department: department) == "plans=26"
    assert plans.events == 26


def test_what_the_file_says_anew_is_revised() -> None:
    """A31: and what was withdrawn meanwhile stays so."""
    plans: Any = Plans()
    load(plans, lambda department: department)
    changed = tuple({**row, "axes": ["job"]} for row in rows()[:1])
    load(plans, lambda department: department, changed)
    assert plans.state.offers[offer_id("O01")].offered.axes == ("job",)
    assert plans.events == 27


def test_a_refusal_stops_it() -> None:
    """A07: of another department."""
    plans: Any = Plans()
    with pytest.raises(Refused) as refused:
        load(plans, lambda department: "another")
    assert refused.value.code == "offer_of_another_department"


def test_some_offers_are_met_where_others_are() -> None:
    """O22, O23, P47, R53: and some are given by somebody beside the municipality."""
    integrated = {row["row"] for row in rows() if row["by"] != row["at"]["host"]}
    assert {"O03", "O06", "O22"} <= integrated
    kinds = {row["by"]["kind"] for row in rows() if isinstance(row["by"], dict)}
    assert kinds == {"association", "company-centre", "other-municipality"}
    told = [order for order in orders() if order.command == "plans.AddPresentation"]
    assert {order.fields["kind"] for order in told} == {"peer-story", "video", "case"}


def test_the_same_order_has_the_same_id() -> None:
    """A07: and another one another."""
    one, same, other = (Order("a", "plans.ListOffer", {"offer": offer}) for offer in ("1", "1", "2"))
    assert one.command_id == same.command_id != other.command_id
