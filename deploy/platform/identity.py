"""A local installation's secrets, as files made once: `python -m deploy.platform.identity FOLDER`.

For development alone: elsewhere the municipality's sign-in issues tokens and a vault keeps secrets. What is
in FOLDER is kept. With `--token professional ID DEPARTMENT` it prints a token to call the services with.
"""

import argparse
import json
import os
import secrets
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from joserfc.jwk import ECKey

from deploy.platform.issuer import Issuer
from deploy.platform.topics import SERVICES as WRITE_SERVICES

SERVICES = (*WRITE_SERVICES, "overview")


class KeptIssuer(Issuer):
    """An issuer whose key lies in a file, so that it is the same one tomorrow."""

    def __init__(self, folder: Path) -> None:
        self._key = ECKey.import_key(json.loads(_kept(folder / "issuer" / "key.json", _new_key)))
        public = json.dumps({"keys": [self._key.as_dict(private=False)]})
        self.jwks = folder / "jwks.json"
        _kept(self.jwks, lambda: public)


def make(folder: Path, postgres: str = "postgres:5432") -> None:
    """Makes what is missing: the issuer, the secret of answers' tokens, each service's token and DSN.

    The DSNs name the server of `postgres/dsn`, its administrator's, which is made for `postgres` if missing.
    """
    issuer = KeptIssuer(folder)
    _kept(folder / "token-secret", lambda: secrets.token_hex(32))
    password = _kept(folder / "postgres" / "password", lambda: secrets.token_urlsafe(24))
    administrator = _kept(
        folder / "postgres" / "dsn", lambda: f"postgresql://postgres:{password}@{postgres}/postgres"
    )
    for service in SERVICES:
        _kept(folder / service / "postgres-dsn", partial(_dsn, administrator, service))
        _kept(folder / service / "service-token", partial(issuer.service_token, service))


def _dsn(administrator: str, service: str) -> str:
    server = urlsplit(administrator)
    where = server.netloc.rpartition("@")[2]
    own = server._replace(netloc=f"{service}:{secrets.token_urlsafe(24)}@{where}", path=f"/{service}")
    return urlunsplit(own)


def _new_key() -> str:
    key = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)
    return json.dumps(key.as_dict(private=True))


def _kept(path: Path, made: Callable[[], str]) -> str:
    """What stands in the file; `made` if it isn't there. Its group may read it, others may not."""
    if not path.exists():
        path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "w") as file:
            file.write(made())
        draft.rename(path)
    return path.read_text().strip()


def main() -> int:
    """Makes the secrets, or prints a token. Exit code 0."""
    arguments = argparse.ArgumentParser(prog="python -m deploy.platform.identity", description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--postgres", default="postgres:5432", help="host:port for the DSNs")
    arguments.add_argument("--token", nargs="+", metavar="WORD", help="KIND ID [DEPARTMENT]: print a token")
    given = arguments.parse_args()
    if given.token:
        print(KeptIssuer(given.folder).token(*given.token[:3]))
    else:
        make(given.folder, given.postgres)
    return 0


if __name__ == "__main__":
    sys.exit(main())
