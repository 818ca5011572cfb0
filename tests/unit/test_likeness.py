"""How a family folded anew compares with what is shown of it."""

import pytest

from eventkeep.likeness import BAD, Likeness, Row, judge

AT_3, AT_4, ELSEWHERE = Row("contacts=3", False), Row("contacts=4", False), Row("contacts=3,plans=1", False)
STALE, NOTHING = Row("contacts=3", True), Row("", True)


@pytest.mark.parametrize(
    ("shown", "anew", "likeness"),
    [
        (AT_3, AT_4, Likeness.AHEAD),
        (None, AT_3, Likeness.AHEAD),
        (STALE, AT_3, Likeness.AHEAD),
        (AT_4, AT_3, Likeness.LACKING),
        (ELSEWHERE, AT_4, Likeness.LACKING),
        (AT_3, None, Likeness.LACKING),
        (AT_3, NOTHING, Likeness.LACKING),
        (STALE, NOTHING, Likeness.PARKED),
        (None, NOTHING, Likeness.PARKED),
    ],
)
def test_less_than_what_is_shown_is_never_enough(
    shown: Row | None, anew: Row | None, likeness: Likeness
) -> None:
    assert judge(shown, anew, True, True) is likeness


@pytest.mark.parametrize(
    ("same_document", "same_hash", "forgotten", "likeness"),
    [
        (True, True, False, Likeness.SAME),
        (True, False, True, Likeness.VOID),
        (True, False, False, Likeness.OTHER),
        (False, True, False, Likeness.OTHER),
        (False, False, True, Likeness.OTHER),
    ],
)
def test_at_one_vector_both_bytes_and_hash_count(
    same_document: bool, same_hash: bool, forgotten: bool, likeness: Likeness
) -> None:
    """INV-36: the same vector is the same plan; but a hash is void once somebody in it was forgotten."""
    assert judge(AT_3, AT_3, same_document, same_hash, forgotten) is likeness
    assert (likeness in BAD) is (likeness is Likeness.OTHER)
