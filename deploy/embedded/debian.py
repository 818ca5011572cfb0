"""Debian packages that tests need, installed once by root. No service needs any."""

import os
import shutil
import subprocess
from pathlib import Path

from deploy.embedded.cache import alone
from deploy.embedded.problem import CannotStart


class NotInstalled(Exception):
    """A package that can't be installed from here; the text says why."""


def install(package: str, why: str) -> None:
    """Installs a package, as root on Debian; elsewhere somebody has to do it. Raises NotInstalled."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None or not Path("/etc/debian_version").exists():
        raise NotInstalled("Only root on Debian can install it from here.")
    print(f"Installing Debian's {package} for {why}: once.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for order in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", package]):
        done = subprocess.run(
            ["apt-get", *order], capture_output=True, text=True, env=environment, check=False
        )
        if done.returncode and order[0] == "install":
            raise NotInstalled(done.stderr.strip()[-400:])


def program(name: str, why: str) -> str:
    """The path of a program that is called as its package; installed if it isn't there. Raises CannotStart."""
    with alone(name):
        if shutil.which(name) is None:
            try:
                install(name, why)
            except NotInstalled as error:
                raise CannotStart(
                    f"{why.capitalize()} need {name}, which is not found.",
                    str(error),
                    f"Install it (Debian: apt-get install {name}).",
                ) from error
    return shutil.which(name) or name
