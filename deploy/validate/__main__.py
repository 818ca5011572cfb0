"""`make validate`: holds docker-compose.yml and the Kubernetes manifests against what would take them in."""

import sys
import time
from pathlib import Path

from deploy.embedded.problem import CannotStart
from deploy.validate import checks

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Exit code 0 when all is well, 1 when something is wrong or a validator can't be had."""
    manifests = [ROOT / "deploy/k8s/base", *sorted((ROOT / "deploy/k8s/overlays").iterdir())]
    looks = [(ROOT / "docker-compose.yml", checks.compose), *((folder, checks.manifests) for folder in manifests)]
    wrong = False
    for path, look in looks:
        began = time.monotonic()
        try:
            problems = look(path, _say)
        except CannotStart as problem:
            print(problem, file=sys.stderr)
            return 1
        name, took = path.relative_to(ROOT), time.monotonic() - began
        _say(f"{name}: {'refused' if problems else 'fine'} ({took:.1f} s)")
        for problem_found in problems:
            _say(f"  {problem_found}")
        wrong = wrong or bool(problems)
    return 1 if wrong else 0


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
