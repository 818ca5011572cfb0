"""The browser of the tests: found, or installed by root on Debian, or missed with a sentence that helps."""

from pathlib import Path

import pytest

from deploy.embedded import browser
from deploy.embedded.problem import CannotStart


def test_a_browser_that_is_named_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELHED_BROWSER", "/opt/browser")
    assert browser.found() == "/opt/browser"


def test_one_in_the_path_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "chromium").write_text("#!/bin/sh\n")
    (tmp_path / "chromium").chmod(0o755)
    monkeypatch.delenv("HELHED_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.found() == str(tmp_path / "chromium")


def test_who_has_none_is_told_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """There is no apt-get in this PATH, so nothing is installed."""
    monkeypatch.delenv("HELHED_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HELHED_CACHE", str(tmp_path))
    with pytest.raises(CannotStart, match="apt-get install chromium"):
        browser.found()
