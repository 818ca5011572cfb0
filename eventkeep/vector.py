"""Version vectors: `contacts=7,meetings=4` names a state of a family."""

from collections.abc import Mapping

Vector = Mapping[str, int]


def parse(text: str) -> dict[str, int]:
    """The vector that a text names. Raises ValueError where it isn't one."""
    vector: dict[str, int] = {}
    for piece in text.split(",") if text else ():
        service, equals, version = piece.partition("=")
        if not equals or not service or service in vector or not version.isdecimal():
            raise ValueError(f"not a version vector: {text[:200]!r}")
        vector[service] = int(version)
    return vector


def text(vector: Vector) -> str:
    """The vector as text, services in alphabetical order, zeros left out."""
    return ",".join(f"{service}={vector[service]}" for service in sorted(vector) if vector[service])


def join(*vectors: Vector) -> dict[str, int]:
    """The smallest vector that covers all of them."""
    joined: dict[str, int] = {}
    for vector in vectors:
        for service, version in vector.items():
            if version > joined.get(service, 0):
                joined[service] = version
    return joined


def covers(vector: Vector, other: Vector) -> bool:
    """Whether everything that `other` names is in `vector`."""
    return all(vector.get(service, 0) >= version for service, version in other.items())


def missing(vector: Vector, wanted: Vector) -> dict[str, int]:
    """The components of `wanted` that `vector` lacks."""
    return {service: version for service, version in wanted.items() if vector.get(service, 0) < version}


def only(vector: Vector, services: frozenset[str]) -> dict[str, int]:
    """The components of these services."""
    return {service: version for service, version in vector.items() if service in services}
