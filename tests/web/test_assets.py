"""What was fetched from others is what they published, with its licence beside it."""

import hashlib
from pathlib import Path

import pytest

import services.overview.web as web
from services.overview.web.assets import Assets

STATIC = Path(web.__file__).parent / "static"
AXE = Path(__file__).parent / "axe"
SUMS = {
    STATIC / "dkfds.min.css": "a654037326b610cc3ef99cb16b0a8f8aabcbdf60da01632b2cad28b70214863f",
    STATIC
    / "fonts/IBMPlexSans-Bold-Latin1.woff2": "a4db2547cb4492389624aefca6523a8c4fbb6cab450062bbb6f163196f982c19",
    STATIC
    / "fonts/IBMPlexSans-Medium-Latin1.woff2": "e49d02675224ac35b09921d51722f05b28471e8ff6a26bfe1fb08cd45fae255b",
    STATIC
    / "fonts/IBMPlexSans-Regular-Latin1.woff2": "9085dc4026ddddd3d21ebedbd59a8775581effeda2b04dee5481ed0922e4b773",
    STATIC
    / "fonts/IBMPlexSans-SemiBold-Latin1.woff2": "62a59aaf4d1a22e6f48433cd316512c7df0875826e4e88bd117542e8ca7e3315",
    AXE / "axe.min.js": "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c",
}
"""dkfds 11.2.0 and axe-core 4.14.1, as npm has them."""


@pytest.mark.parametrize("path", SUMS, ids=lambda path: path.name)
def test_what_others_made_is_unchanged(path: Path) -> None:
    assert hashlib.sha256(path.read_bytes()).hexdigest() == SUMS[path]


def test_licences_stand_beside_it() -> None:
    assert "MIT license" in (STATIC / "dkfds-LICENSE.md").read_text()
    assert "SIL Open Font License" in (STATIC / "fonts/OFL.txt").read_text()
    assert "Mozilla Public License" in (AXE / "LICENSE").read_text()


def test_an_address_names_contents_and_a_missing_file_is_noticed() -> None:
    assets = Assets()
    assert assets.address("helhed.css") == f"/static/{assets.stamp}/helhed.css"
    with pytest.raises(KeyError):
        assets.address("nowhere.css")
