"""A scene about one duty of a case of 王小明 (E10) that 陈洁 (E11) leads."""

from collections.abc import Awaitable, Callable, Mapping

from core.model.case import Stage
from core.model.duty import Duty
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.fakes import FakeUnitOfWork
from tests.rights.scene import NOBODY, Numbers, Scene, these


def state_of(duty: Duty) -> Mapping[str, object]:
    """What its buttons carry."""
    return {"duty": duty.id, "version": duty.version}


def duty_scene(
    name: str,
    made: Callable[[], Awaitable[FakeUnitOfWork]],
    shown: Callable[[FakeUnitOfWork], Awaitable[Mapping[str, object]]],
    *presses: str,
    office: Numbers = NOBODY,
    assignee: Numbers = NOBODY,
    doers: Numbers = NOBODY,
    first: Numbers = NOBODY,
    stage: Stage = Stage.INVESTIGATING,
    idle: str = "",
    answered: Mapping[str, Numbers] | None = None,
) -> Scene:
    """Whose it is by its office or by name, who has done it, and who was the first."""
    return Scene(
        name=name,
        made=made,
        presses=presses,
        shown=shown,
        stage=stage,
        ties={
            Tie.OFFICE: office,
            Tie.ASSIGNEE: assignee,
            Tie.DOER: doers,
            Tie.OWNER: these("E11"),
            Tie.REPORTER: these("E10"),
        },
        bars={Bar.DID_FIRST: first, Bar.REPORTED: these("E10"), Bar.LEADS: these("E11")},
        idle=these(idle),
        answered=answered or {},
    )
