"""Tokens: a family and a version vector, authenticated, so that a reader can ask to see at least that."""

import base64
import hashlib
import hmac
from dataclasses import dataclass

from eventkeep import vector
from eventkeep.refused import Refused


@dataclass(frozen=True, slots=True)
class Seen:
    """What a token says its holder has seen."""

    stream_id: str
    vector: vector.Vector


class Tokens:
    """Issues and reads tokens, and makes fingerprints of commands, with one secret of at least 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) < 32:
            raise ValueError("the token secret has at least 32 bytes")
        self._secret = secret

    def issue(self, stream_id: str, seen: vector.Vector) -> str:
        """A token for what was seen of a stream."""
        body = f"{stream_id}|{vector.text(seen)}".encode()
        return base64.urlsafe_b64encode(self._signature(b"token", body) + body).decode().rstrip("=")

    def read(self, token: str) -> Seen:
        """What the token says. Raises Refused `token_invalid`."""
        try:
            raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
            signature, body = raw[:16], raw[16:]
            if hmac.compare_digest(signature, self._signature(b"token", body)):
                stream_id, _, seen = body.decode().partition("|")
                return Seen(stream_id, vector.parse(seen))
        except ValueError:
            pass
        raise Refused(
            "token_invalid", "The token is not one of ours.", "", "Send a token as it was given, or none."
        )

    def fingerprint(self, contents: bytes) -> bytes:
        """A keyed hash of a command's contents: tells repeats from others, and gives nothing away."""
        return self._signature(b"command", contents)

    def _signature(self, purpose: bytes, body: bytes) -> bytes:
        return hmac.digest(self._secret, purpose + b"|" + body, hashlib.sha256)[:16]
