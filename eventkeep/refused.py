"""How a command or a read is refused: a stable code and a sentence, never a stack trace."""

from collections.abc import Mapping


class Refused(Exception):
    """A stable code, a sentence, the rule it follows from and what to do next.

    `facts` holds machine-readable details such as versions; never anything personal.
    """

    def __init__(
        self,
        code: str,
        sentence: str,
        rule: str = "",
        next_step: str = "",
        facts: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code, self.sentence, self.rule, self.next_step = code, sentence, rule, next_step
        self.facts = dict(facts or {})
