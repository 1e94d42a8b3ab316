"""A case from registration to its decision, at each stage.

Reporter is 王小明 (E10), investigator 陈洁 (E11); named are 张伟 (E17), 李强 (E03, supervisor of the department) and
周敏 (E01); 吴琳 (E04) stands above 李强, 赵刚 (E05) approves.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from core.actions.figures.approve_figures import approve_figures
from core.model.case import Stage
from core.model.remedy import Cost, CostClass, RemedyKind, Undertaking
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, confirmed, put, the_case, version, who
from tests.rights.scene import NOBODY, Numbers, Scene, these

STAGES = (
    *(Stage.REGISTERED, Stage.RETURNED, Stage.REFUSED, Stage.INVESTIGATING),
    *(Stage.CONFIRMING, Stage.APPROVING, Stage.DECIDED, Stage.CLOSED),
)
LED = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING, Stage.DECIDED, Stage.CLOSED)
NAMED, REPORTER, INVESTIGATOR = these("E17 E03 E01"), these("E10"), these("E11")
CONFIRMER, APPROVER = these("E04"), these("E05")

READING = (
    *("case:1:0", "evidence:1:0", "ask_owner:1:0", "supplement:1:0", "duties:1:0", "papers:1:0", "kin:1:0"),
    *("triage:1:0", "triage_below:1:0", "why:1:0", "paper_of:1:0:complaint_record", "dossier:1:0"),
    *("case_fields:1:0", "events:1:0", "event:1:0:0", "event_now:1:0:0", "link_other:1:0"),
    *("decide:1:0", "current:1:0", "spoken:1:0"),
)
TRIAGE = (
    *("accept:1:0", "accept_for:1:0:2", "return:1:0", "lacking:1:0:photos"),
    *("not_quality:1:0", "unjustified:1:0"),
    *("give_back:1:0", "hand_to:1:0:2", "replied:1:0"),
)
FINDING_OUT = (
    *(
        "investigate:1:0",
        "more:1:0",
        "rulebooks:1:0",
        "cause:1:0",
        "cause_code:1:0:negligence",
        "put_cause:1:0",
    ),
    *("containment:1:0", "excess:1:0", "incident_day:1:0", "departments:1:0", "fault:1:0:0="),
    *("losses:1:0", "loss_new:1:0:discount", "loss_open:1:0:1", "loss_told:1:0:freight::800.00"),
    "loss_cost:1:0:1:parts:0",
    *("loss_remove:1:{version}:0", "parties:1:0", "party:1:0:3", "party_find:1:0", "party_pick:1:0:1"),
    *("party_drop:1:0:3", "party_role:1:0:3:manager", "detail_answer:1:0:3:month_wage=5000"),
    *("rate:1:0:3:60", "rate_other:1:0:3", "questions:1:0", "question:1:0:severe_complaint"),
    *("answer_fact:1:0:severe_complaint=yes", "put:1:0", "nobody:1:0", "bearer:1:0:carrier"),
    *("speak:1:0", "silent:1:0"),
)
DECIDING = (
    *("confirm:1:{version}:0", "object:1:{version}:0", "approve:1:{version}:2", "reject:1:{version}:2"),
    *("take_back:1:{version}", "correct:1:{version}", "close:1:0", "close_now:1:0"),
)
PRESSES = (*READING, *TRIAGE, *FINDING_OUT, *DECIDING)


async def case_at(stage: Stage) -> FakeUnitOfWork:
    """The case as case 1, at that stage."""
    ways = {
        Stage.INVESTIGATING: complete,
        Stage.CONFIRMING: put,
        Stage.APPROVING: confirmed,
        Stage.DECIDED: decided,
    }
    if stage in ways:
        return await _repaired(await ways[stage]())
    return await _repaired(await closed() if stage is Stage.CLOSED else await _not_led(stage))


async def _repaired(uow: FakeUnitOfWork) -> FakeUnitOfWork:
    """What was done for the customer has cost something, which is not among the losses."""
    owner = await who(uow, "E11")
    part = Undertaking(
        case_id=1,
        kind=RemedyKind.REPAIR,
        what="更换轴封",
        owner_id=owner.id,
        costs=(Cost(cost_class=CostClass.PARTS, fen=12300, basis="轴封 1 个"),),
        done_at=uow.now,
        done_by=owner.id,
    )
    await uow.undertakings.add(part)
    return uow


async def decided() -> FakeUnitOfWork:
    """Approved; everybody has their notice."""
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    return uow


async def closed() -> FakeUnitOfWork:
    """All is done with it."""
    uow = await decided()
    await uow.cases.put(replace(await the_case(uow), stage=Stage.CLOSED))
    return uow


async def _not_led(stage: Stage) -> FakeUnitOfWork:
    """Nobody leads it, and nobody is named."""
    uow = await complete()
    await uow.cases.put(replace(await the_case(uow), stage=stage, owner_id=None))
    uow.parties.things.clear()
    return uow


async def version_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    """The version under the buttons: that of the present figures."""
    return {"version": await version(uow)}


def ties_at(stage: Stage) -> Mapping[Tie, Numbers]:
    """Who has which part in the case at that stage."""
    is_led = stage in LED
    return {
        Tie.REPORTER: REPORTER,
        Tie.OWNER: INVESTIGATOR if is_led else NOBODY,
        Tie.NAMED: NAMED if is_led else NOBODY,
        Tie.HEAD_OF_NAMED: these("E03") if is_led else NOBODY,
        Tie.DESK: CONFIRMER | these("E03") if is_led else NOBODY,
        Tie.STEP: APPROVER,
        Tie.CHAIN: APPROVER,
        Tie.LAST_WORD: CONFIRMER if stage is Stage.APPROVING else NOBODY,
    }


def bars_at(stage: Stage) -> Mapping[Bar, Numbers]:
    """Whom a conflict of interest keeps out at that stage."""
    deciders = {
        Stage.APPROVING: CONFIRMER,
        Stage.DECIDED: CONFIRMER | APPROVER,
        Stage.CLOSED: CONFIRMER | APPROVER,
    }
    return {
        Bar.NAMED: NAMED if stage in LED else NOBODY,
        Bar.NAMED_UNLESS_ALONE: NAMED if stage in LED else NOBODY,
        Bar.REPORTED: REPORTER,
        Bar.LEADS: INVESTIGATOR if stage in LED else NOBODY,
        Bar.NAMED_OTHERS: INVESTIGATOR if stage in LED else NOBODY,
        Bar.DECIDED: deciders.get(stage, NOBODY),
    }


def _scene(stage: Stage) -> Scene:
    # the press of a supervisor who is named is their own statement
    speaks = these("E03") if stage in (Stage.CONFIRMING, Stage.APPROVING) else NOBODY
    return Scene(
        name=f"case {stage}",
        made=partial(case_at, stage),
        presses=PRESSES,
        shown=version_shown,
        stage=stage,
        ties=ties_at(stage),
        bars=bars_at(stage),
        also={
            "confirm": speaks,
            "object": speaks if stage is Stage.CONFIRMING else NOBODY,
        },
        idle=these("confirm") if stage is Stage.APPROVING else NOBODY,
        answered={
            "confirm": CONFIRMER if stage is Stage.APPROVING else NOBODY,
            "approve": APPROVER if stage in (Stage.DECIDED, Stage.CLOSED) else NOBODY,
        },
    )


SCENES = tuple(_scene(stage) for stage in STAGES)
