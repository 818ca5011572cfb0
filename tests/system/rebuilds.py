"""What a service shows is folded anew beside itself, in the background: whoever does it may die, and begins again."""

import subprocess
from dataclasses import dataclass
from signal import SIGKILL

from deploy.platform.processes import Platform
from tests.system.whole import rows_of

DEATHS = ("", "folded_anew", "switched")
"""Where whoever folds may die, in `eventkeep.steps`: nowhere, with a batch folded, and just before all of it is shown."""
_KILLED, _NOT_DONE = -SIGKILL, 2
_PATIENCE = 60.0


@dataclass
class _Rebuild:
    """Whoever folds, and with which codes it may end."""

    process: subprocess.Popen[bytes]
    ends: set[int]


class Rebuilds:
    """The rebuilds on a platform: one of each service at a time."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._begun: dict[str, _Rebuild] = {}

    def begin(self, service: str, dies_at: str, calm: bool) -> None:
        """Begins in the background, or goes on where somebody died; nothing where somebody folds still."""
        before = self._begun.get(service)
        if before and before.process.poll() is None:
            return
        if before:
            self._ended(service, calm)
        settings = {"HELHED_CRASH_AT": dies_at} if dies_at else {}
        with (self._platform.folder / f"rebuild-{service}.log").open("wb") as log:
            command = _command(self._platform, service, "projections", "rebuild", "--drop", settings=settings)
            process = subprocess.Popen(command, stdout=log, stderr=log)
        self._begun[service] = _Rebuild(process, {_KILLED if dies_at else 0})

    def kill(self, service: str) -> None:
        """SIGKILL, wherever it is just now; nothing where nobody folds."""
        begun = self._begun.get(service)
        if begun and begun.process.poll() is None:
            begun.process.kill()
            begun.ends.add(_KILLED)

    def finish(self, calm: bool) -> None:
        """Waits until all that was begun is shown, begun again by who lives where somebody died; nothing is left beside."""
        for service in list(self._begun):
            if self._ended(service, calm) != 0:
                self.begin(service, "", calm)
                code = self._ended(service, True)
                assert code == 0, f"the rebuild of {service} ended with {code}"
            left = rows_of(
                self._platform, service, "select view, state from generations where state <> 'shown'"
            )
            assert not left, f"{service} has {left} beside what is shown"

    def give_up(self) -> None:
        """Nobody folds any more, however far it is."""
        for begun in self._begun.values():
            begun.process.kill()
            begun.process.wait()
        self._begun.clear()

    def _ended(self, service: str, calm: bool) -> int:
        """The code that it ended with. Where something is broken it may not come through: that is said, and no harm."""
        begun = self._begun.pop(service)
        code = begun.process.wait(_PATIENCE)
        log = self._platform.folder / f"rebuild-{service}.log"
        allowed = begun.ends | (set() if calm else {_NOT_DONE})
        assert code in allowed, f"the rebuild of {service} ended with {code}: {log.read_text()[-800:]}"
        if code == _KILLED:
            # Whoever died between showing and dropping left the rows of before: the next one wants them gone.
            assert cli(self._platform, service, "projections", "drop") in (0, _NOT_DONE)
        return code


def cli(platform: Platform, service: str, *words: str) -> int:
    """The exit code of a command line with a service's own settings, and so with its database."""
    command = _command(platform, service, *words, settings={})
    return subprocess.run(command, stdout=subprocess.DEVNULL, timeout=_PATIENCE, check=False).returncode


def _command(platform: Platform, service: str, *words: str, settings: dict[str, str]) -> list[str]:
    run = platform.command(service, service, "services.cli", settings)
    return [*run, *words, "--service", service]
