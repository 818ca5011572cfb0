"""Thousands of malformed, oversized, deep, repeated, mistyped and hostile messages: each is answered, and nobody else
notices. INV-58."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from contracts.inbox.events import FACTS
from contracts.inbox.fact import Fact
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep.inbox.message import LONGEST
from tests.system.family import APPROVED, Family
from tests.system.play import until
from tests.system.sending import System, fact

pytestmark = pytest.mark.long
MESSAGES, SEED = 3_000, 11
CPR = "0102" + "03-1234"


@pytest.fixture(scope="module")
def platform(servers: Servers) -> Iterator[Platform]:
    """All five services; two departments, and a second for what isn't there."""
    departments = ("school", "family-unit")
    with Platform(
        servers.kafka, servers.postgres, {"HELHED_INBOX_PATIENCE": "1"}, departments=departments
    ) as found:
        found.open()
        yield found


class Hostile:
    """Makes messages that nobody should send, each with what it may be answered."""

    def __init__(self, family: Family, seed: int) -> None:
        self._chance, self._family = random.Random(seed), family
        self._bent, self._subject = family.cast.id("bent"), f"family/{family.id}"
        self._kinds = sorted(name for name, kind in FACTS.items() if issubclass(kind, Fact))

    def one(self) -> tuple[Any, set[str]]:
        """A message, and the codes of which it is answered one."""
        made: tuple[Any, set[str]] = self._chance.choice(
            [
                self._rubbish,
                self._mistyped,
                self._deep,
                self._oversized,
                self._unknown_kind,
                self._attribute,
                self._number,
                self._stranger,
                self._hostile_text,
                self._nul,
                self._alone,
                self._counted,
            ]
        )()
        return made

    def _said(self, **more: Any) -> dict[str, Any]:
        visit = {"professional": self._bent, "place": "home", "visited_on": "2025-11-20"}
        return {**fact("visit-made", self._subject, self._bent, visit), **more}

    def _rubbish(self) -> tuple[Any, set[str]]:
        value = self._chance.choice(
            [
                b"",
                b"{",
                b"null",
                b"[]",
                b"7",
                b'"text"',
                b"\xff\xfe",
                self._chance.randbytes(40),
                b'{"a":}',
                None,
            ]
        )
        return value, {"message_unreadable"}

    def _mistyped(self) -> tuple[Any, set[str]]:
        kind = self._chance.choice(self._kinds)
        strange = [
            None,
            1,
            -1.5,
            True,
            [],
            {},
            "x" * 5_000,
            10**30,
            [[[]]],
            {"a": {"b": []}},
            "2025-13-45",
            "",
        ]
        data = {name: self._chance.choice(strange) for name in FACTS[kind].model_fields}
        data |= {self._chance.choice(["famliy", "x" * 300, "\u202e", "__class__"]): 1}
        about = "professional" if "professional-" in kind else "family"
        subject = self._subject if about == "family" else f"professional/{self._bent}"
        return self._said(type=kind, data=data, subject=subject), {"invalid_input"}

    def _deep(self) -> tuple[Any, set[str]]:
        depth = self._chance.choice([900, 5_000, 20_000])
        deep = b'{"specversion":"1.0","data":' + b'{"a":' * depth + b"1" + b"}" * depth + b"}"
        return deep, {"message_unreadable", "message_too_large", "message_invalid"}

    def _oversized(self) -> tuple[Any, set[str]]:
        return json.dumps(self._said(pad="x" * (LONGEST + 1))).encode(), {"message_too_large"}

    def _unknown_kind(self) -> tuple[Any, set[str]]:
        kind = self._chance.choice(
            ["helhed.inbox.nothing.v1", "helhed.plans.plan-approved.v1", "x", "a" * 99]
        )
        return self._said(type=kind), {"message_kind_unknown"}

    def _attribute(self) -> tuple[Any, set[str]]:
        name = self._chance.choice(
            ["id", "source", "type", "subject", "actor", "specversion", "time", "data"]
        )
        strange = self._chance.choice([1, [], {}, "", "\n", "x" * 201, "æ", "\u0000"])
        codes = {
            "message_invalid",
            "invalid_input",
            "subject_invalid",
            "actor_invalid",
            "message_kind_unknown",
        }
        return self._said(**{name: strange}), codes

    def _number(self) -> tuple[Any, set[str]]:
        where = self._chance.choice(["subject", "source", "caseid", "id", "actor"])
        written = self._chance.choice([CPR, CPR.replace("-", ""), f"person/cpr/{CPR}"])
        return self._said(**{where: written}), {"cpr_number_sent"}

    def _stranger(self) -> tuple[Any, set[str]]:
        actor = self._chance.choice(
            [str(uuid4()), self._family.cast.id("karin"), self._family.cast.id("omar")]
        )
        return self._said(actor=f"professional:{actor}"), {"not_of_department"}

    def _hostile_text(self) -> tuple[Any, set[str]]:
        text = self._chance.choice(
            ["'; drop table inbox; --", "../../etc/passwd", "%s%n{0}", "<script>", "${jndi:x}"]
        )
        data = {"professional": self._bent, "place": text, "visited_on": "2025-11-20"}
        return self._said(data=data), {"invalid_input"}

    def _nul(self) -> tuple[Any, set[str]]:
        ended = {"agreement": str(uuid4()), "ending": "kept", "reason": "a\u0000b"}
        return self._said(type="helhed.inbox.agreement-ended.v1", data=ended), {"text_has_nul"}

    def _alone(self) -> tuple[Any, set[str]]:
        """Said by nobody but the system, though somebody has to stand for it."""
        kind = self._chance.choice([name for name in self._kinds if not FACTS[name].by_system])
        about = "professional" if "professional-" in kind else "family"
        subject = self._subject if about == "family" else f"professional/{self._bent}"
        said = self._said(type=kind, subject=subject)
        del said["actor"]
        return said, {"actor_invalid"}

    def _counted(self) -> tuple[Any, set[str]]:
        """A nightly count that is wrong: of nobody, of an adult, of another day, of another scale, of what isn't counted."""
        viggo, ellen = (self._family.cast.id(each) for each in ("viggo", "ellen"))
        more, code = self._chance.choice(
            [
                ({"person": None}, "member_unclear"),
                ({"person": ellen}, "measured_of_another_age"),
                ({"measured_on": "2999-12-31"}, "not_happened_yet"),
                ({"period_from": "2025-11-21"}, "period_ends_before_it_begins"),
                ({"value": 101}, "value_outside_scale"),
                ({"scale_max": 0}, "value_outside_scale"),
                ({"kind": "wellbeing"}, "needs_professional"),
                ({"kind": "mental-health", "person": ellen}, "needs_professional"),
                ({"value": 10**30}, "invalid_input"),
                ({"instrument": "x'; --"}, "invalid_input"),
            ]
        )
        count = {"measure": str(uuid4()), "kind": "attendance", "person": viggo, "instrument": "days"}
        count |= {"scale_min": 0, "scale_max": 100, "value": 64, "measured_on": "2025-11-20"}
        said = fact("measured", self._subject, "", {**count, **more})
        return said, {code}


def test_each_is_answered_and_the_services_stay_as_they_were(platform: Platform) -> None:
    with Family(platform, APPROVED) as family:
        school, unit = System(platform, "school"), System(platform, "family-unit")
        hostile = Hostile(family, SEED)
        made = [hostile.one() for _ in range(MESSAGES)]
        made += [made[n] for n in range(0, MESSAGES, 50)]
        before = {
            service: len(family.events(service)) for service in ("contacts", "plans", "meetings", "progress")
        }
        school.send(*(value for value, _ in made))
        # Meanwhile another department is answered as ever.
        granted = {"intervention": family.cast.id("counselling")}
        karin = family.cast.id("karin")
        told = unit.says(fact("intervention-granted", f"family/{family.id}", karin, granted))
        assert told["type"] == "helhed.inbox.message-accepted.v1"
        until(lambda: len(school.read()) >= len(made), 240.0, "each is answered")
        _each_as_it_should(school, made)
        assert {service: len(family.events(service)) for service in before} == {
            **before,
            "plans": before["plans"] + 1,
        }
        assert all(leash.running for leash in platform.processes.values())
        assert all(platform.healthy(name, "readiness") for name in platform.processes)
        assert family.may_read("karin")
        assert CPR not in json.dumps(school.answers)
        assert "etc/passwd" not in json.dumps(school.answers)


def _each_as_it_should(school: System, made: list[tuple[Any, set[str]]]) -> None:
    """All in one partition, in order: an answer for each place, with a code that fits what stands there."""
    by_place = {each["data"]["message"]["offset"]: each["data"] for each in school.answers}
    assert sorted(by_place) == list(range(len(made)))
    wrong = Counter(
        (by_place[n].get("code"), tuple(sorted(codes)))
        for n, (_, codes) in enumerate(made)
        if by_place[n].get("code") not in codes
    )
    assert not wrong
