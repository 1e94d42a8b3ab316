"""Conflicts of interest: people whose role would let them, and whose part in the case keeps them out.

方圆 (E31) holds every role and is named; 常青 (E32) holds every role and reported the case. As in `cases`, 陈洁 (E11) leads
it, 吴琳 (E04) confirmed and 赵刚 (E05) approves it; 钱进 (E08) hears the appeal of 张伟 (E17).
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from core.model.case import Stage
from core.model.decision import Act, Decision
from core.model.roles import Role
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests import remedies
from tests.core.actions.appeals import appealed, heard
from tests.fakes import FakeUnitOfWork
from tests.make import by_no
from tests.rights.people import also_holds, is_named, joins
from tests.rights.scene import Scene, these
from tests.rights.scenes.cases import NAMED, PRESSES, bars_at, case_at, ties_at, version_shown
from tests.rights.scenes.money import asked

# a supervisor's role goes with a department
EVERY_ROLE = tuple(role for role in Role if role not in (Role.SUPERVISOR, Role.EMPLOYEE))
TOO_NEAR, REPORTER = these("E31"), these("E32")
HEARER = these("E08")


async def torn(stage: Stage) -> FakeUnitOfWork:
    """The case at that stage, with 方圆 named in it, and 常青 as who reported it."""
    uow = await case_at(stage)
    await two_join(uow)
    return uow


async def two_join(uow: FakeUnitOfWork) -> None:
    """They hold every role."""
    await joins(uow, "E31", "方圆", *EVERY_ROLE)
    await is_named(uow, "E31")
    reporter = await joins(uow, "E32", "常青", *EVERY_ROLE)
    await uow.cases.put(replace(await uow.cases.get(1), reporter_id=reporter.id))


async def appeal_among_them() -> FakeUnitOfWork:
    """The appeal is for an auditor: so are who leads the case, who confirmed it, 方圆 and 常青."""
    uow = await appealed()
    await two_join(uow)
    for number in ("E11", "E04"):
        await also_holds(uow, number, Role.AUDITOR)
    return uow


async def hearer_became(bar: Bar) -> FakeUnitOfWork:
    """钱进 has heard both sides, and has got a part in the case since."""
    uow = await heard()
    hearer, case = await by_no(uow, "E08"), await uow.cases.get(1)
    match bar:
        case Bar.NAMED:
            await is_named(uow, "E08")
        case Bar.REPORTED:
            await uow.cases.put(replace(case, reporter_id=hearer.id))
        case Bar.LEADS:
            await uow.cases.put(replace(case, owner_id=hearer.id))
        case Bar.NAMED_OTHERS:
            (first, *_) = await uow.parties.where()
            await uow.parties.put(replace(first, named_by=hearer.id))
        case _:
            await uow.decisions.add(
                Decision(
                    case_id=1,
                    version=case.version,
                    act=Act.KEPT,
                    desk="",
                    person_id=hearer.id,
                    decided_at=uow.now,
                )
            )
    return uow


async def plan_among_them() -> FakeUnitOfWork:
    """Who asked for the pause, who is named and who reported the case are general managers, too."""
    uow = await asked()
    for number in ("E06", "E17", "E10"):
        await also_holds(uow, number, Role.GENERAL_MANAGER)
    return uow


async def signing_among_them() -> FakeUnitOfWork:
    """Who proposed the plan, who reported the case and who is named head the department that signs first."""
    uow = await remedies.with_customer()
    await remedies.planned(uow)
    await joins(uow, "E12", "郭平", Role.QUALITY)
    await is_named(uow, "E12")
    for number in ("E11", "E10", "E12"):
        await also_holds(uow, number, Role.SUPERVISOR, "品管部")
    await remedies.put(uow)
    return uow


async def _plan_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    (notice,) = [one for one in await uow.notices.where() if one.person_id == (await by_no(uow, "E17")).id]
    return {"notice": notice.id}


async def _remedy_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {"version": (await remedies.the_plan(uow)).remedy.version, "part": 1, "step": 1}


def _case(stage: Stage) -> Scene:
    ties, bars = ties_at(stage), bars_at(stage)
    speaks = these("E03") if stage in (Stage.CONFIRMING, Stage.APPROVING) else frozenset[str]()
    again = these("E05") if stage is Stage.DECIDED else frozenset[str]()
    return Scene(
        name=f"torn case {stage}",
        made=partial(torn, stage),
        presses=PRESSES,
        shown=version_shown,
        stage=stage,
        ties={
            **ties,
            Tie.REPORTER: REPORTER,
            Tie.NAMED: NAMED | TOO_NEAR,
            Tie.STEP: these("E05 E31 E32"),
        },
        bars={**bars, Bar.NAMED: NAMED | TOO_NEAR, Bar.REPORTED: REPORTER},
        also={"confirm": speaks, "object": speaks if stage is Stage.CONFIRMING else frozenset()},
        idle=these("confirm") if stage is Stage.APPROVING else frozenset(),
        answered={"confirm": these("E04") if stage is Stage.APPROVING else frozenset(), "approve": again},
    )


def _hearer(bar: Bar) -> Scene:
    return Scene(
        name=f"hearer who is {bar}",
        made=partial(hearer_became, bar),
        presses=("judge:1:0:lifted",),
        stage=Stage.DECIDED,
        ties={Tie.HEARER: HEARER},
        bars={**bars_at(Stage.DECIDED), bar: HEARER},
    )


SCENES = (
    *(_case(stage) for stage in (Stage.CONFIRMING, Stage.APPROVING, Stage.DECIDED)),
    Scene(
        name="appeal among those with a part",
        made=appeal_among_them,
        presses=("hear:1:0",),
        stage=Stage.DECIDED,
        ties={Tie.FREE_HEARER: these("E08 E11 E04 E31 E32")},
        bars={
            **bars_at(Stage.DECIDED),
            Bar.NAMED: NAMED | TOO_NEAR,
            Bar.REPORTED: REPORTER,
        },
    ),
    Scene(
        name="notice among those with a part",
        made=appeal_among_them,
        presses=("notice_pdf:1:0",),
        stage=Stage.DECIDED,
        ties={**ties_at(Stage.DECIDED), Tie.ADDRESSEE: these("E17"), Tie.REPORTER: REPORTER},
        bars={**bars_at(Stage.DECIDED), Bar.NAMED: NAMED | TOO_NEAR, Bar.REPORTED: REPORTER},
    ),
    *(_hearer(bar) for bar in (Bar.NAMED, Bar.REPORTED, Bar.LEADS, Bar.NAMED_OTHERS, Bar.DECIDED)),
    Scene(
        name="plan among those with a part",
        made=plan_among_them,
        presses=("plan_yes:1:0", "plan_no:1:0"),
        shown=_plan_shown,
        site="",
        ties={Tie.STEP: these("E05 E06 E17 E10")},
        bars={Bar.NAMED: NAMED, Bar.REPORTED: these("E10"), Bar.ASKED_FOR_IT: these("E06")},
    ),
    Scene(
        name="signing among those with a part",
        made=signing_among_them,
        presses=("remedy_sign:1:{version}:1", "remedy_back:1:{version}:1"),
        shown=_remedy_shown,
        stage=Stage.INVESTIGATING,
        ties={Tie.STEP: these("E04 E10 E11 E12")},
        bars={Bar.NAMED: these("E12"), Bar.REPORTED: these("E10"), Bar.MADE_IT: these("E11")},
    ),
)
