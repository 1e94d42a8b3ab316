"""The customer's side of a case: planned, signed for, agreed, carried out, asked after.

王小明 (E10) reported it, 陈洁 (E11) leads it and proposes; 吴琳 (E04), 何静 (E06) and 赵刚 (E05) sign. 郭平 (E12) is of quality,
too, but named in the case.
"""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from core.actions.remedy.ask_to_confirm import ask_to_confirm
from core.actions.remedy.carry_out import add_proof
from core.actions.remedy.take_down_round import take_down
from core.model.case import Stage
from core.model.roles import Role
from core.rights.bar import Bar
from core.rights.tie import Tie
from core.rules.remedy.remedy_chain import next_signing
from handlers.negotiating import Step
from tests import remedies
from tests.fakes import FakeUnitOfWork
from tests.make import by_no
from tests.rights.people import is_named, joins
from tests.rights.scene import NOBODY, Numbers, Question, Scene, these, verb_of

NAMED = these("E12")
# everybody has typed what was done at once
WHEN = Question(Step.INTERIM_TIME, {"case": 1, "kind": "interim", "what": "先送样机"})
# a second tap of who has signed is answered, and changes nothing
SIGNED = these("E04")
READING = (
    *(
        "remedy:1:0",
        "remedy_more:1:0",
        "remedy_files:1:0:{part}",
        "remedy_record:1:0",
    ),
    *(
        "undertaking:1:0:{part}",
        "customer_texts:1:0",
        "customer_text:1:0:acknowledgement",
    ),
    *("customer_lang:1:0:en", "interim:1:0:interim", "interim_now:1:0"),
    *("dispute:1:{version}:negotiation", "survey_said:1:0:satisfied", "remedy_talk:1:{version}"),
)
PLANNING = (
    *("remedy_add:1:{version}", "remedy_kind:1:{version}:repair", "remedy_day:1:{version}:{part}:2025-03-06"),
    *(
        "remedy_cost:1:{version}:{part}",
        "remedy_class:1:{version}:{part}:parts",
        "remedy_owner:1:{version}:{part}",
    ),
    *("remedy_hand:1:{version}:{part}:3", "remedy_put:1:{version}", "remedy_drop:1:{version}:{part}"),
)
GOING_ON = (
    *("remedy_sign:1:{version}:{step}", "remedy_back:1:{version}:{step}", "remedy_adjust:1:{version}"),
    *("survey_ask:1:{version}", "remedy_end:1:{version}:agreed", "remedy_do:1:{version}:{part}"),
    *("remedy_done:1:{version}:{part}", "remedy_spent:1:{version}:{part}"),
    *("remedy_ask:1:{version}:{part}", "remedy_again:1:{version}:{part}"),
)


async def at(bring: Callable[[FakeUnitOfWork], Awaitable[object]]) -> FakeUnitOfWork:
    """The plan, brought there; 郭平 is named."""
    uow = await remedies.with_customer()
    await bring(uow)
    await joins(uow, "E12", "郭平", Role.QUALITY)
    await is_named(uow, "E12")
    return uow


async def put(uow: FakeUnitOfWork) -> None:
    """Put to those who sign."""
    await remedies.planned(uow)
    await remedies.put(uow)


async def approved(uow: FakeUnitOfWork) -> None:
    """Everybody has signed."""
    await put(uow)
    await remedies.signed(uow, *remedies.SIGNERS)


async def being_told(uow: FakeUnitOfWork) -> None:
    """What the customer says to it is being taken down."""
    await approved(uow)
    version = (await remedies.the_plan(uow)).remedy.version
    await take_down(1, version, remedies.piece("同意"), actor=await by_no(uow, "E10"), uow=uow)


async def proven(uow: FakeUnitOfWork) -> None:
    """Agreed, and there is evidence that its part is done."""
    file = await remedies.agreed(uow)
    (one,) = file.undertakings
    proof, actor = remedies.piece("维修记录"), await by_no(uow, "E11")
    await add_proof(1, file.remedy.version, one.id, proof, actor=actor, uow=uow)


async def to_confirm(uow: FakeUnitOfWork) -> None:
    """The investigator is asked whether it is done."""
    await proven(uow)
    version = (await remedies.the_plan(uow)).remedy.version
    await ask_to_confirm(1, version, 1, actor=await by_no(uow, "E11"), uow=uow)


async def asked(uow: FakeUnitOfWork) -> None:
    """Carried out, and the customer was asked."""
    await remedies.done(uow)
    await remedies.asked(uow)


async def _shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    file = await remedies.the_plan(uow)
    step = next_signing(file)
    return {"version": file.remedy.version, "part": 1, "step": step.step if step else 1}


def _scene(
    name: str,
    bring: Callable[[FakeUnitOfWork], Awaitable[object]],
    in_time: str,
    signer: str = "",
    *,
    is_signed: bool = True,
    answered: Mapping[str, Numbers] | None = None,
) -> Scene:
    """Of the plan's steps only these are in time."""
    steps = frozenset(verb_of(one) for one in (*PLANNING, *GOING_ON))
    return Scene(
        name=f"remedy {name}",
        made=partial(at, bring),
        presses=(*READING, *PLANNING, *GOING_ON),
        asked=WHEN,
        shown=_shown,
        stage=Stage.INVESTIGATING,
        ties={
            Tie.REPORTER: these("E10"),
            Tie.OWNER: these("E11"),
            Tie.ASSIGNEE: these("E11"),
            Tie.STEP: these(signer),
        },
        bars={
            Bar.NAMED: NAMED,
            Bar.REPORTED: these("E10"),
            Bar.LEADS: these("E11"),
            Bar.MADE_IT: these("E11") if signer else NOBODY,
        },
        idle=steps - these(in_time),
        answered={**({"remedy_sign": SIGNED} if is_signed else {}), **(answered or {})},
    )


PLANNED = "remedy_add remedy_kind remedy_day remedy_cost remedy_class remedy_owner remedy_hand remedy_put remedy_drop"
SCENES = (
    _scene("planned", remedies.planned, PLANNED, is_signed=False),
    _scene("put", put, "remedy_sign remedy_back remedy_adjust", "E04", is_signed=False),
    _scene("approved", approved, "remedy_adjust"),
    _scene("taken down", being_told, "remedy_adjust remedy_end"),
    _scene("agreed", remedies.agreed, "remedy_adjust remedy_do remedy_spent"),
    _scene("proven", proven, "remedy_adjust remedy_do remedy_done remedy_spent remedy_ask"),
    _scene(
        "to confirm",
        to_confirm,
        "remedy_adjust remedy_do remedy_done remedy_spent remedy_again",
        answered={"remedy_ask": these("E06 E10 E11 E12")},
    ),
    _scene("carried out", remedies.done, "remedy_adjust survey_ask"),
    _scene("asked after", asked, "remedy_adjust"),
)
