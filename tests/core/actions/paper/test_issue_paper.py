"""Documents are issued to whoever may have them, and the log says by hash what was given."""

from dataclasses import replace

import pytest

from bot.render.renderer import Renderer
from core.actions.figures.approve_figures import approve_figures
from core.actions.notice.issue_notice_paper import issue_notice_paper
from core.actions.notice.notices_open_to import notices_open_to
from core.actions.paper.issue_case_paper import issue_case_paper
from core.errors import NoSuchThing, NotThisPerson
from core.model.duty import Duty
from core.model.evidence import Holder, Storing
from core.model.paper import PaperKind
from core.papers.case import OF_CASES, WITH_AMOUNTS
from core.screens.papers import papers_listed
from tests.core.actions.appeals import said
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, investigated, the_case, unlinked, version, who
from tests.make import NOW


async def decided(uow: FakeUnitOfWork) -> FakeUnitOfWork:
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    return uow


async def kinds_given(uow: FakeUnitOfWork, employee_no: str) -> set[PaperKind]:
    actor, given = await who(uow, employee_no), set()
    for kind in OF_CASES:
        try:
            await issue_case_paper(1, kind.value, actor=actor, uow=uow)
        except (NotThisPerson, NoSuchThing):
            continue
        given.add(kind)
    return given


async def test_the_log_holds_the_hash_of_what_was_given() -> None:
    uow = await decided(await confirmed())

    piece = await issue_notice_paper(1, actor=await who(uow, "E17"), uow=uow)

    row = uow.log.rows[-1]
    assert (row.act, row.facts["sha256"], row.facts["notice"]) == ("paper_issued", piece.sha256, 1)
    assert piece.storing is Storing.STORED
    assert piece.name == "TZ-2025-0001-notice.pdf"


@pytest.mark.parametrize("employee_no", ["E17", "E11", "E06", "E07", "E08"])
async def test_the_notice_is_given_to_its_reader_the_investigator_and_its_keepers(employee_no: str) -> None:
    uow = await decided(await confirmed())

    assert await issue_notice_paper(1, actor=await who(uow, employee_no), uow=uow)


@pytest.mark.parametrize("employee_no", ["E01", "E10", "E03"])
async def test_nobody_else_gets_the_notice(employee_no: str) -> None:
    uow = await decided(await confirmed())

    with pytest.raises(NotThisPerson):
        await issue_notice_paper(1, actor=await who(uow, employee_no), uow=uow)


async def test_who_hands_a_notice_over_can_print_it() -> None:
    uow = await confirmed()
    await unlinked(uow, "E17")
    uow = await decided(uow)
    duty = (await uow.duties.where(kind="hand_over_notice"))[0]
    superior = await uow.persons.get(duty.owner_id or 0)

    assert await issue_notice_paper(int(str(duty.data["notice_id"])), actor=superior, uow=uow)


async def test_forms_with_amounts_are_for_those_who_see_all_amounts() -> None:
    uow = await decided(await confirmed())

    assert await kinds_given(uow, "E11") == set(OF_CASES)
    assert await kinds_given(uow, "E08") == set(OF_CASES)
    assert await kinds_given(uow, "E10") == {PaperKind.COMPLAINT_RECORD}
    assert await kinds_given(uow, "E17") == set()
    assert await kinds_given(uow, "E09") == set(OF_CASES) - WITH_AMOUNTS


async def test_forms_can_be_printed_before_there_are_figures() -> None:
    uow = await investigated()
    await uow.evidence.add(replace(said("漏水"), holder=Holder.CASE, holder_id=1))
    await uow.duties.add(
        Duty(
            case_id=1,
            kind="rulebook_duty",
            owner_id=None,
            opened_at=NOW,
            clause="7.2",
            data={"label": {"zh-Hans": "客户回访", "en": "Follow up"}},
        )
    )

    assert await kinds_given(uow, "E11") == set(OF_CASES)
    assert len({piece.sha256 for piece in uow.evidence.things.values() if piece.sha256}) == len(OF_CASES)


async def test_a_form_that_there_is_not_is_refused() -> None:
    uow = await investigated()

    with pytest.raises(NoSuchThing):
        await issue_case_paper(1, "statement", actor=await who(uow, "E11"), uow=uow)


async def test_the_notices_to_choose_from_are_ones_own_or_all_by_role() -> None:
    uow = await decided(await confirmed())
    case = await the_case(uow)

    own = await notices_open_to(await who(uow, "E17"), case, uow=uow)
    everybodys = await notices_open_to(await who(uow, "E06"), case, uow=uow)

    assert [notice.person_id for notice in own] == [(await who(uow, "E17")).id]
    assert len(everybodys) == 3


async def test_the_list_says_by_date_what_has_happened_to_each_notice() -> None:
    uow = await decided(await confirmed())
    (notice,) = await notices_open_to(await who(uow, "E17"), await the_case(uow), uow=uow)
    dated = replace(notice, delivered_at=NOW, refused_at=NOW, refused_before="何静在场")

    listed = papers_listed(await the_case(uow), OF_CASES, (dated,))

    words = Renderer(uow.company).rendered("zh-Hans", listed).html
    assert "送达 3月3日 08:12；拒收 3月3日 08:12（何静在场）" in words
