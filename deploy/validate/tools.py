"""The validators, each fetched and built once into the cache folder, of a fixed version.

They are Go programs: what they are made of comes by the Go proxy and is held against known sums.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from deploy.embedded import cache
from deploy.embedded.problem import CannotStart
from deploy.validate import schemas

HERE = Path(__file__).parent
FETCHED = {
    "kubeconform": "github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0",
    "kustomize": "sigs.k8s.io/kustomize/kustomize/v5@v5.8.1",  # newer ones need a newer Go
}
WRITTEN = ("compose", "restricted")
"""Our own few lines around the code of Docker Compose and of Kubernetes' pod security admission."""
Say = Callable[[str], None]


def program(name: str, say: Say) -> str:
    """The path of one of FETCHED or WRITTEN. Raises CannotStart where it can't be built."""

    def build(folder: Path) -> None:
        say(f"Building {name}, once: about a minute.")
        if name in WRITTEN:
            _go(
                ["build", "-C", str(HERE / name), "-p=1", "-buildvcs=false", "-o", str(folder / name), "."],
                {},
            )
        else:
            _go(["install", "-p=1", FETCHED[name]], {"GOBIN": str(folder)})

    sources = [HERE / name / file for file in ("go.mod", "go.sum", "main.go")] if name in WRITTEN else []
    version = FETCHED.get(name, "").encode() + b"".join(source.read_bytes() for source in sources)
    return str(cache.made_once(f"{name}-{hashlib.sha256(version).hexdigest()[:12]}", build) / name)


def api_schemas(say: Say) -> Path:
    """The folder with the schemas of Kubernetes' API, one file for each kind. Raises CannotStart."""
    made_of = (HERE / "schemas.txt").read_bytes() + (HERE / "schemas.py").read_bytes()

    def make(folder: Path) -> None:
        say("Fetching the schemas of Kubernetes' API (22 MB), once.")
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps"]
        _run([*pip, "--require-hashes", "-r", str(HERE / "schemas.txt"), "-d", str(folder)], {})
        wheel = next(folder.glob("*.whl"))
        schemas.write(wheel, folder)
        wheel.unlink()

    return cache.made_once(f"kubernetes-schemas-{hashlib.sha256(made_of).hexdigest()[:12]}", make)


def _go(arguments: list[str], environment: dict[str, str]) -> None:
    go = shutil.which("go")
    if go is None:
        raise CannotStart(
            "The validators of the deployment can't be built.",
            "Go is not installed here.",
            "Install Go 1.25 or newer (https://go.dev/dl), or leave this check to CI.",
        )
    # One package at a time: whoever waits for it uses the machine for other things too. No C compiler is needed.
    _run(["nice", go, *arguments], {"GOMAXPROCS": "1", "CGO_ENABLED": "0", **environment})


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotStart(
            f"`{' '.join(command[:4])} ...` failed.",
            "\n        ".join(done.stderr.strip().splitlines()[-5:]),
            "See that the machine reaches the Go proxy and the Python index, and try again.",
        )
