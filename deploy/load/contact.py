"""Who is in contact with a generated family, and how fewer are as others take it over. R09, P33, T12, T24."""

from deploy.load.life import Life
from deploy.load.municipality import Colleague
from deploy.load.words import ALTERNATIVES, CONTACTS


def in_contact(life: Life) -> None:
    """Most of those around the family are in contact with it from the first day, some beside others' contact."""
    for each in life.around:
        if each.key == life.caseworker or life.nearness.random() < 0.7:
            _starts(life, each, "direct")
        elif life.nearness.random() < 0.6:
            _starts(life, each, "secondary")


def fewer(life: Life) -> None:
    """Now and then somebody advises a colleague instead; more rarely somebody new is needed."""
    others = [each for each in life.around if each.key != life.caseworker]
    colleague = life.nearness.choice(others)
    if (kind := life.contacts.get(colleague.key)) is not None:
        if life.nearness.random() < 0.5:
            del life.contacts[colleague.key]
            life.does(
                life.caseworker,
                "contacts.EndContact",
                f"{colleague.name} advises a colleague instead.",
                professional=f"@{colleague.key}",
                kind=kind,
                reason="advises-instead",
            )
    elif life.nearness.random() < 0.15:
        _starts(life, colleague, "direct")


def _starts(life: Life, colleague: Colleague, kind: str) -> None:
    life.contacts[colleague.key] = kind
    beside = {"alternative": life.nearness.choice(ALTERNATIVES)} if kind == "secondary" else {}
    life.does(
        life.caseworker,
        "contacts.StartContact",
        f"{colleague.name} is in contact with the family.",
        professional=f"@{colleague.key}",
        kind=kind,
        reason=life.nearness.choice(CONTACTS),
        **beside,
    )
