"""A family's course in any weather: rules that Hypothesis strings together, and promises that hold after each of them.

Every course has a family of its own. What is drawn never depends on what a process did, so the same seed always gives
the same steps.
"""

import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.system.apart import ASKING, NAMES, REPLICAS
from tests.system.around import READERS, Around
from tests.system.giving import COMING_AND_GOING, WRITERS
from tests.system.promises import FRESH
from tests.system.rebuilds import DEATHS, cli
from tests.system.weather import Weather
from tests.system.whole import assert_whole

WHO = st.sampled_from(COMING_AND_GOING)
REPLICA = st.sampled_from(REPLICAS)
FOLDING = st.sampled_from(("overview", "plans"))
BACK = st.none() | st.integers(0, 5)
"""Which token goes along: none, or how many were given since."""
AT_ONCE = 2
"""So many things are broken at the same time, at the most."""


class Course(RuleBasedStateMachine):
    """What happens to one family on a platform, and to the platform meanwhile."""

    def __init__(self, weather: Weather) -> None:
        super().__init__()
        self.weather = weather
        self.steps: list[str] = []

    @initialize(lot=st.integers(0, 1_000))
    def a_family_has_its_team(self, lot: int) -> None:
        """Hypothesis tries the least of everything first: that is no course, but one rule many times."""
        assume(lot > 0)
        self.around = Around(self.weather)

    @rule(who=WHO, ends=st.booleans(), back=BACK, patient=st.booleans())
    def attach(self, who: str, ends: bool, back: int | None, patient: bool) -> None:
        self.steps.append(f"attach {who} {ends=} {back=} {patient=}")
        done = self.around.giving.attach(who, ends, self.around.token(back))
        if done and patient:
            self.around.is_right_soon(who)

    @rule(who=WHO, back=BACK, patient=st.booleans())
    def detach(self, who: str, back: int | None, patient: bool) -> None:
        self.steps.append(f"detach {who} {back=} {patient=}")
        done = self.around.giving.detach(who, self.around.token(back))
        if done and patient:
            self.around.is_right_soon(who)

    @rule()
    def let_bases_expire(self) -> None:
        self.steps.append("let bases expire")
        self.around.giving.let_bases_expire()

    @rule(service=st.sampled_from(WRITERS), back=BACK)
    def command(self, service: str, back: int | None) -> None:
        self.steps.append(f"command {service} {back=}")
        self.around.giving.command(service, self.around.token(back))

    @rule(who=st.sampled_from(READERS), replica=REPLICA, back=BACK)
    def read(self, who: str, replica: str, back: int | None) -> None:
        self.steps.append(f"read {who} {replica} {back=}")
        self.around.read(who, replica, self.around.token(back))

    @rule(first=REPLICA, back=BACK)
    def everybody_reads(self, first: str, back: int | None) -> None:
        self.steps.append(f"everybody reads {first=} {back=}")
        for replica in sorted(REPLICAS, key=lambda each: each != first):
            for who in READERS:
                self.around.read(who, replica, self.around.token(back))

    @rule(who=st.sampled_from(READERS), replica=REPLICA)
    def watch(self, who: str, replica: str) -> None:
        self.steps.append(f"watch {who} {replica}")
        self.around.watch(who, replica)

    @rule(service=FOLDING)
    def fold_anew(self, service: str) -> None:
        if self.weather.answers(service):
            self.steps.append(f"fold anew {service}")
            assert cli(self.weather.platform, service, "parked", "replay", self.around.family.id) == 0

    @rule(service=FOLDING, dies_at=st.sampled_from(DEATHS))
    def rebuild(self, service: str, dies_at: str) -> None:
        """All that is shown is folded beside it and takes over, while the course goes on."""
        self.steps.append(f"rebuild {service} {dies_at=}")
        self.weather.rebuilds.begin(service, dies_at, self.weather.calm)

    @rule(service=FOLDING)
    def kill_who_rebuilds(self, service: str) -> None:
        self.steps.append(f"kill who rebuilds {service}")
        self.weather.rebuilds.kill(service)

    @precondition(lambda self: self.weather.now < AT_ONCE)
    @rule(service=FOLDING)
    def pause(self, service: str) -> None:
        """What is shown stands still, and says so."""
        if service not in self.weather.paused:
            self.steps.append(f"pause {service}")
            self.weather.pause(service)

    @precondition(lambda self: bool(self.weather.paused))
    @rule(service=FOLDING)
    def resume(self, service: str) -> None:
        if service in self.weather.paused:
            self.steps.append(f"resume {service}")
            self.weather.resume(service)

    @precondition(lambda self: self.weather.now < AT_ONCE)
    @rule(name=st.sampled_from(NAMES))
    def kill(self, name: str) -> None:
        """Who decides is killed over a command and started again; a replica of overview stays away for a while.

        Whoever starts reads the topic first, for what a restored store may have lost: without Kafka nobody comes up. And
        whose facts of others are paused takes no command.
        """
        if not self.weather.answers(name) or name in self.weather.cut | self.weather.paused & {*WRITERS}:
            return
        self.steps.append(f"kill {name}")
        if name in REPLICAS:
            self.weather.kill(name)
            return
        with ThreadPoolExecutor(1) as beside:
            given = beside.submit(self.around.giving.insist, name)
            self.weather.kill(name)
            self.weather.start(name)
            given.result()

    @precondition(lambda self: self.weather.now < AT_ONCE)
    @rule(name=st.sampled_from(NAMES))
    def freeze(self, name: str) -> None:
        if self.weather.answers(name):
            self.steps.append(f"freeze {name}")
            self.weather.freeze(name)

    @precondition(lambda self: self.weather.now < AT_ONCE)
    @rule(line=st.sampled_from((ASKING, *NAMES)))
    def cut_off(self, line: str) -> None:
        self.steps.append(f"cut off {line}")
        self.weather.cut_off(line)

    @precondition(lambda self: self.weather.now == 0)
    @rule()
    def cut_off_contacts(self) -> None:
        """From Kafka and from overview."""
        self.steps.append("cut off contacts on both lines")
        self.weather.cut_off("contacts")
        self.weather.cut_off(ASKING)

    @precondition(lambda self: self.weather.now < AT_ONCE)
    @rule(service=st.sampled_from(WRITERS))
    def let_an_effect_come_before_its_cause(self, service: str) -> None:
        """Nobody hears progress, and nobody who writes waits for it: what is decided with a token of it comes first."""
        self.steps.append(f"cut off progress, command progress, command {service} back=0")
        self.weather.cut_off("progress")
        self.around.giving.command("progress", None)
        self.around.giving.command(service, self.around.token(0))

    @precondition(lambda self: self.weather.now > 0)
    @rule()
    def mend(self) -> None:
        """What is broken is whole again. What was missed is still on its way."""
        self.steps.append("mend")
        self.weather.mend()

    @precondition(lambda self: not self.weather.calm)
    @rule()
    def look_for_a_while(self) -> None:
        """Longer than a yes may count."""
        self.steps.append("look for a while")
        self.around.look(FRESH + 1.0)

    @precondition(lambda self: not self.weather.calm)
    @rule()
    def clear_up(self) -> None:
        self.steps.append("clear up")
        self.weather.clear_up()
        self.around.everybody_is_right()

    @invariant()
    def what_is_shown_is_right(self) -> None:
        """After each step somebody looks with the newest token, and everybody without one at the other replica."""
        if hasattr(self, "around"):
            turn = len(self.steps)
            here, there = sorted(REPLICAS, reverse=bool(turn % 2))
            self.around.read(READERS[turn % len(READERS)], here, self.around.token(0))
            for who in READERS:
                self.around.read(who, there, None)
            self.around.hear()

    def teardown(self) -> None:
        """In the end everybody is well, nothing is lost, and everybody sees the same. Raises WentWrong for what went
        wrong on the way or here."""
        wrong = sys.exception()
        try:
            if wrong is None:
                self.weather.clear_up()
                self.weather.rebuilds.finish(self.weather.calm)
                self.around.everybody_is_right()
                assert_whole(self.weather.platform)
        except Exception as in_the_end:
            wrong = in_the_end
        finally:
            self.weather.rebuilds.give_up()
            if hasattr(self, "around"):
                self.around.close()
        if isinstance(wrong, Exception) and not isinstance(wrong, HypothesisException):
            wrong.add_note("\n".join(("The course was:", *self.steps)))
            raise WentWrong from wrong


class WentWrong(BaseException):
    """Ends it all at once: Hypothesis would take the course again, and between processes seldom is anything the same
    twice. Its cause is what went wrong."""
