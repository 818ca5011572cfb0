"""The five promises of docs/architecture.md, each held against what was shown: an AssertionError names the one that is
broken.

The margin is for the machine, not for the code: two cores carry some ten processes and whatever else runs, and a
process that isn't given one for a second does nothing in it. What no machine excuses has no margin: the five seconds
for which a yes may count, the order of states, and what a token names.
"""

import hashlib
import json
from dataclasses import dataclass

import grpc
import rfc8785

from contracts.overview.overview_pb2 import FamilyPlan
from deploy.platform.insistent import FOR_NOW, GONE
from eventkeep import vector
from eventkeep.refused import Refused
from tests.system.ledger import Ledger, Token

PROMISED, FRESH, MARGIN = 2.0, 5.0, 1.0
WITHIN = PROMISED + MARGIN


@dataclass(frozen=True)
class Asked:
    """A read: by whom, with what token, and when it began and ended."""

    who: str
    after: Token | None
    began: float
    ended: float


def shown(ledger: Ledger, asked: Asked, plan: FamilyPlan, calm: bool, paused: bool) -> None:
    """Holds an answer against all that is promised. `calm`: nothing is broken just now. `paused`: the plan stands still."""
    complete_and_exclusive(ledger, asked, True, calm)
    says_whether_it_is_stale(plan, paused)
    if asked.after:
        read_your_writes(asked.after, plan)
    always(ledger, asked.who, plan)


def always(ledger: Ledger, who: str, plan: FamilyPlan) -> None:
    """Holds what somebody is shown against what doesn't depend on when he or she asked."""
    same_for_all(ledger, plan)
    no_effect_without_cause(ledger, plan)
    monotonic(ledger, who, plan)
    ledger.highest[who] = plan
    ledger.tokens.append(Token(plan.token, vector.parse(plan.vector)))


def same_for_all(ledger: Ledger, plan: FamilyPlan) -> None:
    """One vector, one plan, one hash, whoever reads it where; and the hash is the plan's."""
    said = {"plan": json.loads(plan.plan), "view": plan.view_version}
    assert plan.hash == hashlib.sha256(rfc8785.dumps(said)).digest(), (
        "same_for_all: the hash is another plan's"
    )
    before = ledger.plans.setdefault(plan.vector, (plan.plan, plan.hash))
    assert before == (plan.plan, plan.hash), f"same_for_all: two plans at {plan.vector}"
    at = ledger.states.setdefault(plan.state_no, plan.vector)
    assert at == plan.vector, f"same_for_all: state {plan.state_no} is both {at} and {plan.vector}"


def no_effect_without_cause(ledger: Ledger, plan: FamilyPlan) -> None:
    """Every event that is shown stands in its store, and all that led to it is shown too."""
    seen = vector.parse(plan.vector)
    for service, version in seen.items():
        for each in range(1, version + 1):
            lacks = vector.missing(seen, ledger.causes(service, each))
            assert not lacks, f"no_effect_without_cause: {plan.vector} has {service}={each} without {lacks}"


def monotonic(ledger: Ledger, who: str, plan: FamilyPlan) -> None:
    """Nobody sees the family go back, whichever replica answers."""
    before = ledger.highest.get(who)
    if before is not None:
        on = (before.state_no, before.vector), (plan.state_no, plan.vector)
        lacks = vector.missing(vector.parse(plan.vector), vector.parse(before.vector))
        forward = plan.state_no > before.state_no or on[0] == on[1]
        assert forward, f"monotonic: {who} went from {on[0]} to {on[1]}"
        assert not lacks, f"monotonic: {who} went from {on[0]} to {on[1]}"


def read_your_writes(after: Token, plan: FamilyPlan) -> None:
    """What is shown covers what the token names."""
    lacks = vector.missing(vector.parse(plan.vector), after.vector)
    assert not lacks, f"read_your_writes: shown {plan.vector} without {lacks}"


def says_whether_it_is_stale(plan: FamilyPlan, paused: bool) -> None:
    """What stands still says so, and nothing else does."""
    said = plan.freshness.stale
    assert said == paused, f"read_your_writes: stale is {said} where paused is {paused}"


def failed_for_now(
    after: Token | None, wrong: Refused | grpc.RpcError, calm: bool, paused: bool = False
) -> None:
    """Only what is broken or paused makes anybody wait in vain, and the refusal says truly what is missing and why."""
    assert not calm, f"read_your_writes: failed though nothing is broken: {wrong!r}"
    if not isinstance(wrong, Refused):
        assert wrong.code() in GONE, wrong
    elif wrong.code == "lagging" and after:
        says = wrong.facts
        true = after.vector.get(says["service"]) == int(says["version"]) > int(says["has"])
        assert true, f"read_your_writes: {after.vector} is not what {says} says"
        assert says["why"] in _why(says["service"], paused), f"read_your_writes: paused is {paused}: {says}"
    elif wrong.code == "reference_parked":
        assert paused, f"read_your_writes: nothing is paused: {wrong!r}"
    else:
        assert wrong.code in FOR_NOW, wrong


def complete_and_exclusive(ledger: Ledger, asked: Asked, let_in: bool, calm: bool) -> None:
    """Who is attached with a basis in force is let in within two seconds, others are out as soon: or at once, with the
    token that says so. Whatever is broken, nobody is let in on knowledge older than five seconds."""
    named = asked.after is not None and asked.after.vector.get("contacts", 0) >= ledger.latest(asked.who).at
    since = asked.began - (0.0 if named else WITHIN if calm else FRESH)
    if let_in:
        allowed = ledger.may_have(asked.who, since, asked.ended)
        assert allowed, f"complete_and_exclusive: {asked.who} was let in {_when(ledger, asked)}"
    elif calm:
        owed = ledger.must_have(asked.who, since, asked.ended)
        assert not owed, f"complete_and_exclusive: {asked.who} was kept out {_when(ledger, asked)}"


def _why(service: str, paused: bool) -> tuple[str, ...]:
    """What may be said of why a service's event isn't here. Who may read is never paused, and waits for contacts alone."""
    waits = ("lagging", "hole", "waiting_for_a_cause")
    if not paused:
        return waits
    return (*waits, "paused") if service == "contacts" else ("paused",)


def _when(ledger: Ledger, asked: Asked) -> str:
    latest = ledger.latest(asked.who)
    became = "attached" if latest.may else "a stranger"
    return f"{asked.began - latest.acknowledged:.2f} s after becoming {became}, asking with {asked.after}"
