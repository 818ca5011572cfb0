"""The pages' settings: none, or all of them; what is wrong is named at once."""

from pathlib import Path
from typing import Any

import pytest

from eventkeep.settings import PREFIX, load
from services.overview.settings import Settings, safe
from services.overview.web.provider import Provider
from tests.web.conftest import PUBLIC

WHOLE = {
    "PUBLIC_URL": PUBLIC,
    "OIDC_ISSUER": "https://login.example.dk",
    "OIDC_CLIENT_ID": "helhed-pages",
    "OIDC_CLIENT_SECRET": "s" * 32,
}


def _given(monkeypatch: pytest.MonkeyPatch, needed: dict[str, str], **told: str) -> None:
    for name, value in {**{n.upper(): v for n, v in needed.items()}, **told}.items():
        monkeypatch.setenv(f"{PREFIX}{name}", value)


def test_without_a_sign_in_there_are_no_pages(needed: dict[str, str], monkeypatch: Any) -> None:
    _given(monkeypatch, needed)
    assert load(Settings).public_url is None


def test_with_all_of_them_there_are(needed: dict[str, str], monkeypatch: Any, tmp_path: Path) -> None:
    _given(monkeypatch, needed, **WHOLE)
    assert load(Settings).oidc_issuer == "https://login.example.dk"
    monkeypatch.delenv(f"{PREFIX}OIDC_CLIENT_SECRET")
    (tmp_path / "secret").write_text("f" * 32 + "\n")
    monkeypatch.setenv(f"{PREFIX}OIDC_CLIENT_SECRET_FILE", str(tmp_path / "secret"))
    secret = load(Settings).oidc_client_secret
    assert secret is not None
    assert secret.get_secret_value() == "f" * 32
    assert "ffff" not in repr(load(Settings))


@pytest.mark.parametrize("only", WHOLE)
def test_one_alone_asks_for_the_others(
    only: str, needed: dict[str, str], monkeypatch: Any, capsys: Any
) -> None:
    _given(monkeypatch, needed, **{only: WHOLE[only]})
    with pytest.raises(SystemExit):
        load(Settings)
    said = capsys.readouterr().err
    assert all(f"{PREFIX}{name}" in said for name in WHOLE.keys() - {only})
    assert f"{PREFIX}{only} " not in said


def test_what_is_wrong_is_named_at_once_and_never_shown(
    needed: dict[str, str], monkeypatch: Any, capsys: Any
) -> None:
    wrong = {
        "PUBLIC_URL": "http://plan.example.dk",
        "OIDC_ISSUER": "https://login.example.dk/?x=1",
        "OIDC_CLIENT_SECRET": "too-short",
        "OIDC_CLIENT_SECRET_FILE": "/nowhere/secret",
    }
    _given(monkeypatch, needed, **{**WHOLE, **wrong})
    with pytest.raises(SystemExit):
        load(Settings)
    said = capsys.readouterr().err
    assert all(f"{PREFIX}{name}" in said for name in wrong)
    assert "is shorter than 32 characters" in said
    assert "_FILE names no file" in said
    assert "too-short" not in said


def test_without_a_sign_in_nobody_can_be_asked_for(needed: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="nobody signs people in"):
        Provider(Settings(**needed))


def test_pages_stand_at_the_top_of_their_host(needed: dict[str, str], monkeypatch: Any, capsys: Any) -> None:
    _given(monkeypatch, needed, **{**WHOLE, "PUBLIC_URL": "https://example.dk/plan"})
    with pytest.raises(SystemExit):
        load(Settings)
    assert "has a path" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://login.example.dk/realms/one", True),
        ("http://127.0.0.1:8080", True),
        ("http://localhost", True),
        ("http://[::1]:80", True),
        ("http://login.example.dk", False),
        ("http://127.0.0.1.example.dk", False),
        ("http://127.0.0.1@example.dk", False),
        ("https://example.dk/", False),
        ("javascript://127.0.0.1", False),
        ("", False),
    ],
)
def test_what_leaves_the_machine_is_encrypted(url: str, is_safe: bool) -> None:
    assert safe(url) is is_safe
