"""`python -m deploy.generate` writes what is generated; `--check` fails where the committed files differ."""

import argparse
import importlib.util
import sys
import tempfile
from pathlib import Path

import grpc_tools
from grpc_tools import protoc

from deploy.generate import catalog, register
from deploy.generate.answers import answers
from deploy.generate.asyncapi import asyncapi
from deploy.generate.documents import documents
from deploy.generate.proto import proto
from deploy.generate.schemas import published, schema
from deploy.generate.table import COMMANDS, TELLERS, commands_of, events_of
from deploy.generate.told import told
from deploy.generate.typed import typed

ROOT = Path(__file__).resolve().parents[2]


def texts() -> dict[str, str]:
    """All generated source texts by path: .proto, field numbers, JSON Schemas, the topics and the catalogue."""
    topics = asyncapi()
    made: dict[str, str] = {"contracts/asyncapi.yaml": topics, **catalog.pages(topics)}
    for teller in TELLERS:
        for wire, event in events_of(teller).items():
            made[f"contracts/{teller}/schemas/{wire}.json"] = schema(wire, event)
            made[f"contracts/{teller}/schemas/open/{wire}.json"] = published(wire, event)
    for service in COMMANDS:
        folder = f"contracts/{service}"
        if importlib.util.find_spec(f"services.{service}.domain"):
            numbers = register.read(ROOT / folder / "fields.json")
            made[f"{folder}/{service}.proto"] = proto(
                service, commands_of(service), numbers, answers(service)
            )
            made[f"{folder}/fields.json"] = register.written(numbers)
    made |= documents()
    made |= told(made)
    return made | typed(made)


def stubs(sources: dict[str, str]) -> dict[str, str]:
    """The Python messages of every .proto, those written by hand among them."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for path in _protos(ROOT):
            _put(root, str(path.relative_to(ROOT)), path.read_text())
        for name, text in sources.items():
            _put(root, name, text)
        protos = [str(path.relative_to(root)) for path in _protos(root)]
        shipped = Path(grpc_tools.__file__).parent / "_proto"
        arguments = [
            "protoc",
            f"-I{root}",
            f"-I{shipped}",
            f"--python_out={root}",
            f"--pyi_out={root}",
            *protos,
        ]
        if protoc.main(arguments) != 0:
            raise SystemExit("protoc refused the .proto files")
        return {str(path.relative_to(root)): _stub(path) for path in sorted(root.rglob("*_pb2.py*"))}


def _protos(root: Path) -> list[Path]:
    return sorted([*root.glob("contracts/*/*.proto"), *root.glob("eventkeep/*/*.proto")])


def _stub(path: Path) -> str:
    # protoc's .pyi leaves out type arguments, which strict checking minds.
    return ("# mypy: ignore-errors\n" if path.suffix == ".pyi" else "") + path.read_text()


def main() -> None:
    """Write, or compare."""
    parser = argparse.ArgumentParser(prog="python -m deploy.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where files differ")
    check = parser.parse_args().check
    sources = texts()
    made = sources | stubs({name: text for name, text in sources.items() if name.endswith(".proto")})
    differing = [name for name, text in made.items() if _committed(name) != text]
    if check and differing:
        sys.exit(
            "These differ from their classes; run `python -m deploy.generate`:\n  " + "\n  ".join(differing)
        )
    for name in differing:
        _put(ROOT, name, made[name])
        print(f"wrote {name}")
    for path in _without_class(made):
        print(f"kept {path}: no class has this name any more; right for an old version that is upcast")


def _committed(name: str) -> str | None:
    path = ROOT / name
    return path.read_text() if path.exists() else None


def _put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _without_class(made: dict[str, str]) -> list[str]:
    schemas = (str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("contracts/*/schemas/*.json")))
    return [name for name in schemas if name not in made]


if __name__ == "__main__":
    main()
