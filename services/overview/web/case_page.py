"""The page of what the case rests on, in words. P01, P49, T20, T25, X-01, X-02, R25, INV-50, INV-66."""

from collections.abc import Iterable, Mapping
from typing import Any

from contracts.legal_bases import LEGAL_BASES
from services.overview.web.language import Language
from services.overview.web.people import Document, People


def shown(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """Each part as rows of what, in sentences, and the day."""
    return {
        "parts": [
            (key, rows)
            for key, rows in (
                (
                    "case-way",
                    [*_referrals(document, say), *_offer(document, say), *_admission(document, say)],
                ),
                ("case-eligibility", [_eligible(each, say) for each in document["eligibility"]]),
                ("case-bases", [_basis(each, people, say) for each in document["legal_bases"]]),
                ("case-consents", [_consent(each, people, say) for each in document["consents"]]),
                ("case-emergency", [_emergency(each, say) for each in document["emergency_access"]]),
                ("case-shared", [_shared(each, people, say) for each in document["shared"]]),
                ("case-health", [*_asked(document["health"], people, say)]),
            )
        ],
    }


def _referrals(document: Document, say: Language) -> Iterable[tuple[str, str]]:
    for each in document["referrals"]:
        yield say("case-referred", source=say.named(each["source"])), _day(each, say)


def _offer(document: Document, say: Language) -> Iterable[tuple[str, str]]:
    for each in sorted(document["offer"], key=lambda row: row["on"]):
        why = each.get("reason")
        yield say(f"case-{each['answer']}") + (f" {say.kept(why)}" if why else ""), _day(each, say)


def _admission(document: Document, say: Language) -> Iterable[tuple[str, str]]:
    for each in sorted(document["admission"], key=lambda row: row["on"]):
        programme = say.named(each["programme"])
        if each["admitted"]:
            yield say("case-admitted", programme=programme), say.day(each["visitation_date"])
        else:
            yield (
                say("case-not-admitted", programme=programme, reason=say.named(each["reason"])),
                _day(each, say),
            )


def _eligible(each: Mapping[str, Any], say: Language) -> tuple[str, str]:
    told = [
        say("case-eligible" if each["eligible"] else "case-not-eligible", reason=say.named(each["reason"]))
    ]
    if each["unemployed_since"]:
        told.append(say("case-unemployed", day=say.day(each["unemployed_since"])))
    if each["programme_group"]:
        told.append(say("case-group", group=say.named(each["programme_group"])))
    return " ".join(told), _day(each, say)


def _basis(each: Mapping[str, Any], people: People, say: Language) -> tuple[str, str]:
    """A paragraph with what it is about, whose it is where not the whole family's, and its term."""
    basis = LEGAL_BASES.get(each["code"])
    about = f": {basis.dansk if say.code == 'da' else basis.title}" if basis else ""
    whose = f" ({people.first(each['person'])})" if each["person"] else ""
    return f"{each['code']}{about}{whose}", _term(
        each["valid_from"], each["ended_on"] or each["valid_to"], say
    )


def _consent(each: Mapping[str, Any], people: People, say: Language) -> tuple[str, str]:
    """Who lets whom know what and for what; taken back or over."""
    to = people.professional(each["professional"]) if each["professional"] else say.named(each["department"])
    by = [people.first(who) for who in each["given_by"]]
    by += [say("case-parent-elsewhere")] if each["given_elsewhere"] else []
    told = say(
        "case-consent",
        by=say.listed(by),
        to=to,
        what=say.listed(map(say.named, each["scope"])),
        purpose=say.named(each["purpose"]),
    )
    if each["person"]:
        told += " " + say("case-about", who=people.first(each["person"]))
    if each["withdrawn"]:
        told += " " + say("case-withdrawn", day=say.day(each["ended_on"]))
    return told, _term(each["valid_from"], each["valid_to"], say)


def _emergency(each: Mapping[str, Any], say: Language) -> tuple[str, str]:
    """Who saw the plan without being attached, and why. X-07."""
    who = say.kept(each["name"])
    return (
        say(
            "case-emergency-access", who=who, until=say.moment_of(each["until"]), why=say.kept(each["reason"])
        ),
        _day(each, say),
    )


def _shared(each: Mapping[str, Any], people: People, say: Language) -> tuple[str, str]:
    """Who of those who stand by the family is shown what, and who of it decided so. INV-66."""
    told = say(
        "case-shared-with",
        who=say.who(each["name"]),
        what=say.listed(say(f"shared-{section}").lower() for section in each["sections"]),
        by=say.listed(map(people.first, each["shared_by"])),
    )
    return told, say("case-since", day=_day(each, say))


def _asked(health: Document, people: People, say: Language) -> Iterable[tuple[str, str]]:
    """Whom the health coordinator was asked about and what became of each statement, never what it says. INV-50."""
    for each in health["consultations"]:
        need = say("case-needed" if each["needed"] else "case-not-needed")
        coordinator = people.professional(each["health_coordinator"])
        asked = say("case-consulted", who=coordinator, about=people.first(each["person"]))
        yield f"{asked} {need}", _day(each, say)
    for each in health["statements"]:
        outcome = say(f"case-statement-{each['outcome'] or 'awaited'}")
        asked = say("case-statement", about=people.first(each["person"]), purpose=say.named(each["purpose"]))
        yield f"{asked} {outcome}", _day(each, say)


def _day(each: Mapping[str, Any], say: Language) -> str:
    return say.day(each["on"])


def _term(first: str, last: str | None, say: Language) -> str:
    if last is None:
        return say("case-since", day=say.day(first))
    return say("case-term", first=say.day(first), last=say.day(last))
