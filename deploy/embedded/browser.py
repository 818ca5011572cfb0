"""The browser that tests of pages open: Debian's Chromium, found, or installed once by root. No service needs it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from deploy.embedded import debian
from deploy.embedded.cache import alone
from deploy.embedded.problem import CannotStart

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing of it talks to its maker, and nothing asks for a screen.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
]


def found() -> str:
    """The path of $HELHED_BROWSER or of the first browser in PATH; installed if there is none. Raises CannotStart."""
    here = _here()
    if here is None:
        with alone("browser"):
            here = _here() or _installed()
    return here


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser, without a window."""
    path = found()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield opened
        finally:
            opened.close()


def _here() -> str | None:
    chosen = os.environ.get("HELHED_BROWSER")
    if chosen:
        return chosen
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _installed() -> str:
    try:
        debian.install("chromium", "the tests of the pages")
    except debian.NotInstalled as error:
        raise _missing(str(error)) from error
    here = _here()
    if here is None:
        raise _missing("apt-get installed it, and it is not in PATH.")
    return here


def _missing(why: str) -> CannotStart:
    return CannotStart(
        "The tests of the pages need Chromium, which is not found.",
        why,
        "Install it (Debian: apt-get install chromium), or set HELHED_BROWSER to the path of a Chrome or Chromium.",
    )
