"""The settings of a service: whether they are whole, and whether what they name is there."""

import time

from pydantic import ValidationError

from eventkeep.edge.caller import CallerTokens
from eventkeep.refused import Refused
from eventkeep.settings import Node, problems_of
from services.cli.at import SETTINGS, given
from services.cli.checks.finding import Finding, well, wrong
from services.words import LISTENS

_SOON = 14 * 86_400.0


def loaded(service: str) -> tuple[list[Finding], Node | None]:
    """The settings, or what is wrong with each that is."""
    kind = SETTINGS.get(service, Node)
    try:
        read = kind(**given(service))
    except ValidationError as error:
        problems = problems_of(kind, error)
        next_step = "Set it for this service, and ask again: nothing else can be looked at before."
        return [
            wrong("settings", problem, "The service doesn't start without it.", next_step)
            for problem in problems
        ], None
    return [
        well("settings", "All settings are there."),
        *_keys(read),
        *_peers(service, read),
        _token(read),
    ], read


def _keys(read: Node) -> list[Finding]:
    """Looks at the folder without opening it as a key service, which would make a first key in a wrong place."""
    folder = read.keys_folder
    if (folder / "wrapping.key").is_file():
        return [well("keys", "The folder of keys holds its wrapping key.")]
    return [
        wrong(
            "keys",
            f"{folder} holds no wrapping.key.",
            "Either no service has started with this folder yet, or it is another folder than theirs: then nothing "
            "personal can be read here.",
            "Check HELHED_KEYS_FOLDER, and that the volume is mounted.",
        )
    ]


def _peers(service: str, read: Node) -> list[Finding]:
    needed = (LISTENS[service] | {"overview"}) - {service}
    missing = sorted(needed - set(read.peers))
    if not missing:
        return []
    why = "What is missing in the journal is fetched from them; a restored store takes back from overview."
    return [
        wrong(
            "peers", f"HELHED_PEERS doesn't name {', '.join(missing)}.", why, "Add them, as name=host:port."
        )
    ]


def _token(read: Node) -> Finding:
    """The token that this service shows the others, as they would look at it."""
    try:
        caller = CallerTokens(read).caller(f"Bearer {read.service_token_file.read_text().strip()}")
    except (OSError, ValueError, TypeError, KeyError) as error:
        return wrong(
            "token",
            "The service's own token can't be looked at.",
            f"Reading it, or the keys of the sign-in, says {type(error).__name__}.",
            "Check HELHED_SERVICE_TOKEN_FILE and HELHED_JWT_JWKS_FILE.",
        )
    except Refused as refused:
        return _bad_token("is not accepted", refused.sentence)
    left = caller.expires - time.time()
    if caller.kind != "service":
        return _bad_token("is of another kind", f"It is one of a {caller.kind}.")
    if left < _SOON:
        return _bad_token(f"ends in {left / 86_400:.1f} days", "The others refuse this service then.")
    return well("token", f"The service's own token is accepted for {left / 86_400:.0f} days.")


def _bad_token(what: str, why: str) -> Finding:
    return wrong("token", f"The service's own token {what}.", why, "Issue a new one, of kind `service`.")
