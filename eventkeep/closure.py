"""The largest causally closed vector of what has arrived: no effect is shown without its cause."""

from collections.abc import Callable, Mapping

from eventkeep.vector import Vector


def closed(start: Vector, whole: Vector, causes: Callable[[str, int], Vector]) -> dict[str, int]:
    """The largest vector between two others in which every event's causes are held.

    `start` is closed already; `whole` says up to which version each service's events are here without a hole;
    `causes(service, version)` is asked for events between them only. Services not in `whole` are not looked at.
    """
    reached = {service: max(version, start.get(service, 0)) for service, version in whole.items()}
    shrunk = True
    while shrunk:
        shrunk = False
        for service in reached:
            for version in range(start.get(service, 0) + 1, reached[service] + 1):
                if not _held(causes(service, version), reached):
                    reached[service] = version - 1
                    shrunk = True
                    break
    return reached


def order(start: Vector, end: Vector, causes: Callable[[str, int], Vector]) -> list[tuple[str, int]]:
    """The events between two closed vectors, each after its causes: for readers that tell them one by one."""
    at = {service: start.get(service, 0) for service in end}
    told: list[tuple[str, int]] = []
    moved = True
    while moved:
        moved = False
        for service in sorted(end):
            while at[service] < end[service] and _held(causes(service, at[service] + 1), at):
                at[service] += 1
                told.append((service, at[service]))
                moved = True
    return told


def _held(causes: Vector, reached: Mapping[str, int]) -> bool:
    return all(reached[service] >= version for service, version in causes.items() if service in reached)
