"""`make bench`: measures against real PostgreSQL and Kafka, prints a table and writes bench/results.json."""

import argparse
import asyncio
import sys
import time

from bench import (
    append,
    command,
    consumer,
    crowded,
    folding,
    inbox,
    long,
    mix,
    out,
    progress,
    reads,
    rebuild,
    relay,
    targets,
    visible,
)
from bench.measure import Row, Scale
from bench.results import lines, write
from bench.workers import quiet
from deploy.embedded.given import Servers, servers
from deploy.embedded.problem import CannotStart

BENCHMARKS = {
    "append": append.run,
    "crowded": crowded.run,
    "command": command.run,
    "mix": mix.run,
    "long": long.run,
    "visible": visible.run,
    "reads": reads.run,
    "progress": progress.run,
    "relay": relay.run,
    "folding": folding.run,
    "rebuild": rebuild.run,
    "targets": targets.run,
    "inbox": inbox.run,
    "out": out.run,
    "consumer": consumer.run,
}


def main() -> int:
    """Runs the benchmarks that are named, or all. Exit code 0 when they ran: nothing judges by the clock."""
    arguments = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    arguments.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(BENCHMARKS)}")
    arguments.add_argument("--quick", action="store_true", help="short rounds: roughly how it stands")
    given = arguments.parse_args()
    unknown = set(given.names) - set(BENCHMARKS)
    if unknown:
        arguments.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    quiet()
    try:
        with servers(_say) as found:
            asyncio.run(_run(found, given.names or list(BENCHMARKS), Scale(given.quick)))
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


async def _run(found: Servers, names: list[str], scale: Scale) -> None:
    """Each one's results are kept when it ends: the next ones may take long."""
    rows: list[Row] = []
    for name in names:
        begun = time.monotonic()
        _say(f"{name}")
        rows += await BENCHMARKS[name](found, scale, _say)
        _say(f"  {name} took {time.monotonic() - begun:.0f} s, written to {write(rows)}")
    _say("")
    for line in lines(rows):
        _say(line)


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
