"""Settings: everything that is wrong is named at once, in sentences, without the values."""

from pathlib import Path

import pytest

from eventkeep.settings import PREFIX, Callers, Grpc, Node, Postgres, Service, Tokens, load


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in list(os.environ):
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


def test_all_errors_are_named_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {
        "GRPC_PORT": "hej",
        "TOKEN_SECRET": "too-short-but-secret",
        "JWT_ALGORITHMS": "none,HS256",
        "JWT_JWKS_FILE": "/nowhere/jwks.json",
        "DEFAULT_DEADLINE": "50",
        "GRPC_TLS_CERTIFICATE": "/tls.crt",
        "POSTGRES_DSN_FILE": "/nowhere/dsn",
    }
    for name, value in wrong.items():
        monkeypatch.setenv(f"{PREFIX}{name}", value)
    with pytest.raises(SystemExit) as ended:
        load(Node)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    lines = {line.split()[1]: line for line in said.splitlines()[1:]}
    missing = {"SERVICE_NAME", "KAFKA_BOOTSTRAP", "JWT_ISSUER", "JWT_AUDIENCE", "KEYS_FOLDER", "POSTGRES_DSN"}
    also_wrong = {"MAX_DEADLINE", "GRPC_TLS_KEY"}
    named = (
        missing
        | also_wrong
        | wrong.keys() - {"DEFAULT_DEADLINE", "GRPC_TLS_CERTIFICATE", "POSTGRES_DSN_FILE"}
    )
    assert {f"{PREFIX}{name}" for name in named} <= lines.keys()
    assert all("is missing" in lines[f"{PREFIX}{name}"] for name in missing)
    assert all("Example: " in line for line in lines.values())
    assert "too-short-but-secret" not in said


def test_secrets_may_be_mounted_as_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "dsn").write_text("postgresql://db/contacts\n")
    monkeypatch.setenv("HELHED_POSTGRES_DSN_FILE", str(tmp_path / "dsn"))
    settings = load(Postgres)
    assert settings.postgres_dsn.get_secret_value() == "postgresql://db/contacts"
    assert "db/contacts" not in repr(settings)
    monkeypatch.setenv("HELHED_TOKEN_SECRET", "x" * 32)
    assert load(Tokens).token_secret.get_secret_value() == "x" * 32


def test_lists_are_written_with_commas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "jwks").write_text("{}")
    for name, value in {
        "JWT_ISSUER": "i",
        "JWT_AUDIENCE": "a",
        "JWT_JWKS_FILE": str(tmp_path / "jwks"),
        "JWT_ALGORITHMS": "ES256, PS256",
    }.items():
        monkeypatch.setenv(f"{PREFIX}{name}", value)
    assert load(Callers).jwt_algorithms == ("ES256", "PS256")


def test_what_is_left_out_or_empty_has_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELHED_GRPC_PORT", "")
    monkeypatch.setenv("HELHED_SERVICE_NAME", "plans")
    assert load(Grpc).grpc_port == 50_051
    assert load(Service).log_level == "INFO"
