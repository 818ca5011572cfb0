"""A plan as text to read in a terminal: the same words, in the same order, as on its page."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from services.overview.shared_plan import SharedPlan
from services.overview.web import plan_page
from services.overview.web.astray import Astray
from services.overview.web.goals import Goal, Help
from services.overview.web.language import Language
from services.overview.web.reader import Reader

_NOBODY = Reader("", None, "")
"""Nothing is marked as the reader's own: what everybody shares is shown."""
_WIDTH = 100


def text(given: SharedPlan, say: Language) -> Iterator[str]:
    """The plan, line by line. One that was never approved shows how far it is, and no more."""
    shown = plan_page.shown(given, _NOBODY, say)
    yield f"{shown['family_name']}: {shown['members']}"
    yield f"{_freshness(shown, say)} · {_standing(shown, say)} · {say('check-code')} {shown['check_code']}"
    draft = shown["standing"] == "draft"
    if not draft:
        yield from _section(say("wishes-ranked" if shown["ranked"] else "wishes"), _wishes(shown, say))
    yield from _section(say("coordinator"), [_coordinator(shown, say)])
    yield from _section(say("next-follow-up"), [_meeting(shown, say)])
    yield from _section(say("draft-title"), [say("draft-no-meeting")] if draft else ())
    if not draft:
        yield from _work(shown, say)


def _work(shown: Mapping[str, Any], say: Language) -> Iterator[str]:
    """What was agreed, and by whom."""
    yield from _section(
        say("agreed"),
        [
            *_astray(shown["astray"].get("", ()), say, ""),
            *(line for goal in shown["goals"].top for line in _goal(goal, shown["astray"], say, "")),
        ],
    )
    yield from _section(say("until-next"), [_agreed(each, say) for each in shown["until"]])
    yield from _section(say("group-courses"), [f"{each.words} · {each.since}" for each in shown["courses"]])
    yield from _section(say("approval"), [_quoted(e.sentence, e.words) for e in shown["answers"]])
    yield from _section(say("own"), [f"»{e.words}« – {e.said_by}" for e in shown["own"]])
    yield from _section(say("who"), [f"{e.name}, {e.work}. {e.role}" for e in shown["attached"]])
    yield from _section(say("network"), shown["network"])
    yield from _section(say("statutory"), shown["statutory"])


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and what stands under it, wrapped; nothing where there is nothing."""
    told = [line for line in lines if line]
    if told:
        yield ""
        yield title.upper()
    for line in told:
        indent = " " * (2 + len(line) - len(line.lstrip()))
        yield from textwrap.wrap(
            line.lstrip(), _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  "
        )


def _freshness(shown: Mapping[str, Any], say: Language) -> str:
    fresh = shown["fresh"]
    if fresh.state == "current":
        return say("up-to-date", moment=say.moment(fresh.as_of))
    said = {"late": say("as-of", moment=say.moment(fresh.as_of)), "waiting": say("on-its-way")}
    return said.get(fresh.state) or say("parked-title")


def _standing(shown: Mapping[str, Any], say: Language) -> str:
    """How the plan stands; and where it was approved, when."""
    standing = shown["standing"]
    if standing in ("draft", "closed"):
        return say(f"status-{standing}")
    key = "status-preliminary" if standing == "preliminary" else "status-approved"
    approved = say(key, day=say.day(shown["document"]["plan"]["approved_on"]))
    return f"{approved} · {say(f'status-{standing}')}" if standing in ("questioned", "changed") else approved


def _coordinator(shown: Mapping[str, Any], say: Language) -> str:
    who = shown["document"]["coordinator"]
    if not who:
        return say("no-coordinator")
    return f"{shown['people'].professional(who)}, {shown['coordinator_work']}"


def _meeting(shown: Mapping[str, Any], say: Language) -> str:
    meeting = shown["meeting"]
    if meeting is None:
        return say("no-follow-up")
    at = f" {say.time(meeting.starts_at)}" if meeting.starts_at else ""
    place = f", {say.named(meeting.place)}" if meeting.place else ""
    return f"{say.weekday(meeting.date)}{at}{place}"


def _wishes(shown: Mapping[str, Any], say: Language) -> list[str]:
    told = [f"{each.rank or '–'}  »{each.words}« – {each.said_by}" for each in shown["wishes"]]
    return told or [say("no-wishes")]


def _goal(goal: Goal, astray: Mapping[str, Sequence[Astray]], say: Language, indent: str) -> Iterator[str]:
    """A goal, what doesn't go as agreed with it, the help with it, the steps to it, and the goals below."""
    said = f"»{goal.words}« – {goal.said_by}" if goal.said_by else goal.words
    yield f"{indent}{goal.number}  {said}"
    facts = [say(goal.status.key), say("owner", who=goal.owner)]
    facts += [say.until(goal.due)] if goal.due else []
    facts += [] if goal.approved else [say("not-approved")]
    yield f"{indent}   {' · '.join(facts)}"
    yield from _astray(astray.get(goal.id, ()), say, f"{indent}   ")
    yield from (f"{indent}   + {_help(each, say)}" for each in goal.help)
    yield from (f"{indent}   - {each.title} · {each.who} · {say(each.status.key)}" for each in goal.steps)
    for below in goal.below:
        yield from _goal(below, astray, say, f"{indent}   ")


def _astray(found: Sequence[Astray], say: Language, indent: str) -> Iterator[str]:
    """Deviations: what, who acts by when, and what was agreed is done. INV-31."""
    for each in found:
        yield f"{indent}! {say('deviation-here')}: {each.words} · {each.next}"
        if each.procedure:
            yield f"{indent}  {say('deviation-runs')} {each.procedure}"


def _help(each: Help, say: Language) -> str:
    return f"{each.title} · {each.who} · {say(each.status.key)} {each.when}"


def _agreed(each: Any, say: Language) -> str:
    lead = f"{say('interim-goal')} " if each.interim else ""
    return " · ".join(
        part for part in (f"{lead}{each.words}", each.who, each.due and say.until(each.due)) if part
    )


def _quoted(sentence: str, words: str | None) -> str:
    return f"{sentence} »{words}«" if words else sentence
