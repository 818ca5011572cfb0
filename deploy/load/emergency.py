"""Somebody who isn't around a generated family has to see its plan at once. X-07."""

from collections.abc import Sequence

from deploy.load.life import Life
from deploy.load.municipality import Colleague
from deploy.load.words import EMERGENCIES


def emergency(life: Life, staff: Sequence[Colleague]) -> None:
    """A colleague is let in for some hours, with a reason; now and then he or she, or a caseworker, ends it before."""
    if life.closed or not life.likely(0.06):
        return
    life.passes(1, 20)
    let_in = life.one_of([each for each in staff if each not in life.around])
    life.let_in.append(let_in)
    life.does(
        let_in.key,
        "contacts.TakeEmergencyAccess",
        f"{let_in.name} has to see the plan.",
        professional=f"@{let_in.key}",
        reason=life.one_of(EMERGENCIES),
        hours=life.chance.randint(1, 24),
    )
    if life.likely(0.5):
        life.does(
            life.one_of((let_in.key, life.caseworker)),
            "contacts.EndEmergencyAccess",
            "It is over before its time.",
            professional=f"@{let_in.key}",
        )
