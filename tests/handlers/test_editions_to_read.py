"""An edition that was made known waits in /due, and in the morning's list, until it was read or another took its place."""

from dataclasses import replace
from datetime import date, timedelta

from core.actions.deadline.give_digest import give_digest
from core.model.proposed_edition import EditionReceipt, EditionState, ProposedEdition
from core.model.timer import Timer
from handlers import due, editions
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.handlers.test_editions import WORKER, approved, rings, staffed
from tests.make import NOW, by_no


async def published() -> tuple[FakeUnitOfWork, ProposedEdition]:
    uow = await staffed()
    edition = await approved(uow)
    await rings(uow)
    return uow, edition


async def worker(uow: FakeUnitOfWork) -> Talk:
    talk = await talk_with(uow, WORKER, due, editions)
    await talk.sends("/due")
    return talk


async def morning(uow: FakeUnitOfWork) -> list[object]:
    """The lists that 张伟 was given by now."""
    person = await by_no(uow, WORKER)
    await give_digest(Timer(key="digest_for:1", kind="digest_for", subject_id=person.id, due_at=uow.now), uow)
    return [one for one in uow.outbox.told_to(WORKER) if one.template == "digest_listed"]


async def test_what_nobody_confirmed_as_read_waits_with_its_button() -> None:
    uow, edition = await published()

    talk = await worker(uow)

    title = edition.title
    assert title is not None
    assert f"请阅读并确认：{title.zh_hans}" in talk.words()
    await talk.presses(f"1. {title.zh_hans}")
    await talk.presses("edition_read")
    await talk.sends("/due")
    assert "现在没有等您办的事" in talk.words()


async def test_it_is_counted_in_the_mornings_list_until_it_is_read() -> None:
    uow, edition = await published()

    assert len(await morning(uow)) == 1
    (receipt,) = await uow.edition_receipts.where(
        edition_id=edition.id, person_id=(await by_no(uow, WORKER)).id
    )
    await uow.edition_receipts.put(replace(receipt, read_at=uow.now))

    assert len(await morning(uow)) == 1


async def test_nobody_need_read_what_a_later_edition_has_taken_the_place_of() -> None:
    uow, edition = await published()
    later = replace(edition, id=0, sha256="f" * 64, in_force_from=(NOW + timedelta(days=30)).date())
    later = await uow.proposed_editions.add(later)
    person = await by_no(uow, WORKER)
    await uow.edition_receipts.add(EditionReceipt(edition_id=later.id, person_id=person.id))

    before = (await worker(uow)).words()
    uow.now = NOW + timedelta(days=400)
    await uow.proposed_editions.put(replace(later, in_force_from=date(2026, 1, 1)))
    await uow.proposed_editions.put(replace(edition, in_force_from=date(2025, 6, 1)))
    after = (await worker(uow)).words()

    assert (before.count("请阅读并确认"), after.count("请阅读并确认")) == (2, 1)


async def test_what_was_withdrawn_is_not_asked_for() -> None:
    uow, edition = await published()
    await uow.proposed_editions.put(replace(edition, state=EditionState.DROPPED))

    assert "请阅读并确认" not in (await worker(uow)).words()
