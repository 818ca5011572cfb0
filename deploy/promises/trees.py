"""Files of a checkout, or of a commit: what contracts/ holds there."""

import io
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

Tree = Mapping[str, str]
"""Texts by path."""

FOLDERS = ("contracts", "eventkeep")
_KINDS = (".json", ".yaml", ".proto")


def on_disk(root: Path) -> Tree:
    """Of a checkout, as the files are now."""
    found = (path for folder in FOLDERS for path in sorted((root / folder).rglob("*")))
    return {
        name: path.read_text()
        for path in found
        if path.is_file() and promises_something(name := str(path.relative_to(root)))
    }


def of_commit(root: Path, ref: str) -> Tree | None:
    """Of a commit, a tag or a branch; None where git doesn't know it here."""
    there = [folder for folder in FOLDERS if _git(root, "cat-file", "-e", f"{ref}:{folder}") is not None]
    packed = _git(root, "archive", "--format=tar", ref, *there) if there else None
    if packed is None:
        return None
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        members = [each for each in files.getmembers() if each.isfile() and promises_something(each.name)]
        texts = ((each.name, files.extractfile(each)) for each in members)
        return {name: file.read().decode() for name, file in texts if file is not None}


def newest_tag(root: Path) -> str | None:
    """The tag `v*` with the highest version among those that this commit stands on; None where there is none."""
    said = _git(
        root, "-c", "versionsort.suffix=-", "tag", "--list", "v*", "--merged", "HEAD", "--sort=-v:refname"
    )
    tags = (said or b"").decode().split()
    return tags[0] if tags else None


def promises_something(name: str) -> bool:
    """Whether a file is one that the outside may depend on."""
    return name.endswith(_KINDS) and "/catalog/" not in name and name.rpartition("/")[2] != "released.json"


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        ran = subprocess.run(["git", *arguments], cwd=root, capture_output=True, timeout=60)
    except FileNotFoundError:
        return None
    return ran.stdout if ran.returncode == 0 else None
