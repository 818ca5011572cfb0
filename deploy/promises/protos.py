"""Whether .proto files still serve whoever compiled against older ones: buf knows."""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from deploy.promises.differences import Difference

_BUF = Path(sys.executable).with_name("buf")


def proto_differences(before: Mapping[str, str], now: Mapping[str, str], rules: str) -> list[Difference]:
    """What breaks, by the rules of this buf.yaml. Raises RuntimeError where buf can't read them."""
    if not before:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        old, new = Path(scratch, "old"), Path(scratch, "new")
        for folder, protos in ((old, before), (new, now)):
            for name, text in {**protos, "buf.yaml": rules}.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text)
        ran = subprocess.run(
            [_BUF, "breaking", "--against", old], cwd=new, capture_output=True, text=True, timeout=120
        )
    if ran.returncode not in (0, 100):
        raise RuntimeError(f"buf could not compare the .proto files: {ran.stderr.strip()}")
    said = (line.partition(":") for line in ran.stdout.splitlines())
    return [Difference(name, what.partition(":")[2].partition(":")[2]) for name, _, what in said]
