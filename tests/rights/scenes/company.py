"""What belongs to no case: everybody's own, people's data and absences, what could not be sent, reports.

孙丽 (E07) is HR and administrator.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.actions.case.keep_search import keep_search
from core.actions.company.open_undelivered import Unsent, open_undelivered
from core.actions.person.name_deputy import name_deputy
from core.actions.person.propose_forgetting import propose_forgetting
from core.actions.tip.propose_tip_reward import propose_tip_reward
from core.model.tip import Tip
from core.rights.bar import Bar
from core.rights.tie import Tie
from handlers.deputies import Step
from handlers.staff import Step as Staff
from tests.core.actions.appeals import noticed, notices_of
from tests.core.actions.person.test_persons_data import gone
from tests.fakes import FakeUnitOfWork
from tests.handlers.test_reporting import with_cases
from tests.make import NOW, PEOPLE, by_no, case, staffed
from tests.rights.scene import Question, Scene, these

WORKER = these("E17")
# the stranger has not looked for anything yet
SEARCHERS = frozenset(PEOPLE)
EVERYBODYS = (
    *("/start", "/help", "/lang", "/cancel", "/cases", "/due", "/find 水泵", "/my", "/new", "/rulebook"),
    *(
        "oriented:0:0",
        "lang:0:0:en",
        "due:0:0:1",
        "unasked:0:0",
        "cases:0:0:mine.0",
        "find:1:0:0.o.0",
        "start_new:0:0",
    ),
    *(
        "my_page:0:0:1",
        "my_statement:0:0",
        "deputies:0:0",
        "rules:0:0",
        "rules_of:0:0",
        "rules_chapter:0:0:1.0",
    ),
    *("rules_pdf:0:0", "editions:0:0"),
)
REPORT = (
    *("/report", "report:0:0:m20250301.0", "report_cases:0:0:m20250301.0.closed.0"),
    *("report_file:0:0:m20250301.0.sheet", "report_follow:0:0:m20250301.0"),
    *("chapter:0:0:m20250301.0.number.0", "figure:0:0:m20250301.0.closed.0"),
)
FIGURES = ("report_enter:0:0:m20250301.0.orders",)


async def beginning() -> FakeUnitOfWork:
    """Everybody has looked for something once."""
    uow = await staffed()
    await uow.cases.add(case())
    for person in await uow.persons.where():
        await keep_search("水泵", actor=person, uow=uow)
    return uow


async def naming() -> FakeUnitOfWork:
    """周敏 (E01) stands in for 张伟 in April."""
    uow = await staffed()
    absent, deputy = await by_no(uow, "E17"), await by_no(uow, "E01")
    await name_deputy(absent, deputy, date(2025, 4, 1), date(2025, 4, 3), actor=absent, uow=uow)
    return uow


async def leaving() -> FakeUnitOfWork:
    """张伟 left long ago, and it was asked whether their data are erased."""
    uow = await gone()
    await propose_forgetting(await by_no(uow, "E17"), actor=await by_no(uow, "E04"), uow=uow)
    return uow


async def unsent() -> FakeUnitOfWork:
    """The notice of 张伟 could not be sent."""
    uow = await noticed()
    (notice,) = await notices_of(uow)
    fault = Unsent(outbox_id=44, name="张伟", fault="Bad Request", case_id=1, notice_id=notice.id)
    await open_undelivered(fault, uow=uow)
    return uow


async def tipped() -> FakeUnitOfWork:
    """钱进 (E08), who reads tips, has proposed a reward; 赵刚 (E05) decides it."""
    uow = await staffed()
    await uow.cases.add(case())
    await uow.tips.add(Tip(number="T-7F3K", opened_at=NOW))
    await propose_tip_reward("T-7F3K", "250303", actor=await by_no(uow, "E08"), uow=uow)
    return uow


async def uninvited() -> FakeUnitOfWork:
    """张伟 (E17) has no account."""
    uow = await staffed()
    await uow.persons.put(replace(await by_no(uow, "E17"), chat_id=None))
    return uow


async def _shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {duty.kind: duty.id for duty in await uow.duties.where()}


async def _hr(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {"hr": (await by_no(uow, "E07")).id}


SCENES = (
    Scene(name="beginning", made=beginning, presses=EVERYBODYS, only={"find": SEARCHERS}),
    Scene(
        name="deputy",
        made=naming,
        asked=Question(Step.DEPUTY, {"absent": 3}),
        presses=("deputy_absent:3:0", "deputy_pick:5:0", "deputy_end:1:0"),
        ties={Tie.SELF: WORKER},
    ),
    # whoever names for others is asked for whom, and only then whether that person is of their site
    Scene(
        name="deputy of whomever", made=staffed, presses=("deputy_new:3:0",), site="", ties={Tie.SELF: WORKER}
    ),
    Scene(name="who left", made=leaving, presses=("forget_yes:3:0", "forget_no:3:0")),
    Scene(
        name="unsent notice",
        made=unsent,
        presses=(
            "unsent:{undelivered}:0",
            "unsent_again:{undelivered}:0",
            "unsent_drop:{undelivered}:0",
            "unsent_paper:{undelivered}:0",
        ),
        shown=_shown,
        site="",
    ),
    Scene(
        name="tip to be rewarded",
        made=tipped,
        presses=("tip_reward:1:0:50000", "tip_reward_typed:1:0", "tip_reward_no:1:0"),
        ties={Tie.ASKED: these("E05")},
    ),
    Scene(name="staff", made=staffed, presses=("/staff", "staff:0:0", "staff_group:0:0:all.0"), site=""),
    Scene(
        name="one of the staff",
        made=uninvited,
        asked=Question(Staff.WHOM, {}),
        presses=("staff_one:3:0", "staff_invite:3:0"),
    ),
    Scene(name="an account", made=staffed, presses=("staff_cut:3:0", "staff_cut_yes:3:0")),
    Scene(
        name="one's own account",
        made=staffed,
        presses=("staff_cut:{hr}:0", "staff_cut_yes:{hr}:0"),
        shown=_hr,
        bars={Bar.ONESELF: these("E07")},
    ),
    Scene(name="report", made=with_cases, presses=REPORT, site=""),
    # each for the sites of which they see reports; who sees none reaches no figure
    Scene(
        name="figures of a month",
        made=with_cases,
        presses=FIGURES,
        site="",
        only={"report_enter": these("E06 E11 E41")},
        has_deputies=False,
    ),
    Scene(name="calendar and groups", made=staffed, presses=("/calendar", "/link"), site=""),
    Scene(name="group of the site", made=staffed, presses=("link:0:0:suzhou",)),
)
