"""The time to appeal is the rulebook's own where it has one, and the company's where it has none."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.render.renderer import Renderer
from core.actions.appeal.make_appeal import make_appeal
from core.actions.appeal.open_appeal import open_appeal
from core.actions.case.open_dossier import open_dossier
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.read_figures import read_figures
from core.actions.notice.hand_over_paper import hand_over_paper
from core.actions.notice.note_delivery import note_delivery
from core.actions.notice.view_notice import view_notice
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.message import Message
from core.model.notice import AppealState, Notice
from core.papers.notice import notice_paper
from tests.core.actions.appeals import notices_of
from tests.core.actions.limited_appeals import limited
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, version, who


async def on_paper_of(notice: Notice, uow: FakeUnitOfWork) -> Message:
    """The notice as a document, before it is set."""
    dossier = await open_dossier(1, uow=uow)
    figures, book = await read_figures(1, notice.version, uow=uow), rulebook_of(dossier.case, uow=uow)
    assert figures is not None
    return Message(template="papers/notice", data=notice_paper(notice, dossier, figures, book).data)


async def test_the_rulebooks_own_limit_holds_from_when_the_notice_was_given() -> None:
    uow = await limited()

    (notice,) = await notices_of(uow)

    assert notice.appeal_until == uow.now + timedelta(hours=48)
    assert notice.content["appeal_clause"] == "10.2"


async def test_on_paper_it_holds_from_when_that_was_handed_over() -> None:
    uow = await limited(on_paper=True)
    assert (await notices_of(uow))[0].appeal_until is None
    (duty,) = await uow.duties.where(kind="hand_over_notice")
    uow.now += timedelta(days=3)

    await hand_over_paper(duty.id, actor=await uow.persons.get(duty.owner_id or 0), uow=uow)

    assert (await notices_of(uow))[0].appeal_until == uow.now + timedelta(hours=48)


@pytest.mark.parametrize(
    ("language", "limit", "of_the_company"),
    [
        ("zh-Hans", "自“收到通知单”起 48 小时", "天内，您可以申诉"),
        ("en", "48 h from “Notice received”", "days of receiving this"),
    ],
)
async def test_a_notice_on_paper_says_the_rulebooks_own_limit_before_it_is_handed_over(
    language: str, limit: str, of_the_company: str
) -> None:
    uow = await limited(on_paper=True)
    (notice,) = await notices_of(uow)

    for message in (await on_paper_of(notice, uow), await view_notice(notice, uow=uow)):
        said = Renderer(uow.company).rendered(language, message).html
        assert limit in said
        assert of_the_company not in said


@pytest.mark.parametrize(
    ("language", "until", "with_its_year"),
    [("zh-Hans", "3月5日 08:12", "2025年3月5日 08:12"), ("en", "5 Mar 08:12", "5 Mar 2025 08:12")],
)
async def test_a_limit_in_hours_is_said_to_the_minute(language: str, until: str, with_its_year: str) -> None:
    uow = await limited()
    (notice,) = await notices_of(uow)

    assert until in Renderer(uow.company).rendered(language, await view_notice(notice, uow=uow)).html
    assert with_its_year in Renderer(uow.company).rendered(language, await on_paper_of(notice, uow)).html


async def test_where_it_was_delivered_late_the_rulebooks_own_limit_starts_then() -> None:
    uow = await limited()
    (notice,) = await notices_of(uow)
    await uow.notices.put(replace(notice, appeal_until=None, delivered_at=None))
    uow.now += timedelta(days=3)

    await note_delivery(notice.id, uow=uow)

    assert (await notices_of(uow))[0].appeal_until == uow.now + timedelta(hours=48)


async def test_the_office_that_the_rulebook_names_hears_it_and_the_clause_is_kept() -> None:
    uow = await limited()
    (notice,) = await notices_of(uow)
    uow.now += timedelta(hours=49)

    appeal = await make_appeal(notice.id, reason="不服", actor=await who(uow, "E17"), uow=uow)

    assert (appeal.state, appeal.clause) == (AppealState.LATE, "10.2")
    file = await open_appeal(appeal.id, uow=uow)
    assert [person.employee_no for person in file.hearers()] == ["E07"]


async def test_without_a_limit_in_the_rulebook_the_companys_days_count() -> None:
    uow = await confirmed(appeal_days=10)
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)

    (notice,) = await notices_of(uow)

    assert notice.appeal_until == datetime(2025, 3, 13, 16, 0, tzinfo=UTC)
    assert notice.content["appeal_clause"] == ""
