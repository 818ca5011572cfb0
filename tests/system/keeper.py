"""Processes that come and go: started again when they died, as Kubernetes would, or beside others."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

import psutil

from deploy.platform.processes import Platform


class Keeper:
    """Watches processes of a platform and starts those that ended, without the settings they had."""

    def __init__(self, platform: Platform, *names: str) -> None:
        self._platform = platform
        self._names = names or tuple(platform.processes)
        self.died: Counter[str] = Counter()
        self._turns = {name: threading.Lock() for name in self._names}
        self._ended = threading.Event()
        self._failed: list[BaseException] = []
        self._threads = [threading.Thread(target=self._watch, args=(name,)) for name in self._names]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()
        if self._failed and error[0] is None:
            raise self._failed[0]

    def kill(self, name: str) -> None:
        """Kills a process, unless it is just being started."""
        if self._turns[name].acquire(blocking=False):
            try:
                self._platform.processes[name].kill()
            finally:
                self._turns[name].release()

    def _watch(self, name: str) -> None:
        service, _, replica = name.partition("-")
        while not self._ended.wait(0.05):
            if not self._platform.processes[name].running:
                self.died[name] += 1
                try:
                    with self._turns[name]:
                        self._platform.start(service, int(replica or 0))
                except Exception as failed:
                    self._failed.append(failed)
                    return


@contextmanager
def replica(platform: Platform, service: str, number: int = 1) -> Iterator[str]:
    """One more process of a service; its name."""
    name = f"{service}-{number}"
    platform.start(service, number)
    platform.wait_ready(name)
    try:
        yield name
    finally:
        platform.processes.pop(name).stop()


def process(platform: Platform, name: str) -> psutil.Process:
    """The process of a service, below its guard."""
    wanted = {"HELHED_INSTANCE": name, "HELHED_KAFKA_PREFIX": platform.name}
    module = f"services.{name.partition('-')[0]}.main"

    def is_it(each: psutil.Process) -> bool:
        try:
            return each.cmdline()[-1:] == [module] and wanted.items() <= each.environ().items()
        except psutil.NoSuchProcess:  # it has just ended
            return False

    [found] = filter(is_it, psutil.Process().children(recursive=True))
    return found
