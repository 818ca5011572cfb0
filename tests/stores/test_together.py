"""Questions that come together share one look-up, and each gets its own answer."""

import asyncio
from collections.abc import Sequence

import pytest

from eventkeep.together import Together


class Library:
    """Looks things up when it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.open = asyncio.Event()

    async def __call__(self, questions: Sequence[str]) -> list[str]:
        self.asked.append(list(questions))
        await self.open.wait()
        if "burnt" in questions:
            raise LookupError("burnt")
        return [question.upper() for question in questions]


async def test_what_comes_while_one_is_under_way_shares_the_next_look_up() -> None:
    library = Library()
    look_up = Together(library)
    first = asyncio.create_task(look_up("a"))
    await asyncio.sleep(0.01)
    later = [asyncio.create_task(look_up(each)) for each in ("b", "c", "b")]
    await asyncio.sleep(0.01)
    assert library.asked == [["a"]]
    library.open.set()
    assert [await each for each in (first, *later)] == ["A", "B", "C", "B"]
    assert library.asked == [["a"], ["b", "c"]]


async def test_a_look_up_that_began_before_the_question_is_no_answer_to_it() -> None:
    library = Library()
    look_up = Together(library)
    questions = [asyncio.create_task(look_up("a"))]
    await asyncio.sleep(0.01)
    questions.append(asyncio.create_task(look_up("a")))
    await asyncio.sleep(0.01)
    library.open.set()
    await asyncio.gather(*questions)
    assert library.asked == [["a"], ["a"]]


async def test_a_look_up_holds_so_many_and_no_more() -> None:
    library = Library()
    library.open.set()
    look_up = Together(library, most=2)
    assert await asyncio.gather(*(look_up(each) for each in "abcde")) == ["A", "B", "C", "D", "E"]
    assert library.asked == [["a", "b"], ["c", "d"], ["e"]]


async def test_what_a_look_up_raised_is_told_to_those_in_it_alone() -> None:
    library = Library()
    library.open.set()
    look_up = Together(library, most=2)
    found = await asyncio.gather(*(look_up(each) for each in ("a", "burnt", "b")), return_exceptions=True)
    assert [str(each) for each in found] == ["burnt", "burnt", "B"]
    assert await look_up("c") == "C"


async def test_who_gives_up_takes_nobody_along() -> None:
    library = Library()
    look_up = Together(library)
    gone, patient = asyncio.create_task(look_up("a")), asyncio.create_task(look_up("a"))
    await asyncio.sleep(0.01)
    gone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await gone
    library.open.set()
    assert await patient == "A"
