"""What `make contracts-check` compares with: a commit that is named, the newest release below, or the record of it."""

import subprocess
from pathlib import Path

import pytest

from deploy.generate.asyncapi import earlier
from deploy.generate.written import ROOT
from deploy.promises.__main__ import check
from deploy.promises.promised import promised
from deploy.promises.released import RECORD, NothingThere, released
from deploy.promises.trees import Tree, on_disk
from tests.contracts.promised_kites import TAKEN, TOLD, kites, with_schema
from tests.contracts.test_promises import added, added_and_required, without


def git(at: Path, *arguments: str) -> None:
    """Does it as nobody in particular."""
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=at, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository that released the kites once."""
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, kites())
    write(tmp_path, {"buf.yaml": (ROOT / "buf.yaml").read_text()})
    commit(tmp_path, "Kites")
    return tmp_path


def write(root: Path, files: Tree) -> None:
    """Files at their places."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def commit(root: Path, why: str) -> None:
    """Everything as it is."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", why)


def test_the_newest_release_below_is_compared_with(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(checkout, "tag", "v0.9.0")
    git(checkout, "tag", "v0.10.0-rc1")
    git(checkout, "tag", "v0.10.0")
    write(checkout, with_schema(TOLD, without("wind")))
    assert check(checkout, "") == 1
    told = capsys.readouterr().out
    assert "Compared with the newest tag, v0.10.0." in told
    assert "BREAKS  helhed.kites.kite-flown.v1 wind is gone" in told
    commit(checkout, "Another promise")
    git(checkout, "tag", "v0.11.0")
    assert check(checkout, "") == 0


def test_a_release_that_this_commit_does_not_stand_on_is_none(checkout: Path) -> None:
    git(checkout, "checkout", "-q", "-b", "other")
    write(checkout, with_schema(TOLD, added))
    commit(checkout, "A place")
    git(checkout, "tag", "v2.0.0")
    git(checkout, "checkout", "-q", "main")
    assert released(checkout, "") is None


def test_the_record_is_compared_with_where_there_is_no_tag(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a shallow checkout, or where there is no git at all."""
    write(checkout, {RECORD: promised(on_disk(checkout)).text("0.1.0")})
    assert check(checkout, "") == 0
    write(checkout, with_schema(TAKEN, added_and_required))
    subprocess.run(["rm", "-rf", ".git"], cwd=checkout, check=True)
    assert check(checkout, "") == 1
    assert f"the record {RECORD} of 0.1.0, since no tag v* can be read here" in capsys.readouterr().out


def test_another_commit_can_be_named(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(checkout, "tag", "v1.0.0")
    write(checkout, with_schema(TOLD, added))
    commit(checkout, "A place")
    write(checkout, kites())
    assert check(checkout, "HEAD") == 1
    assert "Compared with HEAD, as AGAINST says." in capsys.readouterr().out
    assert check(checkout, "v3.0.0") == 2
    assert "git knows no contracts at v3.0.0 here" in capsys.readouterr().err
    with pytest.raises(NothingThere):
        released(checkout, "v3.0.0")


def test_before_the_first_release_it_says_so(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(checkout, "") == 0
    assert "Nothing was released yet" in capsys.readouterr().out


def test_what_is_promised_here_breaks_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    ended = check(ROOT, "")
    told = capsys.readouterr().out
    assert ended == 0, told
    assert "Compared with" in told


def test_everything_that_is_promised_here_is_compared() -> None:
    here = promised(on_disk(ROOT))
    assert {"helhed.plans.goal-defined.v1", "helhed.out.family-plan-told.v1", "CloudEvent"} <= set(here.told)
    assert {"helhed.inbox.intervention-added.v1", "SaidCloudEvent"} <= set(here.taken)
    assert here.told["helhed.contacts.family-registered.v1"]["members[].name"]["x-sealed-of"] == "person"
    assert {"contacts", "meetings", "plans", "progress"} <= set(here.numbers)
    assert set(here.channels) == {
        "contacts",
        "meetings",
        "plans",
        "progress",
        "out",
        "inbox",
        "inbox_results",
    }
    assert "eventkeep/catchup/catchup.proto" in here.protos
    assert here.views
    assert here.golden


def test_a_version_that_is_told_no_more_stays_described(tmp_path: Path) -> None:
    """What was told by it stays in stores and topics: its schema is kept, and its message too."""
    name = "contracts/plans/schemas/open/helhed.plans.goal-defined.v0.json"
    write(tmp_path, {name: '{"title": "GoalDefined", "properties": {"family": {}}}'})
    assert list(earlier("plans", tmp_path)) == ["helhed.plans.goal-defined.v0"]
    assert earlier("plans") == {}
