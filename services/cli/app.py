"""The commands, put together; and what is said where one ends in trouble."""

import sys
import traceback

import typer

from services.cli import contracts, doctor, family, hashes, parked, projections, rebuilding
from services.cli.telling import NOT_DONE, NotDone, examples

helhed = typer.Typer(
    help="Helhed's command line. Most commands read the settings (HELHED_...) of the service that they are asked about: "
    "give them where that service runs. `family` asks overview, as the caller of HELHED_CALLER_TOKEN. Exit codes: 0 "
    "fine, 1 something was found, 2 not done.",
    epilog=examples(
        "doctor",
        "projections status",
        "parked list --json",
        "family show FAMILY --lang en",
        "contracts catalog",
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
projections.app.add_typer(rebuilding.app)
helhed.add_typer(projections.app, name="projections")
helhed.add_typer(parked.app, name="parked")
helhed.add_typer(family.app, name="family")
helhed.add_typer(contracts.app, name="contracts")
helhed.command("doctor", epilog=doctor.EXAMPLES)(doctor.doctor)
helhed.command("verify", epilog=hashes.EXAMPLES)(hashes.verify_hash)


def main() -> None:
    """Runs what the arguments say. Trouble is told in a sentence on stderr, with exit code 2, never as a stack trace."""
    try:
        helhed(prog_name="helhed")
    except NotDone as trouble:
        print(trouble.text("--json" in sys.argv), file=sys.stderr)
    except Exception as error:  # whatever it is, a person reads it
        print(_unforeseen(error).text("--json" in sys.argv), file=sys.stderr)
    sys.exit(NOT_DONE)


def _unforeseen(error: Exception) -> NotDone:
    """Names the error's kind and place, never a value."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{last.filename.rpartition('/')[2]}:{last.lineno}"
    return NotDone(
        "something that nobody foresaw.",
        f"{type(error).__name__} at {place}.",
        "Run `helhed doctor`; if it finds nothing, tell the developers the place.",
    )
