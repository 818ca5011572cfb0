"""The settings of overview, beside those of every service."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from contracts.shapes import Code
from eventkeep import settings
from eventkeep.settings import Listed, Port, Seconds

_TOGETHER = ("oidc_issuer", "oidc_client_id", "oidc_client_secret", "public_url")
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Verification(settings.Node):
    """For overview alone: every so many seconds so many families are folded from their stores, and compared with what is
    shown of them."""

    verify_every: Seconds = Field(default=600.0, examples=["600"])
    verify_sample: int = Field(default=100, ge=1, le=10_000, examples=["100"])


class Settings(Verification):
    """Where overview answers over HTTP, who signs people in to its pages (without that there are none), and which role of
    its database reads the views for dashboards."""

    max_calls: int = Field(default=10_000, ge=1, examples=["10000"])
    """An open stream is a call, and lasts as long as somebody watches."""
    http_host: str = Field(default="0.0.0.0", examples=["0.0.0.0"])
    http_port: Port = Field(default=8_080, examples=["8080"])
    public_url: str | None = Field(default=None, examples=["https://plan.example.dk"])
    oidc_issuer: str | None = Field(default=None, examples=["https://login.example.dk"])
    oidc_client_id: str | None = Field(default=None, examples=["helhed-pages"])
    oidc_client_secret: SecretStr | None = Field(default=None, examples=["64 random characters"])
    oidc_client_secret_file: Path | None = Field(default=None, examples=["/run/secrets/oidc-client"])
    session_lasts: Seconds = Field(default=3_600.0, examples=["3600"])
    duty_phone: str = Field(default="", max_length=40, examples=["00 00 12 00"])
    authority: str = Field(default="", max_length=80, examples=["Example Kommune"])
    out_departments: Listed[Code] = Field(default=(), examples=["school,job-centre"])
    """Departments that have a topic of their own."""
    dashboards_role: str = Field(
        default="helhed_dashboards", pattern=r"^[a-z_][a-z0-9_]{0,62}$", examples=["helhed_dashboards"]
    )

    @model_validator(mode="before")
    @classmethod
    def _pages_all_or_none(cls, given: dict[str, Any]) -> dict[str, Any]:
        """One of those that belong together asks for the others: what is missing is then empty, and so refused."""
        read = "oidc_client_secret" if given.get("oidc_client_secret_file") else None
        if not any(given.get(name) for name in _TOGETHER) and read is None:
            return given
        return {**{name: "" for name in _TOGETHER if name != read}, **given}

    @field_validator(*_TOGETHER)
    @classmethod
    def _pages_whole(cls, value: Any) -> Any:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if text == "":
            raise ValueError("is missing: the pages need it beside the other ones")
        return value

    @field_validator("oidc_client_secret")
    @classmethod
    def _pages_secret_long(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and len(secret.get_secret_value()) < 32:
            raise ValueError("is shorter than 32 characters")
        return secret

    @field_validator("oidc_client_secret_file")
    @classmethod
    def _pages_secret_there(cls, path: Path | None) -> Path | None:
        if path is not None and not path.is_file():
            raise ValueError("names no file")
        return path

    @field_validator("oidc_issuer", "public_url")
    @classmethod
    def _pages_safe(cls, url: str | None) -> str | None:
        """Encrypted on its way, unless it never leaves the machine."""
        if url is not None and not safe(url):
            raise ValueError(
                "is not an https address (http is for 127.0.0.1 alone) without a slash at its end"
            )
        return url

    @field_validator("public_url")
    @classmethod
    def _pages_on_top(cls, url: str | None) -> str | None:
        if url is not None and urlsplit(url).path:
            raise ValueError("has a path: the pages stand at the top of their host")
        return url


def safe(url: str) -> bool:
    """Whether an address is https, or http on this machine, with nothing after its path and no slash at its end."""
    parts = urlsplit(url)
    if parts.query or parts.fragment or parts.username or url.endswith("/") or not parts.hostname:
        return False
    return parts.scheme == "https" or (
        parts.scheme == "http" and re.sub(r":\d+\Z", "", parts.netloc) in _LOOPBACK
    )
