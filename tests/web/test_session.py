"""The session's cookie: sealed, bound to its name and time, out of reach of scripts and neighbours."""

import time
from http.cookies import SimpleCookie

import pytest
from starlette.requests import Request
from starlette.responses import Response

from eventkeep.edge.call import Caller
from services.overview.web.session import Cookies, Session, begun

CALLER = Caller("professional", "00000000-0000-4000-8000-000000000001", "school", 0.0)
SECRET = "s" * 32


def sent(cookies: Cookies, session: Session) -> tuple[str, str, str]:
    """The name, value and attributes of the cookie that an answer sets."""
    answer = Response()
    cookies.sign_in(answer, session)
    [(name, held)] = SimpleCookie(answer.headers["set-cookie"]).items()
    return name, held.value, answer.headers["set-cookie"].lower()


def with_cookie(name: str, value: str) -> Request:
    """A request that brings a cookie."""
    return Request({"type": "http", "headers": [(b"cookie", f"{name}={value}".encode())]})


def test_who_signed_in_is_known_again() -> None:
    cookies, session = Cookies(SECRET, True), begun(CALLER, "Bent Rosenlund", 60.0)
    name, value, _ = sent(cookies, session)
    assert cookies.session(with_cookie(name, value)) == session
    assert session.caller == Caller(CALLER.kind, CALLER.id, CALLER.department, session.expires)


def test_nothing_of_it_can_be_read_or_changed() -> None:
    cookies = Cookies(SECRET, True)
    name, value, _ = sent(cookies, begun(CALLER, "Bent Rosenlund", 60.0))
    assert CALLER.id not in value
    for changed in (
        value[:-6] + "AAAA==",
        ("B" if value[0] == "A" else "A") + value[1:],
        value[:20],
        "",
        "æ",
        "%",
    ):
        assert cookies.session(with_cookie(name, changed)) is None
    assert Cookies("x" * 32, True).session(with_cookie(name, value)) is None


def test_it_opens_for_no_other_name() -> None:
    """What was sealed for the way in is no session."""
    cookies, answer = Cookies(SECRET, False), Response()
    cookies.write(answer, "sign-in", {"kind": "professional"}, time.time() + 60)
    [held] = SimpleCookie(answer.headers["set-cookie"]).values()
    assert cookies.read(with_cookie("helhed-sign-in", held.value), "sign-in") is not None
    assert cookies.session(with_cookie("helhed-session", held.value)) is None


def test_it_ends_by_itself() -> None:
    cookies = Cookies(SECRET, True)
    name, value, _ = sent(cookies, begun(CALLER, "Bent Rosenlund", -1.0))
    assert cookies.session(with_cookie(name, value)) is None


@pytest.mark.parametrize("secure", [True, False])
def test_scripts_and_other_sites_dont_get_it(secure: bool) -> None:
    """Over https it is bound to this very host; without, it can be on this machine alone."""
    name, _, attributes = sent(Cookies(SECRET, secure), begun(CALLER, "Bent Rosenlund", 60.0))
    assert {"httponly", "samesite=lax", "path=/"} <= {each.strip() for each in attributes.split(";")}
    assert ("secure" in attributes) is secure
    assert name == ("__Host-helhed-session" if secure else "helhed-session")
    assert "domain" not in attributes
