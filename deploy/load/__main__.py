"""`make families N=1000`: starts everything, plays generated families through it, says how it went, stays."""

import argparse
import signal
import sys
from datetime import datetime, time

from deploy.demo.stay import stay
from deploy.embedded.given import servers
from deploy.embedded.problem import CannotStart
from deploy.load.life import FIRST_DAY
from deploy.load.playing import CALLERS, Figures, Playing
from deploy.platform.processes import SERVICES, Platform
from eventkeep.clock import HERE, turn

_SHOWN = 5
"""How many of those that were refused are told."""


def main() -> int:
    """Plays the families. Exit code 0 when none was refused anything."""
    arguments = argparse.ArgumentParser(prog="make families", description=__doc__)
    arguments.add_argument("families", type=_count, help="how many")
    arguments.add_argument("--seed", type=int, default=1, help="the same seed makes the same families")
    arguments.add_argument("--callers", type=_count, default=CALLERS, help="how many families at a time")
    arguments.add_argument("--once", action="store_true", help="end when they are played")
    given = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with servers(_say) as found, Platform(found.kafka, found.postgres) as platform:
            _say("Starting the five services: about ten seconds.")
            platform.open()
            figures = _play(platform, given)
            if not given.once:
                platform.clock.unlink()
                _say(
                    "The services' clock is the real one from now on: they say what became overdue meanwhile."
                )
                stay(platform, _say)
        _say("Everything is stopped.")
    except KeyboardInterrupt:
        _say("\nInterrupted: everything is stopped.")
        return 0
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    return 1 if figures.refused else 0


def _play(platform: Platform, given: argparse.Namespace) -> Figures:
    """Plays, while the services' clock stands before any life begins: nothing is overdue in the midst of it."""
    turn(platform.clock, datetime.combine(FIRST_DAY, time(8), HERE))
    count = given.families
    _say(f"Playing {count:,} families of seed {given.seed}, {given.callers} at a time.")
    addresses = {service: platform.address(service) for service in SERVICES}
    playing = Playing(addresses, platform.issuer, given.seed, count, given.callers)
    figures = playing.run(lambda so_far: _say(_progress(so_far, count)))
    _say("")
    for line in _lines(figures):
        _say(line)
    return figures


def _progress(so_far: Figures, count: int) -> str:
    if not so_far.families:
        return "  the first ones are under way"
    rate = so_far.families / so_far.seconds
    left = (count - so_far.families) / rate
    return f"  {so_far.families:,} of {count:,} families, {rate:.1f} a second, about {left:,.0f} s to go"


def _lines(figures: Figures) -> list[str]:
    seconds = max(figures.seconds, 0.001)
    return [
        f"Families  {figures.families:>10,}   {figures.families / seconds:,.1f} a second, in {seconds:,.0f} s",
        f"Commands  {figures.commands:>10,}   {figures.commands / seconds:,.0f} a second",
        f"Events    {figures.events:>10,}   {figures.events / seconds:,.0f} a second",
        f"Plans seen{figures.shown:>10,}   one for each family whose case is open",
        f"Sent again{figures.sent_again:>10,}   calls that failed for a moment only",
        f"Refused   {len(figures.refused):>10,}",
        *(f"  {each}" for each in figures.refused[:_SHOWN]),
    ]


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
