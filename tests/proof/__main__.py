"""`python -m tests.proof` runs the fast tests once and notes what they see refused and shown, then switches off one
refusal after the other, and one event of the shared plan after the other, each in a process of its own that runs only
the tests that saw it: one of them has to fail. Writes docs/observed.json; says what nobody saw and what nobody missed.
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence

import pytest

from deploy.generate import observed
from deploy.generate.refusals import Refusals
from tests.proof import rewriting
from tests.proof.recorder import Recorder, Seen, Shown
from tests.proof.watching import FirstFailure, Watching, listen_to_comparisons

ROOT = rewriting.ROOT
WATCHED = ("tests/unit", "tests/views", "tests/web")
_QUIET = ("-q", "--no-header", "--no-summary", "--tb=no", "-m", "not long", "--timeout", "100")
_BARE = ("-p", "no:unraisableexception", "-p", "no:threadexception")
"""They collect garbage several times a run: half of what a run of one test takes."""
_FEW = 12


def main() -> int:
    """Observes, switches off, writes, reports. 0 where every rule is proved."""
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("--processes", type=int, default=min(os.cpu_count() or 1, 4))
    processes = parser.parse_args().processes
    recorder = rewriting.install()
    listen_to_comparisons(recorder)
    os.chdir(ROOT)
    watching = Watching(recorder)
    code = pytest.main([*_QUIET, *WATCHED], plugins=[watching])
    recorder.forget(watching.failed)
    failing = dict(_without_each(recorder, watching.slow, processes))
    seen = tuple(_refusal(each, tests, failing[each]) for each, tests in _refusals(recorder))
    shown = tuple(_event(name, recorder, failing) for name in _events(recorder))
    run = observed.Run(seen, shown, observed.not_seen(seen, Refusals(ROOT)))
    missing = observed.unproved(run)
    if code in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        observed.write(ROOT, run)
    print(
        "\n".join(
            [
                *missing,
                *(f"fails as it is: {test}" for test in sorted(watching.failed)),
                _counted(run, missing),
            ]
        )
    )
    return 1 if missing or code != pytest.ExitCode.OK else 0


def _counted(run: observed.Run, missing: Sequence[str]) -> str:
    shown = sum(1 for each in run.events if each.fails)
    return (
        f"{len(run.refusals)} refusals and {len(run.events)} events were seen; {shown} events are missed in the shared "
        f"plan where it leaves them out; {len(missing)} refusals are not proved."
    )


def _refusals(recorder: Recorder) -> Iterator[tuple[Seen, list[str]]]:
    for each in sorted((each for each in recorder.seen if isinstance(each, Seen)), key=repr):
        yield each, [*recorder.seen[each]]


def _refusal(each: Seen, tests: list[str], failed: str) -> observed.Refusal:
    return observed.Refusal(
        each.place, each.code, each.rule, each.sentence, each.raised_in, observed.functions(tests), failed
    )


def _events(recorder: Recorder) -> list[str]:
    return sorted({*recorder.made_true, *(each.event for each in recorder.seen if isinstance(each, Shown))})


def _event(name: str, recorder: Recorder, failing: dict[Seen | Shown, str]) -> observed.Event:
    made = recorder.made_true.get(name, {})
    return observed.Event(
        name,
        tuple(sorted({command for command, _ in made if command})),
        observed.functions(test for _, test in made),
        observed.functions(recorder.seen.get(Shown(name), {})),
        failing.get(Shown(name), ""),
    )


def _without_each(recorder: Recorder, slow: set[str], processes: int) -> Iterator[tuple[Seen | Shown, str]]:
    """Each that was seen, with the function of the test that failed without it: "" where none did."""
    gc.collect()
    gc.freeze()  # children share the memory as long as nobody writes to it
    waiting = sorted(recorder.seen, key=repr)
    running: dict[int, tuple[Seen | Shown, int]] = {}
    while waiting or running:
        while waiting and len(running) < processes:
            each = waiting.pop()
            pid, answers = _begin(recorder, each, sorted(recorder.seen[each], key=slow.__contains__))
            running[pid] = each, answers
        pid, _ = os.wait()
        each, answers = running.pop(pid)
        with os.fdopen(answers) as told:
            yield each, observed.function(told.read())


def _begin(recorder: Recorder, off: Seen | Shown, tests: list[str]) -> tuple[int, int]:
    answers, answer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(answer)
        return pid, answers
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    recorder.off = off
    failed = _first_failure(_one_of_each(tests)[:_FEW]) or _first_failure(tests)
    os.write(answer, failed.encode())
    os._exit(0)


def _one_of_each(tests: list[str]) -> list[str]:
    return [*{observed.function(test): test for test in reversed(tests)}.values()][::-1]


def _first_failure(tests: list[str]) -> str:
    first = FirstFailure()
    pytest.main([*_QUIET, *_BARE, "-x", *tests], plugins=[first])
    return first.failed


if __name__ == "__main__":
    sys.exit(main())
