"""What only some rulebooks ask while a case is investigated, and an objection that waits for an answer.

As in `cases`: 王小明 (E10) reported it, 陈洁 (E11) investigates.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from core.actions.figures.object_to_figures import object_to_figures
from core.model.case import Stage
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.core.rulebook.intake_sheet import AskingRulebooks
from tests.fakes import FakeUnitOfWork
from tests.handlers.test_answering import AskingOfPersons
from tests.handlers.test_choosing_a_rulebook import BOTH
from tests.liability import investigated, named, put, the_case, version, who
from tests.make import staffed
from tests.make_intake import registered
from tests.rights.scene import NOBODY, Numbers, Scene
from tests.rights.scenes.cases import NAMED, REPORTER, bars_at, ties_at, version_shown

OPEN = Stage.INVESTIGATING


async def under(rulebook: str) -> FakeUnitOfWork:
    """Nobody is named yet."""
    uow = await investigated()
    await uow.cases.put(replace(await the_case(uow), rulebook=rulebook))
    return uow


async def at_fault() -> FakeUnitOfWork:
    """A department is at fault."""
    uow = await under("incident-compensation")
    await uow.cases.put(replace(await the_case(uow), departments=({"id": "仓储部", "fault": "main"},)))
    return uow


async def asking_of_persons() -> FakeUnitOfWork:
    """The rulebook asks something of each person."""
    uow = await named()
    uow.rulebooks = AskingOfPersons()  # type: ignore[assignment]  # the same face
    return uow


async def choosing() -> FakeUnitOfWork:
    """A department has a rulebook of its own."""
    return await investigated(in_force=BOTH)


async def objected() -> FakeUnitOfWork:
    """吴琳 (E04) has objected to the figures."""
    uow = await put()
    await object_to_figures(
        1, await version(uow), 0, reason="周敏不在场", actor=await who(uow, "E04"), uow=uow
    )
    return uow


async def lacking() -> FakeUnitOfWork:
    """The rulebook asks for more than was told."""
    uow = await staffed()
    await registered(uow)
    uow.rulebooks = AskingRulebooks()
    return uow


def _scene(
    name: str, made: Callable[[], Awaitable[FakeUnitOfWork]], *presses: str, named: Numbers = NOBODY
) -> Scene:
    return Scene(
        name=name,
        made=made,
        presses=presses,
        shown=version_shown,
        stage=OPEN,
        ties={**ties_at(OPEN), Tie.NAMED: named},
        bars={**bars_at(OPEN), Bar.NAMED: named},
    )


SCENES = (
    _scene(
        "departments at fault",
        at_fault,
        *("departments:1:0", "department:1:0:1", "fault:1:0:1=main", "fault_share:1:0:1"),
    ),
    _scene(
        "several answers",
        partial(under, "production-complaints"),
        *("question:1:0:breaches", "several:1:0:breaches=1", "several_done:1:0:breaches=1"),
    ),
    _scene(
        "several answers of a person",
        asking_of_persons,
        *("detail:1:0:3:breaches", "detail_several:1:0:3:breaches=2", "detail_several_done:1:0:3:breaches=2"),
        named=NAMED,
    ),
    _scene("rulebook to choose", choosing, "rulebooks:1:0", "rulebook:1:0:incident-compensation"),
    Scene(
        name="objection",
        made=objected,
        presses=("keep:1:{version}:1",),
        shown=version_shown,
        stage=Stage.CONFIRMING,
        ties=ties_at(Stage.CONFIRMING),
        bars=bars_at(Stage.CONFIRMING),
    ),
    Scene(
        name="case lacking something",
        made=lacking,
        presses=("case_fields:1:0", "case_fill:1:0:part_no", "case_pick:1:0:kind:agent"),
        stage=Stage.REGISTERED,
        ties={Tie.REPORTER: REPORTER},
        bars={Bar.REPORTED: REPORTER},
    ),
)
