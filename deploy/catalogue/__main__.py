"""`python -m deploy.catalogue HOST:PORT TOKENS`: puts the offers of the file into the catalogue of the plans service there.

TOKENS is a JSON file with the token of somebody of each department that hosts an offer, by the department's code.
"""

import argparse
import json
import sys
from pathlib import Path

from deploy.catalogue.loading import load, orders
from deploy.platform.client import Client
from eventkeep.refused import Refused


def main() -> int:
    """Loads them. Exit code 1 where something is refused, or a department has no token."""
    arguments = argparse.ArgumentParser(prog="python -m deploy.catalogue", description=__doc__)
    arguments.add_argument("plans", help="host and port of the plans service")
    arguments.add_argument("tokens", type=Path, help="JSON: a token by department")
    given = arguments.parse_args()
    tokens: dict[str, str] = json.loads(given.tokens.read_text(encoding="utf-8"))
    lacking = sorted({each.department for each in orders()} - tokens.keys())
    if lacking:
        print(f"There is no token of somebody of {', '.join(lacking)}.", file=sys.stderr)
        return 1
    try:
        with Client({"plans": given.plans}) as client:
            load(client, lambda department: tokens[department])
    except Refused as refused:
        print(f"{refused.sentence} ({refused.code}) {refused.next_step}", file=sys.stderr)
        return 1
    print("The offers stand in the catalogue.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
