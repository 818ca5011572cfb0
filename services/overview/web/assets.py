"""Style sheets, fonts and the one script: read at the start, under an address that names their contents."""

import gzip
import hashlib
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

_STATIC = Path(__file__).with_name("static")
_MEDIA = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}
_FOREVER = "public, max-age=31536000, immutable"


class Assets:
    """The files of `static/`. What is at an address never changes, so that browsers may keep it."""

    def __init__(self) -> None:
        paths = sorted(path for path in _STATIC.rglob("*") if path.suffix in _MEDIA)
        self._files = {path.relative_to(_STATIC).as_posix(): path.read_bytes() for path in paths}
        self._packed = {name: gzip.compress(held, mtime=0) for name, held in self._files.items()}
        self.stamp = hashlib.sha256(b"".join(self._files.values())).hexdigest()[:12]

    def address(self, name: str) -> str:
        """Where a file is."""
        if name not in self._files:
            raise KeyError(name)
        return f"/static/{self.stamp}/{name}"

    async def answer(self, request: Request) -> Response:
        """One file."""
        name, stamp = request.path_params["name"], request.path_params["stamp"]
        if stamp != self.stamp or name not in self._files:
            raise HTTPException(404)
        headers = {"cache-control": _FOREVER, "vary": "accept-encoding"}
        media = _MEDIA[Path(name).suffix]
        if media != "font/woff2" and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(
                self._packed[name], headers={**headers, "content-encoding": "gzip"}, media_type=media
            )
        return Response(self._files[name], headers=headers, media_type=media)
