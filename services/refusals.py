"""Refusals that more than one service gives: each is said in one way."""

from eventkeep.refused import Refused


def for_services_only() -> Refused:
    """INV-40: nobody gives this command; it follows from another."""
    return Refused(
        "for_services_only",
        "The service itself does this.",
        "INV-40",
        "Give the command that it follows from.",
        danish="Det gør tjenesten selv.",
        danish_next="Giv den kommando, det følger af.",
    )


def not_of_department() -> Refused:
    """INV-58: a department's system speaks for its own people alone."""
    return Refused(
        "not_of_department",
        "Nobody of this department is attached to the family under this id.",
        "INV-58",
        "Send it in the name of whoever is attached, or have him or her attached first.",
        danish="Ingen fra afdelingen er tilknyttet familien med dette id.",
        danish_next="Send det på vegne af en, der er tilknyttet, eller få vedkommende tilknyttet først.",
    )


def not_around_family() -> Refused:
    """INV-40: neither of the family nor attached to it."""
    return Refused(
        "not_around_family",
        "Only those around the family do this.",
        "INV-40",
        "Ask the coordinator.",
        danish="Kun dem omkring familien gør dette.",
        danish_next="Spørg koordinatoren.",
    )


def family_unknown() -> Refused:
    """R01: contacts has not told of this family yet, or never will."""
    return Refused(
        "family_unknown",
        "This family is not known here.",
        "R01",
        "Register the family, or try again in a moment.",
        danish="Familien er ikke kendt her.",
        danish_next="Registrér familien, eller prøv igen om lidt.",
    )


def family_closed() -> Refused:
    """R01: nothing new begins in a closed case."""
    return Refused(
        "family_closed",
        "The family's case is closed.",
        "R01",
        "Open the case again first.",
        danish="Familiens sag er afsluttet.",
        danish_next="Genåbn sagen først.",
    )
