"""A decided case: notices in chat and on paper, appeals, what follows from a correction.

As in `cases`: 陈洁 (E11) led it, 吴琳 (E04) confirmed and 赵刚 (E05) approved it; the notice is of 张伟 (E17), his appeal is
for 钱进 (E08).
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from core.actions.appeal.admit_appeal import admit_appeal
from core.actions.appeal.take_appeal import take_appeal
from core.actions.notice.agree_to_notice import agree_to_notice
from core.model.case import Stage
from core.model.notice import AppealOutcome
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.core.actions.appeals import appealed, heard, judged, noticed, notices_of
from tests.core.actions.money.test_pay_back_leaver import lifted
from tests.fakes import FakeUnitOfWork
from tests.handlers.test_appealing import a_review_for
from tests.handlers.test_receipts import on_paper
from tests.liability import who
from tests.rights.scene import NOBODY, Numbers, Scene, these
from tests.rights.scenes.cases import bars_at, ties_at

DECIDED = Stage.DECIDED
SIDES, HEARER, BEARER = these("E17 E11"), these("E08"), these("E04")
# 孙强 (E20) was named in the place of 张伟
WITHOUT_ZHANG = {**bars_at(DECIDED), Bar.NAMED: these("E20 E03 E01")}
NOTICE = ("my_notice:{notice}:0", "notice_pdf:{notice}:0", "ack:{notice}:0", "appeal:{notice}:0")
APPEAL = (
    *("appeals:1:0", "appeal_files:1:0", "appeal_said:1:0", "appeal_put:1:0"),
    *("hear:1:0", "admit:1:0:yes", "judge:1:0:lifted"),
)


async def opened(*, is_agreed: bool = False) -> FakeUnitOfWork:
    """张伟 has opened the figures of his notice, and maybe agreed."""
    uow = await noticed()
    (notice,) = await notices_of(uow)
    await uow.notices.put(replace(notice, figures_opened_at=uow.now))
    if is_agreed:
        await agree_to_notice(notice.id, actor=await who(uow, "E17"), uow=uow)
    return uow


async def taken() -> FakeUnitOfWork:
    """钱进 hears it; 陈洁 has not answered."""
    uow = await appealed()
    await take_appeal(1, actor=await who(uow, "E08"), uow=uow)
    return uow


async def admitted() -> FakeUnitOfWork:
    """It came late, and 钱进 has admitted it."""
    uow = await appealed(late=True)
    auditor = await who(uow, "E08")
    await admit_appeal(1, is_admitted=True, reason="当时在医院", actor=auditor, uow=uow)
    return uow


async def printed(*, is_handed_over: bool = False) -> FakeUnitOfWork:
    """张伟 has no Telegram: the notice is with 吴琳 (E04), for 李强 is named himself."""
    uow, superior = await on_paper()
    if is_handed_over:
        await superior.presses("handed_over")
    return uow


async def to_review() -> FakeUnitOfWork:
    """An earlier case that this one counted has changed."""
    uow = await noticed()
    await a_review_for(await who(uow, "E11"), uow)
    return uow


async def _shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    """The notice of 张伟, and the latest duty of each kind."""
    duties = {duty.kind: duty.id for duty in await uow.duties.where()}
    return {"notice": (await notices_of(uow))[0].id, **duties}


def _scene(
    name: str,
    made: Callable[[], Awaitable[FakeUnitOfWork]],
    *presses: str,
    ties: Mapping[Tie, Numbers] | None = None,
    idle: str = "",
    **more: Any,
) -> Scene:
    return Scene(
        name=name,
        made=made,
        presses=presses,
        shown=_shown,
        stage=DECIDED,
        ties={**ties_at(DECIDED), Tie.ADDRESSEE: these("E17"), **(ties or {})},
        idle=these(idle),
        **{"bars": bars_at(DECIDED), **more},
    )


def _appeal(
    name: str, made: Callable[[], Awaitable[FakeUnitOfWork]], hearer: Numbers, reader: str, idle: str = ""
) -> Scene:
    ties = {Tie.SIDE: SIDES, Tie.FREE_HEARER: HEARER, Tie.HEARER: hearer, Tie.ADMITTED: HEARER}
    # who has taken it may press so again
    again = {"hear": hearer if "judge" not in idle or "appeal_put" not in idle else NOBODY}
    return _scene(name, made, *APPEAL, ties=ties, idle=idle, only={"appeals": these(reader)}, answered=again)


SCENES = (
    _scene("notice", opened, *NOTICE, "agree:{notice}:0", "appeal_letter:{notice}:0"),
    _scene("notice agreed to", partial(opened, is_agreed=True), "unagree:{notice}:0"),
    _scene(
        "notice on paper",
        printed,
        *("paper:{hand_over_notice}:0", "handed:{hand_over_notice}:0", "not_taken:{hand_over_notice}:0"),
        *("receipt:{hand_over_notice}:0", "notice_pdf:{notice}:0"),
        ties={Tie.ASSIGNEE: BEARER, Tie.BEARER: BEARER},
        idle="receipt",
    ),
    _scene(
        "notice handed over",
        partial(printed, is_handed_over=True),
        *("handed:{hand_over_notice}:0", "not_taken:{hand_over_notice}:0", "receipt:{hand_over_notice}:0"),
        ties={Tie.ASSIGNEE: BEARER, Tie.BEARER: BEARER},
        idle="handed",
    ),
    _appeal("appeal", appealed, NOBODY, "E08", "admit judge appeal_put"),
    _appeal("late appeal", partial(appealed, late=True), NOBODY, "E08", "hear judge appeal_put"),
    _appeal("appeal admitted", admitted, NOBODY, "E08", "admit judge appeal_put"),
    _appeal("appeal taken", taken, HEARER, "E08 E11", "hear admit judge"),
    _appeal("appeal heard", heard, HEARER, "E08", "hear admit"),
    _appeal(
        "appeal decided", partial(judged, AppealOutcome.UPHELD), HEARER, "", "hear admit judge appeal_put"
    ),
    _scene(
        "repetition to review", to_review, "review:{review_repetition}:0", "leave_as_is:{review_repetition}:0"
    ),
    _scene(
        "leaver to pay back",
        lifted,
        *("pay_back:{pay_back_leaver}:0", "paid_back:{pay_back_leaver}:0"),
        site="",
        bars=WITHOUT_ZHANG,
    ),
)
