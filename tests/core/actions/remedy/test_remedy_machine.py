"""Whatever anybody presses in whatever order: nothing is promised unsigned, and nothing is done that was not agreed."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.actions.remedy.adjust_remedy import adjust_remedy
from core.actions.remedy.carry_out import add_proof, carry_out
from core.actions.remedy.plan_remedy import add_cost, add_undertaking, drop_undertaking, set_day
from core.actions.remedy.put_remedy import put_remedy
from core.actions.remedy.sign_remedy import send_remedy_back, sign_remedy
from core.actions.remedy.survey_customer import answer_survey, ask_customer
from core.actions.remedy.take_down_round import end_round, take_down
from core.errors import Refusal
from core.model.evidence import Holder
from core.model.money import Money
from core.model.negotiation import Contentment, RoundOutcome
from core.model.remedy import Cost, CostClass, RemedyState
from core.rules.remedy.remedy_chain import next_signing
from core.rules.remedy.remedy_file import RemedyFile
from tests.laws import tried
from tests.make import by_no
from tests.remedies import piece, the_plan, with_customer

WHO = st.sampled_from(["E10", "E11", "E04", "E06", "E05", "E17"])
PART = st.integers(1, 3)
_PROMISED = (RemedyState.AGREED, RemedyState.CARRIED_OUT)


class RemedyMachine(RuleBasedStateMachine):
    """`agreed` keeps what each version cost when the customer agreed to it."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.uow = self.runs(with_customer())
        self.proposers: dict[int, int | None] = {}

    def teardown(self) -> None:
        self.loop.close()

    def runs(self, doing: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run(doing)

    def tries(self, act: Any, *words: object, who: str, off: int = 0) -> None:
        version = self.file().remedy.version + off
        actor = self.runs(by_no(self.uow, who))
        try:
            self.runs(act(1, version, *words, actor=actor, uow=self.uow))
        except Refusal:
            return
        self.proposers[version] = self.file().remedy.put_by

    def file(self) -> RemedyFile:
        found: RemedyFile = self.runs(the_plan(self.uow))
        return found

    @rule()
    def goes_on_as_it_should(self) -> None:
        """The next right step, so that the wrong ones are also tried late in a plan's life."""
        steps: dict[RemedyState, Callable[[], None]] = {
            RemedyState.PLANNING: self.is_planned_on,
            RemedyState.APPROVING: self.everybody_signs,
            RemedyState.APPROVED: self.is_agreed_to,
            RemedyState.AGREED: self.is_carried_out,
            RemedyState.CARRIED_OUT: lambda: self.tries(ask_customer, who="E10"),
        }
        steps[self.file().remedy.state]()

    def is_planned_on(self) -> None:
        file = self.file()
        if not file.undertakings:
            self.tries(add_undertaking, "repair", "修", who="E11")
        elif file.incomplete():
            self.tries(set_day, file.incomplete()[0].id, "2025-03-06", who="E11")
        else:
            self.tries(put_remedy, who="E11")

    def is_agreed_to(self) -> None:
        self.tries(take_down, piece("好"), who="E10")
        self.tries(end_round, RoundOutcome.AGREED, who="E10")

    def is_carried_out(self) -> None:
        one = self.file().outstanding()[0]
        self.tries(add_proof, one.id, piece("凭证"), who="E11")
        self.tries(carry_out, one.id, one.cost, who="E11")

    @rule(who=WHO, kind=st.sampled_from(["repair", "apology", "replacement"]), off=st.sampled_from([0, 0, 1]))
    def plans(self, who: str, kind: str, off: int) -> None:
        self.tries(add_undertaking, kind, "做", who=who, off=off)

    @rule(who=WHO, part=PART, fen=st.integers(1, 10**6))
    def costs(self, who: str, part: int, fen: int) -> None:
        cost = Cost(cost_class=CostClass.PARTS, fen=fen, basis="报价")
        self.tries(add_cost, part, cost, who=who)

    @rule(who=WHO, part=PART)
    def dates(self, who: str, part: int) -> None:
        self.tries(set_day, part, "2025-03-06", who=who)

    @rule(who=WHO, part=PART)
    def drops(self, who: str, part: int) -> None:
        self.tries(drop_undertaking, part, who=who)

    @rule(who=WHO)
    def puts(self, who: str) -> None:
        self.tries(put_remedy, who=who)

    @rule(who=WHO, step=st.integers(1, 3), is_good=st.booleans())
    def signs(self, who: str, step: int, *, is_good: bool) -> None:
        if is_good:
            self.tries(sign_remedy, step, who=who)
        else:
            self.tries(send_remedy_back, step, "不行", who=who)

    def everybody_signs(self) -> None:
        for step, who in enumerate(("E04", "E06", "E05"), 1):
            self.tries(sign_remedy, step, who=who)

    @rule(who=WHO, outcome=st.sampled_from(list(RoundOutcome)))
    def talks(self, who: str, outcome: RoundOutcome) -> None:
        self.tries(take_down, piece("话"), who=who)
        self.tries(end_round, outcome, who=who)

    @rule(who=WHO)
    def adjusts(self, who: str) -> None:
        self.tries(adjust_remedy, "另有要求", who=who)

    @rule(who=WHO, part=PART, proves=st.booleans(), fen=st.integers(0, 3))
    def carries_out(self, who: str, part: int, fen: int, *, proves: bool) -> None:
        one = self.file().undertaking(part)
        if proves:
            self.tries(add_proof, part, piece("凭证"), who=who)
        self.tries(carry_out, part, Money((one.cost.fen if one else 0) + fen), who=who)

    @rule(who=WHO, answer=st.sampled_from(list(Contentment)))
    def asks(self, who: str, answer: Contentment) -> None:
        self.tries(ask_customer, who=who)
        actor = self.runs(by_no(self.uow, who))
        try:
            self.runs(answer_survey(1, answer, "话", actor=actor, uow=self.uow))
        except Refusal:
            return

    @invariant()
    def what_is_promised_was_signed_and_agreed(self) -> None:
        file = self.file()
        if file.remedy.state in _PROMISED:
            assert next_signing(file) is None
            agreed = [one.version for one in file.rounds if one.outcome is RoundOutcome.AGREED]
            assert file.remedy.version in agreed
        assert (file.remedy.agreed_at is None) or file.remedy.state in (*_PROMISED, RemedyState.PLANNING)

    @invariant()
    def nobody_signed_what_they_proposed(self) -> None:
        for one in self.file().remedy.signatures:
            assert one.person_id != self.proposers.get(one.version)

    @invariant()
    def what_is_done_has_evidence_and_a_done_plan_leaves_nothing(self) -> None:
        file = self.file()
        for one in file.undertakings:
            if one.done_at is not None:
                assert self.runs(self.uow.evidence.one(holder=Holder.UNDERTAKING, holder_id=one.id))
        assert not (file.remedy.state is RemedyState.CARRIED_OUT and file.outstanding())

    @invariant()
    def every_step_is_in_the_log(self) -> None:
        file = self.file()
        assert self.uow.log.acts().count("remedy_signed") == len(file.remedy.signatures)


TestRemedyMachine = RemedyMachine.TestCase
TestRemedyMachine.settings = tried(12, steps=25)
