"""What the embedded Kafka runs from: a Java that is new enough, and jars that are those we expect.

The jars are fetched once into the cache folder and must match `kafka.sha256`. To move to another version:
change pom.xml, fetch with `mvn dependency:copy-dependencies -DincludeScope=runtime`, and write the sums
again with `sha256sum *.jar`.
"""

import hashlib
import os
import pwd
import re
import shutil
import subprocess
from pathlib import Path

from deploy.embedded import cache
from deploy.embedded.problem import CannotStart

HERE = Path(__file__).parent
OLDEST_JAVA = 17
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies"
OR_GIVEN = "or give a running Kafka in HELHED_KAFKA=host:port"


def java() -> str:
    """The path of a Java that is new enough: $JAVA_HOME's, else the first in PATH."""
    home = os.environ.get("JAVA_HOME")
    found = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    advice = (
        f"Install a JRE {OLDEST_JAVA} or newer (Debian: apt-get install openjdk-17-jre-headless), {OR_GIVEN}."
    )
    try:
        told = subprocess.run(
            [found or "java", "-version"], capture_output=True, text=True, check=True
        ).stderr
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotStart("Kafka needs Java, which is not found.", str(error), advice) from error
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < OLDEST_JAVA:
        raise CannotStart(f"Kafka needs Java {OLDEST_JAVA}.", f"{found} is {told.splitlines()[0]}", advice)
    return found or "java"


def are_here() -> bool:
    """Whether the jars are in the cache folder, so that a start takes seconds, not a minute."""
    return (cache.folder() / cached("kafka")).exists()


def cached(name: str) -> str:
    """A cache name that changes with the list of jars."""
    return f"{name}-{hashlib.sha256((HERE / 'kafka.sha256').read_bytes()).hexdigest()[:12]}"


def jars() -> Path:
    """The folder with Kafka's jars; fetched if it is the first time. Raises CannotStart."""
    return cache.made_once(cached("kafka"), fetch)


def fetch(target: Path) -> None:
    """Have Maven fetch the jars into `target`, and hold them against the committed sums."""
    if shutil.which("mvn") is None:
        raise CannotStart(
            "Kafka's jars can't be fetched.",
            "Maven (mvn) is not found.",
            f"Install it (Debian: apt-get install maven), {OR_GIVEN}.",
        )
    order = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), COPY, *repository()]
    aim = ["-DincludeScope=runtime", f"-DoutputDirectory={target}"]
    done = subprocess.run([*order, *aim], capture_output=True, text=True, check=False)
    if done.returncode:
        error = re.search(r"\[ERROR\] (.*)", done.stdout)
        raise CannotStart(
            "Kafka's jars can't be fetched from Maven Central.",
            error[1][:600] if error else done.stderr.strip(),
            f"See to the network, or to a mirror or proxy in ~/.m2/settings.xml, and run again; {OR_GIVEN}.",
        )
    check_sums(target)


def repository() -> list[str]:
    """Maven's repository in the home folder if there is one, to use what it holds; else one in the cache."""
    try:
        home = pwd.getpwuid(os.geteuid()).pw_dir  # where Java looks; it doesn't ask $HOME
    except KeyError:
        home = "/nonexistent"
    return [] if os.access(home, os.W_OK) else [f"-Dmaven.repo.local={cache.folder() / 'm2'}"]


def check_sums(folder: Path) -> None:
    """Hold every jar in a folder against `kafka.sha256`. Raises CannotStart, naming the jars that differ."""
    wanted = {
        name: total
        for total, name in (line.split() for line in (HERE / "kafka.sha256").read_text().splitlines())
    }
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.jar")}
    wrong = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
    if wrong:
        raise CannotStart(
            "Kafka's jars are not those that were expected, so nothing was started.",
            f"kafka.sha256 disagrees about {', '.join(wrong)}",
            "Remove them from ~/.m2/repository and run again; if it stays, their mirror can't be trusted.",
        )
