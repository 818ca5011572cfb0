"""Signing in and out, against a real provider in this process: what isn't as it was asked for signs nobody in."""

import json
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from deploy.platform.issuer import Issuer
from deploy.platform.sign_in import SignIn
from services.overview.settings import Settings
from tests.unit.family import SOFIE
from tests.web.conftest import PUBLIC
from tests.web.held import Held
from tests.web.visit import SOFIE_HERSELF, Visit, form_of


@pytest.fixture
def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Somebody who hasn't signed in."""
    sign_in.people.append(SOFIE_HERSELF)
    return Visit(settings, sign_in, Held({SOFIE: "coordination"}))


def refused(answer: httpx.Response) -> bool:
    """Whether nobody was signed in, and that was said in Danish."""
    assert "helhed-session" not in answer.headers.get("set-cookie", "")
    return (
        answer.status_code == 401
        and "Du blev ikke logget ind." in answer.text
        and "Log ind igen." in answer.text
    )


async def test_who_signs_in_comes_back_to_where_he_or_she_wanted(visit: Visit) -> None:
    wanted = f"/en/f/{SOFIE}/plan"
    first = await visit.get(wanted)
    assert (first.status_code, first.headers["location"]) == (303, f"/sign-in?next={wanted}")
    answer = await visit.signs_in(wanted)
    assert (answer.status_code, answer.headers["location"]) == (303, wanted)
    families = await visit.get("/da/")
    assert families.status_code == 200
    assert "Sofie Example" in families.text
    assert "Familien Example" in families.text


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.dk/", "//example.dk/", "/da//example.dk", "/da/\\example.dk", "/da/?x", "/daa/", ""],
)
async def test_nobody_is_sent_elsewhere_after_signing_in(visit: Visit, elsewhere: str) -> None:
    location = (await visit.signs_in(elsewhere)).headers["location"]
    assert location == "/da/" or location.startswith("/da//")
    assert httpx.URL(PUBLIC).join(location).host == "127.0.0.1"


async def test_what_another_browser_began_isnt_completed(
    visit: Visit, settings: Settings, sign_in: SignIn
) -> None:
    """Else somebody could sign another in as himself."""
    told = await visit.choose(await visit.begin())
    assert refused(await Visit(settings, sign_in, visit.held).done(told))
    assert refused(await visit.done({**told, "state": "another"}))
    assert refused(await visit.done({key: value for key, value in told.items() if key != "state"}))
    assert refused(await visit.done({**told, "iss": "https://another.example.dk"}))
    assert refused(await visit.done({"state": told["state"], "error": "access_denied"}))
    assert (await visit.done(told)).status_code == 303


async def test_a_code_counts_once(visit: Visit) -> None:
    asked = await visit.begin()
    told = await visit.choose(asked)
    jar = dict(visit.here.cookies)
    assert (await visit.done(told)).status_code == 303
    visit.here.cookies = httpx.Cookies(jar)
    assert refused(await visit.done(told))


async def test_a_code_that_was_asked_for_with_another_challenge_is_refused(visit: Visit) -> None:
    """RFC 7636: a code that was caught on its way is of no use."""
    asked = await visit.begin()
    told = await visit.choose({**asked, "code_challenge": "A" * 43})
    assert refused(await visit.done(told))


async def test_the_sign_in_shows_nobody_to_pages_that_it_doesnt_know(visit: Visit) -> None:
    asked = await visit.begin()
    for wrong in (
        {"redirect_uri": "http://example.dk/sign-in/done"},
        {"redirect_uri": f"{PUBLIC}.example.dk/sign-in/done"},
        {"client_id": "another"},
        {"response_type": "token"},
        {"code_challenge_method": "plain"},
        {"code_challenge": ""},
    ):
        answer = await visit.elsewhere.get("/authorize", params={**asked, **wrong})
        assert (answer.status_code, "Sofie" in answer.text) == (400, False)


class Between:
    """Stands between our pages and the sign-in, and changes what it answers."""

    def __init__(self, sign_in: SignIn, issuer: Issuer, **changed: Any) -> None:
        self._there = httpx.AsyncClient(transport=httpx.ASGITransport(sign_in.app), base_url=sign_in.address)
        self._issuer, self._changed = issuer, changed
        self.app = Starlette(
            routes=[Route("/{path:path}", self._answer, methods=["GET", "POST"])],
        )

    async def _answer(self, request: Request) -> Response:
        headers = {n: v for n, v in request.headers.items() if n in ("authorization", "content-type")}
        answer = await self._there.request(
            request.method, request.url.path, content=await request.body(), headers=headers
        )
        change = self._changed.get(request.url.path.rpartition("/")[2].replace("-", "_"))
        if change is None:
            return Response(answer.content, answer.status_code, media_type="application/json")
        changed = change(answer.json(), self._issuer)
        return changed if isinstance(changed, Response) else JSONResponse(changed)


def claims_of(told: dict[str, Any]) -> dict[str, Any]:
    """What the token says."""
    import base64

    part = told["id_token"].split(".")[1]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


def claiming(**other: Any) -> Any:
    """The token says otherwise, and is signed all the same; None: says nothing of it."""

    def changed(told: dict[str, Any], issuer: Issuer) -> dict[str, Any]:
        claims = {name: value for name, value in {**claims_of(told), **other}.items() if value is not None}
        return {**told, "id_token": issuer.signed(claims)}

    return changed


@pytest.mark.parametrize(
    "other",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "helhed"},
        {"aud": ["another"]},
        {"azp": "another"},
        {"iss": "https://issuer.helhed.example"},
        {"exp": 1},
        {"exp": None},
        {"sub": "not-an-id"},
        {"helhed_kind": "administrator"},
        {"helhed_kind": None},
        {"helhed_department": "<b>"},
    ],
    ids=lambda each: "-".join(f"{name}-{value}" for name, value in each.items()),
)
async def test_a_token_that_isnt_for_this_sign_in_signs_nobody_in(
    settings: Settings, sign_in: SignIn, issuer: Issuer, other: dict[str, Any]
) -> None:
    """OIDC Core 3.1.3.7."""
    sign_in.people.append(SOFIE_HERSELF)
    between = Between(sign_in, issuer, token=claiming(**other))
    assert refused(await Visit(settings, sign_in, Held({}), between.app).signs_in())


async def test_a_token_that_another_signed_signs_nobody_in(
    settings: Settings, sign_in: SignIn, issuer: Issuer, tmp_path: Any
) -> None:
    sign_in.people.append(SOFIE_HERSELF)
    other = Issuer(tmp_path / "other.json")
    for token in (
        lambda told, _: {**told, "id_token": other.signed(claims_of(told))},
        lambda told, _: {**told, "id_token": told["id_token"].rpartition(".")[0] + "."},
        lambda told, _: {**told, "id_token": None},
        lambda told, _: {},
    ):
        between = Between(sign_in, issuer, token=token)
        assert refused(await Visit(settings, sign_in, Held({}), between.app).signs_in())


async def test_keys_that_are_changed_are_looked_up_again(
    settings: Settings, sign_in: SignIn, issuer: Issuer, tmp_path: Any
) -> None:
    sign_in.people.append(SOFIE_HERSELF)
    visit = Visit(settings, sign_in, Held({}))
    assert (await visit.signs_in()).status_code == 303
    renewed = Issuer(tmp_path / "renewed.json")
    issuer._key, issuer.jwks = renewed._key, renewed.jwks
    assert (await visit.signs_in()).status_code == 303


@pytest.mark.parametrize(
    "changed",
    [
        {"openid_configuration": lambda told, _: {**told, "issuer": "https://another.example.dk"}},
        {"openid_configuration": lambda told, _: {**told, "token_endpoint": "http://example.dk/token"}},
        {"openid_configuration": lambda told, _: {k: v for k, v in told.items() if k != "jwks_uri"}},
        {"openid_configuration": lambda told, _: ["not", "an", "object"]},
        {"openid_configuration": lambda told, _: Response("<html>", 200)},
        {"openid_configuration": lambda told, _: Response("{}", 500)},
        {"openid_configuration": lambda told, _: RedirectResponse("https://another.example.dk")},
        {"jwks": lambda told, _: {"keys": "none"}},
        {"jwks": lambda told, _: {}},
    ],
)
async def test_a_sign_in_that_isnt_as_it_should_be_is_not_used(
    settings: Settings, sign_in: SignIn, issuer: Issuer, changed: dict[str, Any]
) -> None:
    between = Between(sign_in, issuer, **changed)
    answer = await Visit(settings, sign_in, Held({}), between.app).get("/sign-in")
    assert answer.status_code == 503
    assert "Kommunens login svarer ikke." in answer.text


async def test_a_sign_in_that_is_away_is_said_to_be(settings: Settings, sign_in: SignIn) -> None:
    async def away(*_: Any) -> None:
        raise httpx.ConnectError("nobody there")

    answer = await Visit(settings, sign_in, Held({}), away).get("/sign-in?next=/en/")
    assert answer.status_code == 503


async def test_only_a_form_of_ours_signs_somebody_out(visit: Visit) -> None:
    await visit.signs_in()
    page = await visit.get("/da/")
    for form in ({}, {"form": "another"}, {"form": "a" * 5_000}):
        answer = await visit.here.post("/sign-out", data=form)
        assert answer.status_code == 403
        assert (await visit.get("/da/")).status_code == 200
    answer = await visit.here.post("/sign-out", data={"form": form_of(page.text), "language": "en"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"{visit.sign_in.address}/leave?")
    back = await visit.elsewhere.get(answer.headers["location"])
    assert back.headers["location"] == f"{PUBLIC}/en/signed-out"
    assert "You are logged out" in (await visit.get("/en/signed-out")).text
    assert (await visit.get("/da/")).status_code == 303
    again = await visit.here.post("/sign-out", data={})
    assert again.headers["location"] == "/da/signed-out"


async def test_who_signs_out_while_the_sign_in_is_away_is_out_here(
    settings: Settings, sign_in: SignIn, issuer: Issuer
) -> None:
    sign_in.people.append(SOFIE_HERSELF)
    visit = Visit(settings, sign_in, Held({}))
    await visit.signs_in()
    form = form_of((await visit.get("/da/")).text)

    async def away(*_: Any) -> None:
        raise httpx.ConnectError("nobody there")

    later = Visit(settings, sign_in, Held({}), away)
    later.here.cookies = visit.here.cookies
    answer = await later.here.post("/sign-out", data={"form": form})
    assert answer.headers["location"] == "/da/signed-out"
    assert (await later.get("/da/")).status_code == 303
