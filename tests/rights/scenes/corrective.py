"""The cause of a case is corrected: planned, carried out by 李强 (E03), verified, its effect checked; then it comes back.

陈洁 (E11) leads the case, 郭平 (E12) is of quality as well, 周敏 (E01) is in the team. 方圆 (E14), of quality and finance, is named.
"""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from core.actions.corrective.fill_plan import add_why
from core.actions.corrective.join_team import join_team
from core.model.case import Stage
from core.model.roles import Role
from core.rights.bar import Bar
from core.rights.tie import Tie
from handlers.agreed_actions import Step
from tests import correcting
from tests.core.actions.kin.test_recurrence import asked, the_question
from tests.fakes import FakeUnitOfWork
from tests.make import by_no
from tests.rights.people import is_named, joins
from tests.rights.scene import NOBODY, Numbers, Question, Scene, these

DOER, VERIFIER, NAMED = these("E03"), these("E11"), these("E14")
# whose duty it is, who leads the case, and who reads by role: to them it is shown where there is nothing to undo
READERS = these("E03 E04 E05 E06 E08 E09 E11 E12 E14")
# everybody is in the middle of agreeing on an action
AGREEING = Question(Step.DUE, {"case_id": 1, "kind": "corrective", "what": "装配后做压力试验", "doer": 4})
PLAN = (
    *("corrective:1:0", "corrective_step:1:0:4", "team_pick:1:0:8", "team_out:1:0:5", "why_drop:1:0:1"),
    *("cause_class:1:0:method", "action_new:1:0:corrective", "effect:1:0:yes"),
)
ACTION = (
    *("duty:1:0", "duty_add:1:{version}", "duty_done:1:{version}", "duty_second:1:{version}"),
    *("duty_undo:1:0", "action_back:1:0", "action_withdraw:1:0"),
    *("action_verifier:1:0", "verifier_pick:1:{version}:12"),
)


async def planning() -> FakeUnitOfWork:
    """A why is written, and 周敏 has joined."""
    uow = await correcting.correcting(cause="轴封装反")
    owner = await by_no(uow, "E11")
    await add_why(1, "没有防错工装", actor=owner, uow=uow)
    await join_team(1, (await by_no(uow, "E01")).id, actor=owner, uow=uow)
    await name_somebody(uow)
    return uow


async def name_somebody(uow: FakeUnitOfWork) -> None:
    """方圆, who is of quality and of finance, is named."""
    await joins(uow, "E14", "方圆", Role.QUALITY, Role.FINANCE)
    await is_named(uow, "E14")


async def agreed(*, is_proven: bool = False) -> FakeUnitOfWork:
    """李强 is to do it, 陈洁 verifies."""
    uow = await correcting.correcting(cause="轴封装反")
    await correcting.agreed(uow, verifier="E11")
    await name_somebody(uow)
    if is_proven:
        await correcting.proven(uow, await correcting.the_action(uow))
    return uow


async def finished() -> FakeUnitOfWork:
    """李强 says that it is done."""
    uow = await agreed()
    await correcting.finished(uow)
    return uow


async def verified() -> FakeUnitOfWork:
    """陈洁 has verified it."""
    uow = await agreed()
    await correcting.verified(uow)
    return uow


async def done_by_quality() -> FakeUnitOfWork:
    """郭平 has done it, and 陈洁 has verified it."""
    uow = await correcting.correcting(cause="轴封装反")
    await correcting.agreed(uow, doer="E12", verifier="E11")
    await name_somebody(uow)
    await correcting.verified(uow, doer="E12")
    return uow


async def asked_of_many() -> FakeUnitOfWork:
    """The fault of a closed case may have come back."""
    uow = await asked()
    await name_somebody(uow)
    return uow


async def _shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    action = await uow.duties.find(1)
    return {"version": action.version if action else 0}


async def _question_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {"duty": (await the_question(uow)).id}


def _scene(
    name: str,
    made: Callable[[], Awaitable[FakeUnitOfWork]],
    *presses: str,
    idle: str = "",
    answered: Mapping[str, Numbers] | None = None,
    **ties: Numbers,
) -> Scene:
    return Scene(
        name=f"corrective {name}",
        made=made,
        presses=presses,
        asked=AGREEING,
        shown=_shown,
        stage=Stage.INVESTIGATING,
        ties={
            Tie.OWNER: these("E11"),
            Tie.REPORTER: these("E10"),
            Tie.HAS_DUTY: ties.get("office", NOBODY),
            Tie.TEAM: these("E10 E11") | ties.get("team", NOBODY),
            Tie.OFFICE: ties.get("office", NOBODY),
            Tie.DOER: ties.get("doer", NOBODY),
        },
        bars={
            Bar.NAMED: NAMED,
            Bar.REPORTED: these("E10"),
            Bar.LEADS: these("E11"),
            Bar.DID_FIRST: ties.get("first", NOBODY),
        },
        idle=these(idle),
        answered=answered or {},
    )


SCENES = (
    _scene(
        "planned",
        planning,
        *PLAN,
        *("action_doer:1:0:4", "action_due:1:0:7"),
        idle="effect",
        team=these("E01"),
    ),
    _scene(
        "agreed",
        agreed,
        *(*PLAN, *ACTION, "case:1:0"),
        idle="effect duty_done duty_second duty_undo action_back",
        answered={"duty_undo": READERS},
        office=DOER,
    ),
    _scene(
        "proven",
        partial(agreed, is_proven=True),
        *ACTION,
        idle="duty_second duty_undo action_back",
        answered={"duty_undo": READERS},
        office=DOER,
    ),
    _scene(
        "finished",
        finished,
        *(*PLAN, *ACTION),
        idle="effect duty_add duty_done",
        answered={"duty_done": DOER},
        office=VERIFIER,
        doer=DOER,
        first=DOER,
    ),
    _scene(
        "verified",
        verified,
        *(*PLAN, *ACTION),
        idle="duty_add duty_done duty_second action_back action_withdraw action_verifier verifier_pick",
        answered={"duty_done": DOER, "duty_second": VERIFIER},
        office=VERIFIER,
        doer=DOER | VERIFIER,
        first=DOER,
    ),
    _scene("done by one of quality", done_by_quality, "effect:1:0:yes", first=these("E12")),
    Scene(
        name="recurrence",
        made=asked_of_many,
        presses=("recurrence:{duty}:0", "recurred:{duty}:1", "recurred_not:{duty}:1"),
        shown=_question_shown,
        stage=Stage.CLOSED,
        ties={Tie.OWNER: these("E11"), Tie.REPORTER: these("E10")},
        bars={Bar.NAMED: NAMED, Bar.REPORTED: these("E10")},
    ),
)
