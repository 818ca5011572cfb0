"""`make validate`: holds docker-compose.yml and the Kubernetes manifests against what would take them in."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from deploy.embedded.problem import CannotStart
from deploy.validate import checks
from deploy.validate.tools import Say

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Exit code 0 when all is well, 1 when something is wrong or a validator can't be had."""
    kustomizations = [ROOT / "deploy/k8s/base", *sorted((ROOT / "deploy/k8s/overlays").iterdir())]
    try:
        fine = [_fine(ROOT / "docker-compose.yml", checks.compose)]
        fine += [_fine(folder, checks.manifests) for folder in kustomizations]
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0 if all(fine) else 1


def _fine(path: Path, look: Callable[[Path, Say], list[str]]) -> bool:
    began = time.monotonic()
    problems = look(path, _say)
    _say(f"{path.relative_to(ROOT)}: {'refused' if problems else 'fine'} ({time.monotonic() - began:.1f} s)")
    for problem in problems:
        _say(f"  {problem}")
    return not problems


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
