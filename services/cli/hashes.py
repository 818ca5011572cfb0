"""`verify`: whether a plan that somebody was shown is the one that stands here."""

from typing import Annotated

import typer

from eventkeep import vector
from eventkeep.verify import Verdict, verify
from services.cli.at import run
from services.cli.telling import FINE, FOUND, AsJson, Family, NotDone, examples, tell
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES

SAID = {
    Verdict.SAME: "It is the same.",
    Verdict.OTHER: "It is another: this is not what was shown at that version, or not by this version of the view.",
    Verdict.VOID: "It is void: somebody in the plan was forgotten since, and nobody can tell any more.",
    Verdict.UNKNOWN: "That version of the plan can't be folded from this journal.",
}

EXAMPLES = examples("verify 5b1c6e0a-7f5e-4d6e-9a53-0d2f6f0b7c11 contacts=7,meetings=4,plans=12 7f3a92c1…")


def verify_hash(
    family: Family,
    at: Annotated[str, typer.Argument(help="The vector that was shown with it: contacts=7,plans=12.")],
    hashed: Annotated[str, typer.Argument(help="The hash, in hexadecimal.")],
    as_json: AsJson = False,
) -> None:
    """Fold a family's plan again to a vector, and compare its hash. Exit code 1 where it isn't the same."""
    try:
        wanted, shown = vector.parse(at), bytes.fromhex(hashed)
    except ValueError:
        raise NotDone("a vector is like contacts=7,plans=12, and a hash is hexadecimal.") from None
    verdict = run(
        "overview",
        lambda journal, node: verify(node.pool, FAMILY_PLAN, VOCABULARIES, node.keys, family, wanted, shown),
    )
    tell(as_json, [{"family": family, "vector": at, "verdict": verdict}], [SAID[verdict]])
    raise typer.Exit(FINE if verdict is Verdict.SAME else FOUND)
