"""What one person is asked: to sign for themself, and to decide what follows a missed deadline.

陈洁 (E11) and E12 are of quality and have the form; 郑芳 (E09) decides.
"""

from collections.abc import Mapping
from functools import partial

from core.actions.duty.decide_consequence import decide_consequence
from tests.demanding import the_duty
from tests.fakes import FakeUnitOfWork
from tests.handlers.test_consequences import late, the_proposal
from tests.handlers.test_signing import invited, signature_of, the_training, training
from tests.make import by_no
from tests.rights.scene import these
from tests.rights.scenes.of_a_duty import duty_scene, state_of
from tests.ringing import hours_pass

QUALITY, DECIDER = these("E11 E12"), these("E09")
MISSED = ("missed:{duty}:0", "missed_yes:{duty}:0", "missed_no:{duty}:0", "missed_back:{duty}:0")


async def asked() -> FakeUnitOfWork:
    """张伟 is asked to sign that he took part."""
    uow = await training()
    await invited(uow, "E17")
    return uow


async def missed(*, is_decided: bool = False) -> FakeUnitOfWork:
    """The goods were not analysed in time: 郑芳 (E09) decides whether anything follows."""
    uow = await late()
    await hours_pass(uow, 48)
    if is_decided:
        proposal, decider = await the_proposal(uow), await by_no(uow, "E09")
        await decide_consequence(proposal.id, "没有说明", is_proposed=False, actor=decider, uow=uow)
    return uow


async def _training_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return state_of(await the_training(uow))


async def _signature_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return state_of(await signature_of(uow, "E17"))


async def _proposal_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {**state_of(await the_proposal(uow)), "late": (await the_duty(uow, "analyse")).id}


SCENES = (
    duty_scene(
        "training",
        training,
        _training_shown,
        *("duty_people:{duty}:{version}:1:3", "duty_everybody:{duty}:{version}:1"),
        office=QUALITY,
    ),
    duty_scene(
        "signature", asked, _signature_shown, "signature:{duty}:0", "sign:{duty}:1", assignee=these("E17")
    ),
    duty_scene(
        "missed deadline",
        missed,
        _proposal_shown,
        *(*MISSED, "why_then:{late}:0"),
        idle="missed_back",
        assignee=DECIDER,
        office=QUALITY,
    ),
    duty_scene(
        "missed deadline decided",
        partial(missed, is_decided=True),
        _proposal_shown,
        *MISSED,
        assignee=DECIDER,
    ),
)
