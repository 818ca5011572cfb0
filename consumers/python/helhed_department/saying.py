"""What a department's system says, as messages for its own inbox. Kafka, and which producer sends them, are yours."""

from typing import Any, TypeVar
from uuid import uuid4

from helhed_department.kinds import Kind

S = TypeVar("S")


def fact(
    kind: Kind[S], data: S, *, subject: str, source: str, actor: str = "", id: str = "", **attributes: str
) -> dict[str, Any]:
    """A message that says a fact, to be sent as JSON under one key for each subject.

    `subject` is `family/<id>`, `person/<id>` or `person/<your system>/<its id>`; `actor` is our id of the colleague who
    stands for it, "" for what your system says by itself. `source` and `id` name it: sent again, it is done once.
    `attributes` are `time`, `after`, `caseid` and so on.
    """
    stands = {"actor": f"professional:{actor}"} if actor else {}
    named = {"specversion": "1.0", "id": id or str(uuid4()), "source": source, "type": kind.wire}
    return {**named, "subject": subject, **stands, **attributes, "data": data}
