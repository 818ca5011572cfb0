"""Every setting of a service, from the environment (HELHED_...). Nothing else reads the environment.

Each part below is what one piece of the package needs; a service's own class joins the parts that it uses.
"""

import re
import sys
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "HELHED_"
Seconds = Annotated[float, Field(gt=0, le=86_400)]
Port = Annotated[int, Field(ge=0, le=65_535)]
T = TypeVar("T")


def _listed(given: Any) -> Any:
    return [part.strip() for part in given.split(",") if part.strip()] if isinstance(given, str) else given


Listed = Annotated[tuple[T, ...], NoDecode, BeforeValidator(_listed)]
"""Several of a kind, with commas between them."""
# Only such as verify with a public key: a shared secret in a key file would let its readers make tokens.
Algorithm = Literal[
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519"
]


class _Part(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore", validate_default=True
    )

    @model_validator(mode="before")
    @classmethod
    def _secrets_from_files(cls, given: dict[str, Any]) -> dict[str, Any]:
        """A secret X may be given as X_FILE: a mounted file that holds it."""
        for name in cls.model_fields:
            path = given.get(f"{name}_file")
            if path is not None and name not in given:
                try:
                    given = {**given, name: Path(path).read_text().strip()}
                except (OSError, UnicodeDecodeError):
                    continue
        return given


class Service(_Part):
    """Who this process is, and what it tells about itself."""

    service_name: str = Field(examples=["contacts"], pattern=r"^[a-z][a-z-]{1,40}$")
    instance: str = Field(default="0", examples=["contacts-0"], pattern=r"^[A-Za-z0-9._-]{1,120}$")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", examples=["INFO"])
    metrics_port: Port | None = Field(default=None, examples=["9464"])
    metrics_host: str = Field(default="0.0.0.0", examples=["0.0.0.0"])
    otlp_endpoint: str | None = Field(default=None, examples=["http://collector:4317"], pattern=r"^https?://")
    trace_file: Path | None = Field(default=None, examples=["/tmp/spans.jsonl"])


class Grpc(_Part):
    """The gRPC edge: where it listens, how long calls may take, how large they may be."""

    grpc_host: str = Field(default="0.0.0.0", examples=["0.0.0.0"])
    grpc_port: Port = Field(default=50_051, examples=["50051"])
    grpc_reflection: bool = Field(default=False, examples=["false"])
    grpc_tls_certificate: Path | None = Field(default=None, examples=["/run/tls/tls.crt"])
    grpc_tls_key: Path | None = Field(default=None, examples=["/run/tls/tls.key"])
    grpc_tls_client_ca: Path | None = Field(default=None, examples=["/run/tls/ca.crt"])
    health_port: Port | None = Field(default=None, examples=["50052"])
    default_deadline: Seconds = Field(default=5.0, examples=["5"])
    max_deadline: Seconds = Field(default=30.0, examples=["30"])
    grace_period: Seconds = Field(default=10.0, examples=["10"])
    max_request_bytes: int = Field(default=262_144, ge=1_024, le=67_108_864, examples=["262144"])
    max_answer_bytes: int = Field(default=4_194_304, ge=1_024, le=67_108_864, examples=["4194304"])
    max_calls: int = Field(default=1_000, ge=1, examples=["1000"])
    keepalive: Seconds = Field(default=30.0, examples=["30"])

    @field_validator("max_deadline")
    @classmethod
    def _not_below_default(cls, longest: float, others: ValidationInfo) -> float:
        if longest < others.data.get("default_deadline", 0):
            raise ValueError("is shorter than HELHED_DEFAULT_DEADLINE")
        return longest

    @field_validator("grpc_tls_key")
    @classmethod
    def _with_certificate(cls, key: Path | None, others: ValidationInfo) -> Path | None:
        if (key is None) != (others.data.get("grpc_tls_certificate") is None):
            raise ValueError("comes together with HELHED_GRPC_TLS_CERTIFICATE")
        return key


class Callers(_Part):
    """Whose tokens are believed."""

    jwt_issuer: str = Field(examples=["https://login.example.dk"], min_length=1)
    jwt_audience: str = Field(examples=["helhed"], min_length=1)
    jwt_jwks_file: Path = Field(examples=["/run/jwks/jwks.json"])
    jwt_algorithms: Listed[Algorithm] = Field(default=("ES256", "RS256"), examples=["ES256,RS256"])
    jwt_leeway: float = Field(default=10.0, ge=0, le=300, examples=["10"])

    @field_validator("jwt_jwks_file")
    @classmethod
    def _there(cls, path: Path) -> Path:
        if not path.is_file():
            raise ValueError("names no file")
        return path


class Postgres(_Part):
    """The service's own database."""

    postgres_dsn: SecretStr = Field(examples=["postgresql://contacts@db:5432/contacts"])
    postgres_dsn_file: Path | None = Field(default=None, examples=["/run/secrets/dsn"])
    postgres_connections: int = Field(default=8, ge=2, le=200, examples=["8"])


class Kafka(_Part):
    """The topics, and how fresh other services' facts must be."""

    kafka_bootstrap: str = Field(
        pattern=r"^[^,:\s]+:\d+(,[^,:\s]+:\d+)*$", examples=["kafka-0:9092,kafka-1:9092"]
    )
    kafka_prefix: str = Field(default="helhed", pattern=r"^[a-z0-9][a-z0-9-]{0,60}$", examples=["helhed"])
    reference_max_age: Seconds = Field(default=30.0, examples=["30"])


class Tokens(_Part):
    """The tokens that answers carry: the key that authenticates them, and how long a call waits for one."""

    token_secret: SecretStr = Field(examples=["32 random bytes, for instance from `openssl rand -base64 32`"])
    token_secret_file: Path | None = Field(default=None, examples=["/run/secrets/token"])
    wait_default: Seconds = Field(default=2.0, examples=["2"])
    wait_max: Seconds = Field(default=10.0, examples=["10"])

    @field_validator("token_secret")
    @classmethod
    def _long_enough(cls, secret: SecretStr) -> SecretStr:
        if len(secret.get_secret_value()) < 32:
            raise ValueError("is shorter than 32 characters")
        return secret


class Keys(_Part):
    """Where the keys that seal personal fields are."""

    keys_folder: Path = Field(examples=["/var/lib/helhed/keys"])


class Peers(_Part):
    """The other services: where they are, and the token that this service shows them."""

    peers: Annotated[dict[str, str], NoDecode] = Field(
        default_factory=dict, examples=["contacts=contacts:50051,plans=plans:50051"]
    )
    service_token_file: Path = Field(examples=["/run/secrets/service-token"])

    @field_validator("peers", mode="before")
    @classmethod
    def _named(cls, given: Any) -> Any:
        if not isinstance(given, str):
            return given
        pairs = [part.partition("=") for part in given.split(",") if part.strip()]
        if not all(name.strip() and address.strip() for name, _, address in pairs):
            raise ValueError("is not a list of name=host:port")
        return {name.strip(): address.strip() for name, _, address in pairs}


class Asking(_Part):
    """For the command line alone: where it asks about families, and whose token it shows."""

    overview_address: str = Field(default="127.0.0.1:50051", examples=["overview:50051"])
    caller_token: SecretStr = Field(examples=["a token of the municipality's sign-in"], min_length=1)
    caller_token_file: Path | None = Field(default=None, examples=["/run/secrets/my-token"])


class Inboxes(_Part):
    """For services that take what others' systems send: whose inboxes there are, and how long a message waits for what
    isn't there yet."""

    inbox_departments: Listed[str] = Field(default=(), examples=["school,job-centre"])
    inbox_patience: Seconds = Field(default=900.0, examples=["900"])

    @field_validator("inbox_departments")
    @classmethod
    def _as_topics_are_named(cls, named: tuple[str, ...]) -> tuple[str, ...]:
        if not all(re.match(r"[a-z0-9][a-z0-9_.-]{0,63}\Z", each) for each in named):
            raise ValueError("is not a list of codes that may stand in a topic's name")
        return named


class Node(Service, Grpc, Callers, Postgres, Kafka, Tokens, Keys, Peers, Inboxes):
    """All that one of our services needs."""

    crash_at: str = Field(default="", examples=["published"])
    """For tests of crashes alone: the step at which the process kills itself."""
    clock_file: Path | None = Field(default=None, examples=["/tmp/clock"])
    """For tests and the demo alone: a file with the time by which reminders fall due."""


Settings = TypeVar("Settings", bound=_Part)


def load(kind: type[Settings], **given: Any) -> Settings:
    """The settings, or an end with code 2 that names everything that is wrong at once."""
    try:
        return kind(**given)
    except ValidationError as wrong:
        problems = "\n".join(f"  - {line}" for line in problems_of(kind, wrong))
        print(f"The settings are not complete:\n{problems}", file=sys.stderr)
        raise SystemExit(2) from None


def problems_of(kind: type[_Part], wrong: ValidationError) -> list[str]:
    """A sentence for each variable: what is wrong, and an example. Never the value: it may be a secret."""
    sentences: dict[str, str] = {}
    for error in wrong.errors(include_input=False, include_url=False):
        said, name = error["msg"].removeprefix("Value error, "), str(error["loc"][0])
        examples = kind.model_fields[name].examples or []
        also = f" (or {PREFIX}{name.upper()}_FILE)" if f"{name}_file" in kind.model_fields else ""
        said = (
            "is missing"
            if error["type"] == "missing"
            else said.removeprefix("Input ").removeprefix("String ")
        )
        example = f" Example: {examples[0]}" if examples else ""
        sentences.setdefault(name, f"{PREFIX}{name.upper()}{also} {said}.{example}")
    return list(sentences.values())
