"""What several of these tests need."""

import logging
from collections.abc import Callable, Iterator

import pytest
import structlog

from eventkeep.settings import Service
from eventkeep.telemetry import logs


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """Logs as a service writes them; call it to read what was written."""
    before = logging.root.handlers[:], logging.root.level
    logs(Service(service_name="kites"))
    yield lambda: capsys.readouterr().err
    structlog.reset_defaults()
    logging.root.handlers[:], logging.root.level = before
