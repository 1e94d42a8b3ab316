"""A case on the customer's side, under a made-up rulebook, with everybody who has a hand in it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.remedy.adjust_remedy import adjust_remedy
from core.actions.remedy.carry_out import add_proof, carry_out
from core.actions.remedy.plan_remedy import add_cost, add_undertaking, set_day
from core.actions.remedy.put_remedy import put_remedy
from core.actions.remedy.read_remedy import open_remedy
from core.actions.remedy.sign_remedy import sign_remedy
from core.actions.remedy.survey_customer import answer_survey, ask_customer
from core.actions.remedy.take_down_round import end_round, take_down
from core.model.case import Stage
from core.model.company import InForce
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.negotiation import Contentment, RoundOutcome
from core.model.remedy import Cost, CostClass
from core.rules.remedy.remedy_chain import next_signing
from core.rules.remedy.remedy_file import RemedyFile
from tests.core.rulebook.shipped import compiled
from tests.demanding import Demanding
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, case, staffed

BOOK = compiled(Path(__file__).with_name("remedies.toml").read_text("utf-8"))
# the supervisor of quality does not exist, so the head who signs is 吴琳 (E04); then finance 何静, then 赵刚
SIGNERS = ("E04", "E06", "E05")


async def with_customer(stage: Stage = Stage.INVESTIGATING, **changes: Any) -> FakeUnitOfWork:
    """Case 1 of 王小明 (E10), led by 陈洁 (E11)."""
    uow = await staffed(in_force=(InForce(rulebook="customers", since=date(2025, 1, 1)),), **changes)
    uow.rulebooks = Demanding(BOOK)  # type: ignore[assignment]
    owner, reporter = await by_no(uow, "E11"), await by_no(uow, "E10")
    await uow.cases.add(case(reporter_id=reporter.id, rulebook="customers", stage=stage, owner_id=owner.id))
    await open_rulebook_duties(1, uow=uow)
    return uow


async def planned(
    uow: FakeUnitOfWork, kind: str = "repair", fen: int = 80000, who: str = "E11"
) -> RemedyFile:
    """One more thing to do, in three days, at that cost."""
    actor = await by_no(uow, who)
    file = await the_plan(uow)
    file = await add_undertaking(1, file.remedy.version, kind, "更换 8 台轴封", actor=actor, uow=uow)
    part = file.undertakings[-1].id
    if fen:
        cost = Cost(cost_class=CostClass.PARTS, fen=fen, basis="轴封 8 个")
        file = await add_cost(1, file.remedy.version, part, cost, actor=actor, uow=uow)
    return await set_day(1, file.remedy.version, part, "2025-03-06", actor=actor, uow=uow)


async def put(uow: FakeUnitOfWork, who: str = "E11") -> RemedyFile:
    """The plan on its way to those who sign."""
    return await put_remedy(1, (await the_plan(uow)).remedy.version, actor=await by_no(uow, who), uow=uow)


async def signed(uow: FakeUnitOfWork, *signers: str) -> RemedyFile:
    """Signed by these in turn."""
    for number in signers:
        file = await the_plan(uow)
        asked = next_signing(file)
        assert asked
        await sign_remedy(1, file.remedy.version, asked.step, actor=await by_no(uow, number), uow=uow)
    return await the_plan(uow)


async def said(uow: FakeUnitOfWork, words: str, outcome: RoundOutcome, who: str = "E10") -> RemedyFile:
    """A round in which the customer said that."""
    actor, version = await by_no(uow, who), (await the_plan(uow)).remedy.version
    await take_down(1, version, piece(words), actor=actor, uow=uow)
    return await end_round(1, version, outcome, actor=actor, uow=uow)


async def agreed(uow: FakeUnitOfWork) -> RemedyFile:
    """Planned, signed for and agreed to."""
    await planned(uow)
    await put(uow)
    await signed(uow, *SIGNERS)
    return await said(uow, "同意", RoundOutcome.AGREED)


async def done(uow: FakeUnitOfWork) -> RemedyFile:
    """All of it carried out at the cost agreed."""
    file = await agreed(uow)
    actor = await by_no(uow, "E11")
    for one in file.undertakings:
        await add_proof(1, file.remedy.version, one.id, piece("维修记录"), actor=actor, uow=uow)
        file = await carry_out(1, file.remedy.version, one.id, one.cost, actor=actor, uow=uow)
    return file


async def asked(uow: FakeUnitOfWork) -> RemedyFile:
    """The customer was asked."""
    version = (await the_plan(uow)).remedy.version
    return await ask_customer(1, version, actor=await by_no(uow, "E10"), uow=uow)


async def answered(uow: FakeUnitOfWork, answer: Contentment, words: str = "") -> RemedyFile:
    """The customer answered so."""
    return await answer_survey(1, answer, words, actor=await by_no(uow, "E10"), uow=uow)


async def adjusted(uow: FakeUnitOfWork, reason: str = "客户要求加急") -> RemedyFile:
    """Taken up again."""
    version = (await the_plan(uow)).remedy.version
    return await adjust_remedy(1, version, reason, actor=await by_no(uow, "E11"), uow=uow)


async def the_plan(uow: FakeUnitOfWork) -> RemedyFile:
    return await open_remedy(1, uow=uow)


async def decide(uow: FakeUnitOfWork, stage: Stage = Stage.DECIDED) -> None:
    """The case moves there, and its duties follow."""
    await uow.cases.put(replace(await uow.cases.get(1), stage=stage))
    await open_rulebook_duties(1, uow=uow)


def piece(text: str = "", kind: Kind = Kind.TEXT) -> Evidence:
    return Evidence(
        holder=Holder.DRAFT,
        holder_id=0,
        kind=kind,
        storing=Storing.NO_FILE,
        text=text,
        chat_id=1,
        message_id=1,
        received_by=1,
        received_at=NOW,
    )
