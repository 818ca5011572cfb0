"""A local issuer of identity tokens: it stands in for the municipality's sign-in, with keys of its own."""

import json
import time
import uuid
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey

ISSUER, AUDIENCE = "https://issuer.helhed.example", "helhed"


class Issuer:
    """Issues tokens; its public key lies as a JWKS in a file that the services read."""

    def __init__(self, jwks: Path) -> None:
        self._key = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)
        jwks.write_text(json.dumps({"keys": [self._key.as_dict(private=False)]}))
        self.jwks = jwks

    def service_token(self, service: str) -> str:
        """The token by which one of our services shows itself to the others."""
        return self.token("service", str(uuid.uuid5(uuid.NAMESPACE_DNS, service)), lasts=365 * 86_400.0)

    def token(self, kind: str, subject: str, department: str | None = None, lasts: float = 86_400.0) -> str:
        """A token for a `professional`, `person` or `service`, valid for `lasts` seconds."""
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": subject,
            "iat": now,
            "nbf": now,
            "exp": now + int(lasts),
            "helhed_kind": kind,
        }
        if department:
            claims["helhed_department"] = department
        return self.signed(claims)

    def signed(self, claims: dict[str, Any]) -> str:
        """Claims as a token."""
        return jwt.encode({"alg": "ES256", "kid": self._key.kid}, claims, self._key)
