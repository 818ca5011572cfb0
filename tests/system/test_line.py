"""A line that is cut: nothing comes through, nobody is told, and nothing is lost when it is whole again."""

import socket
from collections.abc import Iterator

import pytest

from tests.system.line import Line


@pytest.fixture
def ends() -> Iterator[tuple[Line, socket.socket, socket.socket]]:
    """A line, and the two who talk over it."""
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        Line(server.getsockname()[1]) as line,
        socket.create_connection(("127.0.0.1", line.port), timeout=10) as here,
        server.accept()[0] as there,
    ):
        there.settimeout(10)
        yield line, here, there


def test_what_is_said_comes_through_both_ways(ends: tuple[Line, socket.socket, socket.socket]) -> None:
    _, here, there = ends
    here.sendall(b"hello")
    assert there.recv(5, socket.MSG_WAITALL) == b"hello"
    there.sendall(b"yes?")
    assert here.recv(4, socket.MSG_WAITALL) == b"yes?"


def test_what_is_said_while_it_is_cut_comes_when_it_is_whole(
    ends: tuple[Line, socket.socket, socket.socket],
) -> None:
    line, here, there = ends
    line.cut()
    assert not line.whole
    here.sendall(b"first ")
    here.shutdown(socket.SHUT_WR)
    there.settimeout(0.2)
    with pytest.raises(TimeoutError):
        there.recv(1)
    line.mend()
    there.settimeout(10)
    assert there.recv(6, socket.MSG_WAITALL) == b"first "
    assert there.recv(1) == b""
