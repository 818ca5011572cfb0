"""The pages without servers: a plan's document in, HTML out; and a real sign-in, in this process."""

from pathlib import Path

import pytest

from deploy.platform.issuer import Issuer
from deploy.platform.sign_in import SignIn
from eventkeep.settings import PREFIX
from services.overview.settings import Settings

PUBLIC = "http://127.0.0.1:8080"


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    """Whose keys sign."""
    return Issuer(tmp_path / "jwks.json")


@pytest.fixture
def sign_in(issuer: Issuer) -> SignIn:
    """The demo's own sign-in, which knows our pages."""
    made = SignIn(issuer)
    made.sends_back_to.add(PUBLIC)
    return made


@pytest.fixture
def needed(monkeypatch: pytest.MonkeyPatch, issuer: Issuer, tmp_path: Path) -> dict[str, str]:
    """What every service must be told."""
    import os

    for name in list(os.environ):
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)
    return {
        "service_name": "overview",
        "kafka_bootstrap": "kafka:9092",
        "postgres_dsn": "postgresql://db/overview",
        "jwt_issuer": "https://issuer.helhed.example",
        "jwt_audience": "helhed",
        "jwt_jwks_file": str(issuer.jwks),
        "token_secret": "t" * 32,
        "keys_folder": str(tmp_path),
        "service_token_file": str(tmp_path / "token"),
    }


@pytest.fixture
def settings(needed: dict[str, str], sign_in: SignIn) -> Settings:
    """Settings with pages."""
    return Settings(
        **needed,
        public_url=PUBLIC,
        oidc_issuer=sign_in.address,
        oidc_client_id="helhed-pages",
        oidc_client_secret=sign_in.secret,
        authority="Example Kommune",
        duty_phone="00 00 12 00",
    )
