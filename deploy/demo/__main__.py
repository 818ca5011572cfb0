"""`make demo`: starts everything, lives through the pilot families, shows the plan, stays until interrupted."""

import argparse
import json
import signal
import sys
import threading
import time
from typing import Any
from uuid import uuid4

from deploy.catalogue.loading import rows
from deploy.demo import leading, scenario
from deploy.demo.scenario import FAMILIES, FILES, PROGRAMME, Cast, NotAsTold, Step
from deploy.demo.show import lines
from deploy.demo.stay import stay
from deploy.demo.tap import Tap
from deploy.embedded.given import servers
from deploy.embedded.problem import CannotStart
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from deploy.platform.sign_in import Somebody
from deploy.platform.topics import SERVICES as TOLD
from eventkeep.refused import Refused

DEPARTMENTS = ("school", "health-service", "job-centre")
"""Those that are told of their families in topics of their own."""
ON_CALL = Somebody(
    "operations", str(uuid4()), None, "Ida Vagt", "operations: how things stand, and nobody's plan"
)
"""Whom one may sign in as beside the stories' people, and who leads."""


def main() -> int:
    """Plays the demo. Exit code 0 when everything was as promised."""
    arguments = argparse.ArgumentParser(prog="make demo", description=__doc__)
    arguments.add_argument("--once", action="store_true", help="end when the story is told")
    arguments.add_argument(
        "--family", type=int, choices=range(1, len(FAMILIES) + 1), help="one of them alone"
    )
    given = arguments.parse_args()
    chosen = FAMILIES if given.family is None else (FAMILIES[given.family - 1],)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with (
            servers(_say) as found,
            Platform(found.kafka, found.postgres, departments=DEPARTMENTS) as platform,
        ):
            _say("Starting the five services: about ten seconds.")
            platform.open()
            platform.sign_in.people += [ON_CALL, leading.LEADS]
            leading.list_offers(platform)
            _say(f"The catalogue of offers has {len(rows())} offers, listed by those who host them.")
            for name in chosen:
                cast = scenario.read(
                    FILES / f"{name}.yaml", platform.issuer, platform.clock, platform.folder / "keys"
                )
                platform.sign_in.people += scenario.people(cast)
                _live(platform, cast)
            if given.family is None:
                _steer(platform)
                _lead(platform)
            if not given.once:
                stay(platform, _say)
        _say("Everything is stopped.")
    except KeyboardInterrupt:
        _say("\nInterrupted: everything is stopped.")
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    except Refused as refused:
        print(
            f"A step was refused: {refused.sentence} ({refused.code}, {refused.rule}) {refused.next_step}",
            refused.facts or "",
            file=sys.stderr,
        )
        return 1
    except NotAsTold as otherwise:
        print(f"Not as promised: {otherwise}", file=sys.stderr)
        return 1
    return 0


def _live(platform: Platform, cast: Cast) -> None:
    """Lives through a family's first weeks, and then its year."""
    addresses = {service: platform.address(service) for service in SERVICES}
    with Client(addresses) as client, Tap(platform.kafka, platform.name, TOLD) as tap:
        _title(cast.story["title"])

        def told(step: Step, command_id: str, answer: Any) -> None:
            when = f"{step.day:%d %b %Y}: " if step.day else ""
            _say(f"\n  {when}{step.say}")
            if step.command:
                _say(f"    {step.who} -> {step.command}")
            if isinstance(answer, Refused):
                _say(f"    refused: \u201c{answer.sentence}\u201d ({answer.code}, {answer.rule})")
                return
            for heard in tap.of(command_id, 1, 2.0) if step.command else ():
                _say(
                    f"    => {heard.type} ({heard.service}={heard.version}) on {heard.topic}[{heard.partition}]"
                )

        for step in [*scenario.registrations(cast), *scenario.steps(cast)]:
            scenario.play(client, cast, step, told)
        _show(client, cast)
        year = list(scenario.steps(cast, "year"))
        if year:
            _title("The year that followed")
        for step in year:
            scenario.play(client, cast, step, told)


def _steer(platform: Platform) -> None:
    """What is said of the programme, and what those who lead see of it."""
    cast = scenario.read(PROGRAMME, platform.issuer)  # it tells of days gone by: nobody's clock is turned
    platform.sign_in.people += scenario.people(cast)
    _title(cast.story["title"])
    with Client({service: platform.address(service) for service in SERVICES}) as client:
        seen = [""]

        def told(step: Step, _: str, answer: Any) -> None:
            because = f" Refused: “{answer.sentence}”" if isinstance(answer, Refused) else ""
            _say(f"  {step.say}{because}")
            seen.append(getattr(answer, "token", seen[-1]))

        for step in scenario.steps(cast):
            scenario.play(client, cast, step, told)
        last = json.loads(client.programme(cast.token("lis"), cast.id("programme"), seen[-1]).document)
    _say(
        f"\n  Leaders see: {last['title']}, {len(last['milestones'])} milestones, {len(last['trainings'])} trainings."
    )
    _say(f"  Not reached: {', '.join(last['not_reached'])}. It stands as plainly as what was.")


def _lead(platform: Platform) -> None:
    """Many families beside the pilots, and whether it goes better with them all."""
    _title(f"{leading.FAMILIES} generated families beside the pilots: about two minutes")
    leading.town(platform, _say)
    _title("Are the families doing better? What those who lead see, of nobody")
    for line in leading.lines(leading.look(platform, leading.LEADS)):
        _say("  " + line)


def _show(client: Client, cast: Cast) -> None:
    """The plan, as different people see it; refused to others."""
    _title("The same plan for everybody around the family")
    seen = scenario.read_by_all(client, cast)
    for reader, plan in seen.items():
        _say(f"  {reader:36} {plan.vector}  state {plan.state_no}  {plan.hash.hex()[:16]}...")
    _say("")
    for line in lines(json.loads(next(iter(seen.values())).plan)):
        _say("  " + line)
    if "stranger" in cast.story:
        _title("And for nobody else")
        stranger = cast.story["stranger"]
        _refused(client, cast, stranger, f"{stranger.capitalize()}, who isn't attached, asks for it")
        _detached(client, cast, cast.story["leaves"])


def _detached(client: Client, cast: Cast, name: str) -> None:
    """A professional is detached while watching: the stream ends, and the plan is gone for her."""
    ended: list[float] = []

    def watch() -> None:
        try:
            for _ in client.watch(cast.token(name), cast.family):
                watching.set()
        except Refused:
            ended.append(time.monotonic())

    watching = threading.Event()
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    watching.wait(timeout=10)
    leave = Step(
        f"{name.capitalize()} is detached.",
        "karin",
        "contacts.DetachProfessional",
        {"professional": "@" + name, "reason": "moved-on"},
    )
    scenario.play(client, cast, leave, lambda *_: None)
    detached = time.monotonic()
    watcher.join(timeout=10)
    if not ended:
        raise NotAsTold("the detached professional's stream went on")
    _say(f"  {leave.say} Her open stream ended {max(0.0, ended[0] - detached) * 1000:.0f} ms later.")
    _refused(client, cast, name, f"{name.capitalize()} asks again")


def _refused(client: Client, cast: Cast, name: str, what: str) -> None:
    try:
        client.plan(cast.token(name), cast.family)
    except Refused as refused:
        _say(f"  {what}: refused, \u201c{refused.sentence}\u201d ({refused.code})")
    else:
        raise NotAsTold(f"{name} was shown the plan")


def _title(text: str) -> None:
    _say(f"\n{text}\n{'=' * len(text)}")


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
