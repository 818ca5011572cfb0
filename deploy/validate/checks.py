"""What is wrong with a compose file or with manifests: a list of sentences, empty when nothing is."""

import shutil
import subprocess
from pathlib import Path

from deploy.validate import tools
from deploy.validate.tools import Say


def compose(file: Path, say: Say) -> list[str]:
    """What Docker Compose's own loader says of a file."""
    _, problems = _asked([tools.program("compose", say), str(file)], "")
    return problems


def manifests(folder: Path, say: Say) -> list[str]:
    """What Kustomize, the API's schemas and the pod security standard `restricted` say of a kustomization."""
    rendered, problems = _asked([*_kustomize(say), str(folder)], "")
    if problems:
        return problems
    return conforming(rendered, say) + _asked([tools.program("restricted", say)], rendered)[1]


def conforming(rendered: str, say: Say) -> list[str]:
    """What the API's schemas say of manifests: an unknown field counts too."""
    schemas = f"{tools.api_schemas(say)}/{{{{.ResourceKind}}}}{{{{.KindSuffix}}}}.json"
    asked = [tools.program("kubeconform", say), "-strict", "-schema-location", schemas]
    printed, problems = _asked(asked, rendered)
    return [*printed.splitlines(), *problems] if problems else []


def _kustomize(say: Say) -> list[str]:
    """kubectl brings Kustomize along; where it isn't, it is built."""
    return ["kubectl", "kustomize"] if shutil.which("kubectl") else [tools.program("kustomize", say), "build"]


def _asked(command: list[str], given: str) -> tuple[str, list[str]]:
    """What a validator prints, and what it says where it refuses."""
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    said = done.stderr.strip().splitlines() or [f"{Path(command[0]).name} refuses it"]
    return done.stdout, said if done.returncode else []
