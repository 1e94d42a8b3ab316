"""What comes before triage, and beside it: drafts, questions to who leads a case, other cases like it.

王小明 (E10) reports; 陈洁 (E11) and 郭平 (E12) are of quality.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from core.actions.case.accept_case import accept_case
from core.actions.case.ask_owner import ask_owner
from core.actions.kin.link_cases import link_cases
from core.actions.kin.watch_product import watch_product
from core.model.case import Stage
from core.model.case_link import LinkKind
from core.model.intake_step import IntakeStep
from core.model.roles import Grant, Role
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import forwarded, talk
from tests.liability import named
from tests.make import NOW, by_no, case, person, staffed
from tests.make_intake import accepted, draft_of, registered, second_quality
from tests.rights.scene import Numbers, Question, Scene, these

DRAFT = (
    *("resume:1:0", "edit:1:{draft}", "fill:1:{draft}:order_no", "pick:1:{draft}:demand:replace"),
    *("drop:1:{draft}", "walk_on:1:{draft}:customer", "walk_to:1:{draft}:customer"),
    *("add_to:1:{draft}", "split:1:{draft}"),
)
LOOSE = (
    *("keep_new:{loose}:{version}", "keep_not:{loose}:{version}", "keep_ask:{loose}:{version}"),
    *("keep_case:{loose}:{version}:1", "keep_draft:{loose}:{version}:{open}"),
)
REFUSING = Question(IntakeStep.REFUSING_NEXT, {"case": 1, "outcome": "not_quality", "reason": "属于运输问题"})
REPORTER, OWNER = these("E10"), these("E11")
LED: Mapping[Tie, Numbers] = {Tie.REPORTER: REPORTER, Tie.OWNER: OWNER}
REPORTED: Mapping[Bar, Numbers] = {Bar.REPORTED: REPORTER, Bar.LEADS: OWNER, Bar.NAMED: frozenset()}


async def drafted() -> FakeUnitOfWork:
    """Two customers have written, and 王小明 has forwarded both at once: one draft."""
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends("客户：宏达机电，水泵漏水很厉害，订单 SO-20871，不良8台", **forwarded())
    await sales.sends("客户：恒通泵业，阀门打不开", **forwarded("李工"))
    await sales.settles()
    return uow


async def complete() -> FakeUnitOfWork:
    """Everything that is required stands in it."""
    uow = await staffed()
    await draft_of(uow, await by_no(uow, "E10"))
    return uow


async def loose() -> FakeUnitOfWork:
    """王小明 has a case, an open draft, and has written a few words beside them."""
    uow = await staffed()
    await accepted(uow)
    sales = await talk(uow, "E10")
    await sales.sends("订单 SO-20871", **forwarded())
    await sales.settles()
    await sales.sends("轴封又漏了", **forwarded())
    await sales.settles()
    return uow


async def spoken() -> FakeUnitOfWork:
    """张伟 (E17), who is named, has written a few words."""
    uow = await named()
    worker = await talk(uow, "E17")
    await worker.sends("是我装反的，已经改了")
    await worker.settles()
    return uow


async def waiting() -> FakeUnitOfWork:
    """Registered a moment ago."""
    uow = await staffed()
    await registered(uow)
    return uow


async def asked_about() -> FakeUnitOfWork:
    """Somebody has asked 陈洁 about her case."""
    uow = await staffed()
    taken = await accepted(uow)
    await ask_owner(taken, "什么时候有结果？", actor=await by_no(uow, "E10"), uow=uow)
    return uow


async def led() -> FakeUnitOfWork:
    """Accepted, and others of quality could take it over."""
    uow = await staffed()
    await uow.persons.add(person("E13", department="品管部", grants=(Grant(Role.QUALITY, "suzhou"),)))
    await second_quality(uow)
    quality = await by_no(uow, "E11")
    await accept_case(await registered(uow), quality, actor=quality, uow=uow)
    return uow


async def alike(*, is_linked: bool = False) -> FakeUnitOfWork:
    """A pump complained of three times."""
    uow = await staffed()
    for number in range(3):
        await uow.cases.add(case(number=f"25030{number}", registered_at=NOW + timedelta(days=number)))
    for one in await uow.cases.where():
        await uow.cases.put(replace(one, owner_id=2, stage=Stage.INVESTIGATING))
    await watch_product(await uow.cases.get(3), uow=uow)
    if is_linked:
        later, earlier, quality = await uow.cases.get(2), await uow.cases.get(1), await by_no(uow, "E11")
        await link_cases(later, earlier, LinkKind.RELATED, actor=quality, uow=uow)
    return uow


async def _draft_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {"draft": (await uow.drafts.get(1)).version}


async def _loose_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    (latest,) = await uow.drafts.latest(1)
    return {"loose": latest.id, "version": latest.version, "open": latest.id - 1}


SCENES = (
    Scene(name="draft", made=drafted, presses=DRAFT, shown=_draft_shown, ties={Tie.DRAFTER: REPORTER}),
    Scene(
        name="complete draft",
        made=complete,
        presses=("submit:1:{draft}",),
        shown=_draft_shown,
        ties={Tie.DRAFTER: REPORTER},
    ),
    Scene(name="loose words", made=loose, presses=LOOSE, shown=_loose_shown, ties={Tie.DRAFTER: REPORTER}),
    Scene(
        name="loose words of who is named",
        made=spoken,
        presses=("keep_said:{loose}:{version}:1",),
        shown=_loose_shown,
        ties={Tie.DRAFTER: these("E17")},
    ),
    Scene(
        name="case being refused",
        made=waiting,
        asked=REFUSING,
        presses=("next_step:1:1:other_department", "why_due:1:1", "start_new:0:0"),
        stage=Stage.REGISTERED,
        ties={Tie.REPORTER: REPORTER},
        bars=REPORTED,
    ),
    Scene(
        name="case asked about",
        made=asked_about,
        presses=("answer:1:0",),
        stage=Stage.INVESTIGATING,
        ties={**LED, Tie.ASKED: OWNER},
        bars=REPORTED,
    ),
    Scene(
        name="case that another could lead",
        made=led,
        presses=("hand_over:1:1", "hand_to:1:1:13"),
        stage=Stage.INVESTIGATING,
        ties=LED,
        bars=REPORTED,
    ),
    Scene(
        name="cases alike",
        made=alike,
        presses=("pair:2:1:1", "link_as:2:1:related.1"),
        stage=Stage.INVESTIGATING,
        ties=LED,
        bars=REPORTED,
    ),
    Scene(name="frequent product", made=alike, presses=("frequent:1:0", "frequent_done:1:0")),
    Scene(
        name="cases linked",
        made=partial(alike, is_linked=True),
        presses=("pair:2:1:1", "unlink:1:1:2"),
        stage=Stage.INVESTIGATING,
        ties=LED,
        bars=REPORTED,
    ),
)
