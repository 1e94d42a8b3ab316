"""A new edition of a rulebook in chat: sent by an admin, approved by the general manager, read by everybody."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.company_rulebooks import CompanyRulebooks
from core.actions.rulebook.take_edition import (
    Effect,
    faults_in_place,
    lose_edition,
    refuse_edition,
    take_edition,
)
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.message import Button, Message
from core.model.proposed_edition import EditionState, ProposedEdition
from core.model.roles import Grant, Role
from core.screens.edition_known import MOST_NAMED
from handlers import editions, rules
from tests import make
from tests.bot.edition_text import edition_text
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import by_no, person

HELD = ("logistics-liability",)
# 张伟 and all others are at work
NOW = make.NOW + timedelta(hours=1)
MANAGER, ADMIN, WORKER, QUALITY = "E05", "E07", "E17", "E11"


async def staffed() -> FakeUnitOfWork:
    uow = await make.staffed()
    uow.now = NOW
    return uow


async def talk(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, rules, editions)


def document(name: str = "制度.toml", size: int = 40_000) -> dict[str, Any]:
    return {"document": {"file_id": "f", "file_unique_id": "u", "file_name": name, "file_size": size}}


async def sent(uow: FakeUnitOfWork) -> tuple[Talk, ProposedEdition]:
    admin = await talk(uow, ADMIN)
    await admin.sends("/rulebook")
    await admin.presses("editions")
    await admin.presses("edition_send")
    await admin.sends(**document())
    (proposal,) = await uow.proposed_editions.latest(1)
    return admin, proposal


async def checked(uow: FakeUnitOfWork, **changes: str) -> tuple[Talk, ProposedEdition]:
    """Sent, read, and found without a fault; the admin sees its card."""
    admin, proposal = await sent(uow)
    text = edition_text(**changes)
    effect = Effect(changes=2, cases=0, pieces=())
    taken = await take_edition(proposal, uow.rulebooks.compiled(text), text, effect, uow=uow)
    admin.reply.said.append(uow.outbox.told_to(ADMIN)[-1])
    return admin, taken


async def proposed(uow: FakeUnitOfWork, **changes: str) -> tuple[Talk, ProposedEdition]:
    """Put forward; the general manager sees its card."""
    admin, taken = await checked(uow, **changes)
    await admin.presses("edition_put")
    return await talk(uow, MANAGER), taken


async def approved(uow: FakeUnitOfWork) -> ProposedEdition:
    manager, taken = await proposed(uow)
    await manager.presses("edition_yes")
    return await uow.proposed_editions.get(taken.id)


async def rings(uow: FakeUnitOfWork) -> None:
    """Everything that is due rings, until nothing is."""
    rung = editions.handlers().rings
    while True:
        due = [
            timer
            for timer in uow.timers.by_key.values()
            if timer.kind in rung and timer.rung_at is None and timer.due_at <= uow.now
        ]
        if not due:
            return
        for timer in due:
            uow.timers.by_key[timer.key] = replace(timer, rung_at=uow.now)
            await rung[timer.kind](timer, uow)


def told(uow: FakeUnitOfWork, employee_no: str, template: str) -> list[Message]:
    return [one for one in uow.outbox.told_to(employee_no) if one.template == template]


async def forge(someone: Talk, verb: str, identity: int, arg: str = "") -> None:
    shown = Message(template="rules_listed", rows=((Button("x", verb, identity, arg=arg),),))
    await someone.presses("x", shown)


async def test_an_edition_goes_from_the_file_to_every_colleague() -> None:
    uow = await staffed()
    manager, taken = await proposed(uow)
    assert manager.latest().data["decides"] is True
    await manager.presses("edition_yes")
    assert (await uow.proposed_editions.get(taken.id)).state is EditionState.APPROVED
    assert [one.data["state"] for one in told(uow, ADMIN, "edition_decided")] == ["approved"]

    await rings(uow)
    assert len(told(uow, WORKER, "edition_published")) == 1
    worker = await talk(uow, WORKER)
    await worker.presses("edition_read")
    assert worker.latest().data["read_at"] == NOW
    acts = [act for act in uow.log.acts() if act.startswith("edition")]
    assert acts == [
        *("edition_sent", "edition_checked", "edition_proposed", "edition_approved", "edition_read"),
    ]


async def test_only_admins_send_an_edition_and_only_they_see_the_way() -> None:
    uow = await staffed()
    worker = await talk(uow, WORKER)
    await worker.sends("/rulebook")
    assert "editions" not in [button.verb for row in worker.latest().rows for button in row]
    with pytest.raises(NotThisPerson, match="editions_of_admins"):
        await forge(worker, "edition_send", 0)


@pytest.mark.parametrize(
    ("file", "refusal"),
    [(document("制度.docx"), "edition_kind"), (document(size=2_000_000), "edition_too_big")],
)
async def test_what_is_no_rulebook_file_is_not_fetched(file: dict[str, Any], refusal: str) -> None:
    uow = await staffed()
    admin = await talk(uow, ADMIN)
    await forge(admin, "edition_send", 0)
    with pytest.raises(NotAllowed, match=refusal):
        await admin.sends(**file)


async def test_a_text_in_the_place_of_the_file_is_asked_again() -> None:
    uow = await staffed()
    admin = await talk(uow, ADMIN)
    await forge(admin, "edition_send", 0)
    await admin.sends("这是制度")
    assert admin.latest().template == "edition_asked"
    assert admin.latest().data["held"] == list(HELD)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"day": "2025-03-03"}, "in_force_from: found is 2025-03-03; allowed is a day after 2025-03-03"),
        ({"day": ""}, "in_force_from: is missing; allowed is a day after 2025-03-03"),
        ({"day": "2024-03-03"}, "in_force_from: found is 2024-03-03; allowed is a day after 2025-03-03"),
        ({"edition": "undated"}, "edition: logistics-liability has another edition called 'undated';"),
        (
            {"rulebook": "graded-incidents"},
            "id: found is 'graded-incidents'; allowed are logistics-liability",
        ),
    ],
)
async def test_last_years_rulebook_is_refused_in_words(changes: dict[str, str], named: str) -> None:
    uow = await staffed()
    book = uow.rulebooks.compiled(edition_text(**changes))
    assert any(named in str(fault) for fault in faults_in_place(book, HELD, uow))


async def test_a_fault_is_told_and_nothing_is_kept_of_the_file() -> None:
    uow = await staffed()
    _, proposal = await sent(uow)
    await refuse_edition(proposal, ("id：缺少",), 1, (), uow=uow)
    kept = await uow.proposed_editions.get(proposal.id)
    assert (kept.state, kept.text, kept.file_id) == (EditionState.REFUSED, "", "")
    assert told(uow, ADMIN, "edition_refused")[0].data["count"] == 1


async def test_a_file_that_telegram_does_not_give_out_is_told() -> None:
    uow = await staffed()
    _, proposal = await sent(uow)
    await lose_edition(proposal, uow=uow)
    assert told(uow, ADMIN, "edition_lost")


async def test_the_proposer_never_approves_not_even_as_general_manager() -> None:
    uow = await staffed()
    admin = await by_no(uow, ADMIN)
    await uow.persons.put(replace(admin, grants=(*admin.grants, Grant(Role.GENERAL_MANAGER, None))))
    _, taken = await proposed(uow)
    both = await talk(uow, ADMIN)
    with pytest.raises(NotThisPerson, match="edition_of_another"):
        await forge(both, "edition_yes", taken.id, taken.seal)
    assert told(uow, ADMIN, "edition_shown")[-1].data["state"] == "checked"


async def test_who_sent_it_does_not_approve_it_when_another_admin_puts_it_forward() -> None:
    uow = await staffed()
    sender, other = await by_no(uow, ADMIN), await by_no(uow, QUALITY)
    await uow.persons.put(replace(sender, grants=(*sender.grants, Grant(Role.GENERAL_MANAGER, None))))
    await uow.persons.put(replace(other, grants=(*other.grants, Grant(Role.ADMIN, None))))
    _, taken = await checked(uow)
    await forge(await talk(uow, QUALITY), "edition_put", taken.id, taken.seal)
    with pytest.raises(NotThisPerson, match="edition_of_another"):
        await forge(await talk(uow, ADMIN), "edition_yes", taken.id, taken.seal)
    assert told(uow, MANAGER, "edition_shown")[-1].data["proposer"] == other.name

    await (await talk(uow, MANAGER)).presses("edition_yes")
    assert [len(told(uow, one, "edition_decided")) for one in (ADMIN, QUALITY)] == [1, 1]


async def test_without_another_general_manager_nothing_is_put_forward() -> None:
    uow = await staffed()
    manager = await by_no(uow, MANAGER)
    admin, _ = await checked(uow)
    await uow.persons.put(replace(manager, grants=()))
    with pytest.raises(NotAllowed, match="edition_nobody_approves"):
        await admin.presses("edition_put")


async def test_a_press_counts_for_the_text_that_was_shown() -> None:
    uow = await staffed()
    manager, taken = await proposed(uow)
    with pytest.raises(NoSuchThing):
        await forge(manager, "edition_yes", taken.id, "0123456789abcdef")
    with pytest.raises(NotThisPerson, match="editions_of_manager"):
        await forge(await talk(uow, WORKER), "edition_yes", taken.id, taken.seal)


async def test_a_second_proposal_takes_the_place_of_the_first() -> None:
    uow = await staffed()
    manager, first = await proposed(uow)
    shown = manager.latest()
    await proposed(uow, edition="2026-b", day="2026-02-01")
    with pytest.raises(SomebodyWasFirst, match="edition_settled"):
        await manager.presses("edition_yes", shown)
    assert (await uow.proposed_editions.get(first.id)).state is EditionState.DROPPED


async def test_an_approval_after_the_day_has_come_is_refused() -> None:
    uow = await staffed()
    manager, taken = await proposed(uow)
    uow.now += timedelta(days=400)
    with pytest.raises(NotAllowed, match="edition_too_late"):
        await manager.presses("edition_yes")
    assert (await uow.proposed_editions.get(taken.id)).state is EditionState.PROPOSED


async def test_a_rejection_needs_a_reason_and_says_it() -> None:
    uow = await staffed()
    manager, taken = await proposed(uow)
    await manager.presses("edition_no")
    with pytest.raises(NotAllowed, match="edition_reason_missing"):
        await manager.sends(" ")
    await manager.sends("金额太高")
    assert (await uow.proposed_editions.get(taken.id)).state is EditionState.REJECTED
    assert told(uow, ADMIN, "edition_decided")[0].data["reason"] == "金额太高"
    with pytest.raises(SomebodyWasFirst):
        await forge(manager, "edition_yes", taken.id, taken.seal)


@pytest.mark.parametrize("begin", [checked, proposed])
async def test_an_admin_takes_it_away_until_it_is_decided(
    begin: Callable[[FakeUnitOfWork], Awaitable[tuple[Talk, ProposedEdition]]],
) -> None:
    uow = await staffed()
    await begin(uow)
    admin = await talk(uow, ADMIN)
    await forge(admin, "editions", 0)
    await admin.presses(admin.latest().rows[0][0].text)
    await admin.presses("edition_drop")
    assert admin.latest().template == "edition_dropped"
    (left,) = await uow.proposed_editions.where()
    assert left.state is EditionState.DROPPED


async def test_who_has_not_read_it_is_reminded_and_listed() -> None:
    uow = await staffed()
    worker = await by_no(uow, WORKER)
    await uow.persons.put(replace(await by_no(uow, "E01"), chat_id=None))
    await uow.persons.put(replace(await by_no(uow, "E10"), left_on=date(2025, 3, 1)))
    edition = await approved(uow)
    await rings(uow)
    reader = await talk(uow, WORKER)
    await reader.presses("edition_read")
    await uow.persons.add(person("E99"))

    uow.now += timedelta(days=6)
    await rings(uow)
    assert len(told(uow, WORKER, "edition_published")) == 1
    assert told(uow, "E10", "edition_published") == []
    assert [one.data["is_reminder"] for one in told(uow, "E03", "edition_published")] == [False, True]
    assert [one.data["is_reminder"] for one in told(uow, "E99", "edition_published")] == [False]
    unread = told(uow, ADMIN, "edition_unread")[0]
    assert (unread.data["unread"], unread.data["of"]) == (10, 11)

    overseer = await talk(uow, ADMIN)
    await overseer.presses("edition_readers", unread)
    listed = overseer.latest()
    assert (listed.data["read"], listed.data["untold_count"]) == (1, 1)
    assert worker.name not in str(listed.data)
    await overseer.presses("back")
    assert overseer.latest().template == "edition_opened"
    with pytest.raises(NotThisPerson, match="readers_by_role"):
        await forge(reader, "edition_readers", edition.id)


async def test_reminders_end_and_nobody_is_reminded_once_all_have_read() -> None:
    uow = await staffed()
    edition = await approved(uow)
    await rings(uow)
    for _ in range(8):
        uow.now += timedelta(days=6)
        await rings(uow)
    assert len(told(uow, "E03", "edition_published")) == 4

    for one in await uow.edition_receipts.where(edition_id=edition.id):
        await uow.edition_receipts.put(replace(one, read_at=uow.now))
    last = next(timer for key, timer in uow.timers.by_key.items() if key.startswith("edition_remind"))
    before = len(uow.outbox.told)
    await editions.handlers().rings[last.kind](last, uow)
    assert len(uow.outbox.told) == before


async def test_a_large_company_is_told_in_parts() -> None:
    uow = await staffed()
    for number in range(120):
        await uow.persons.add(person(f"W{number + 100}", name=f"工人{number}"))
    edition = await approved(uow)
    await rings(uow)
    assert len(await uow.edition_receipts.where(edition_id=edition.id)) == 131
    parts = [key for key in uow.timers.by_key if key.startswith("edition_publish")]
    assert len(parts) == 3
    overseer = await talk(uow, ADMIN)
    await forge(overseer, "edition_readers", edition.id)
    assert overseer.latest().data["unread_more"] == 131 - MOST_NAMED


async def test_a_second_press_of_having_read_changes_nothing_and_one_untold_may_press_too() -> None:
    uow = await staffed()
    edition = await approved(uow)
    worker = await talk(uow, WORKER)
    await worker.sends("/rulebook")
    await worker.presses("editions")
    await worker.presses(worker.latest().rows[0][0].text)
    await worker.presses("edition_read")
    uow.now += timedelta(days=1)
    await forge(worker, "edition_read", edition.id)
    assert worker.latest().data["read_at"] == NOW
    assert uow.log.acts().count("edition_read") == 1
    await forge(worker, "editions", 0)
    assert [one["is_read"] for one in worker.latest().data["editions"]] == [True]  # type: ignore[attr-defined]


async def test_the_whole_text_is_there_as_a_document() -> None:
    uow = await staffed()
    manager, _ = await proposed(uow)
    await manager.presses("rules_pdf")
    assert manager.latest().template == "paper_issued"


async def test_what_waits_is_not_for_everybody() -> None:
    uow = await staffed()
    _, taken = await proposed(uow)
    worker = await talk(uow, WORKER)
    for verb in ("edition", "edition_pdf", "edition_read"):
        with pytest.raises(NoSuchThing):
            await forge(worker, verb, taken.id)
    await forge(worker, "editions", 0)
    assert worker.latest().data["editions"] == []


async def test_the_very_edition_that_holds_is_not_taken_again() -> None:
    uow = await staffed()
    at_hand = CompanyRulebooks()
    book = at_hand.compiled(edition_text())
    at_hand.learn(book)
    uow.rulebooks = at_hand  # type: ignore[assignment]
    said = [str(fault) for fault in faults_in_place(book, HELD, uow)]
    assert said[0].startswith("file: logistics-liability has this very edition;")


async def test_the_files_are_for_who_decides_and_come_again_on_demand() -> None:
    uow = await staffed()
    manager, taken = await proposed(uow)
    await manager.presses("edition_files")
    assert manager.latest().template == "edition_files"
    with pytest.raises(NoSuchThing):
        await forge(await talk(uow, WORKER), "edition_files", taken.id)


async def test_nobody_is_told_at_night() -> None:
    uow = await staffed()
    uow.now += timedelta(hours=12)
    await approved(uow)
    await rings(uow)
    assert told(uow, WORKER, "edition_published") == []
    uow.now += timedelta(hours=12)
    await rings(uow)
    assert len(told(uow, WORKER, "edition_published")) == 1


async def test_what_was_approved_a_moment_ago_keeps_out_another_of_that_day() -> None:
    uow = await staffed()
    await approved(uow)
    with pytest.raises(NotAllowed, match="edition_too_late"):
        await proposed(uow, edition="2026-b")


async def test_a_general_manager_is_asked_again_until_it_is_decided() -> None:
    uow = await staffed()
    manager, taken = await proposed(uow)
    uow.now += timedelta(days=1)
    await rings(uow)
    assert len(told(uow, MANAGER, "edition_shown")) == 2
    await manager.presses("edition_yes", told(uow, MANAGER, "edition_shown")[0])
    uow.now += timedelta(days=1)
    await rings(uow)
    assert len(told(uow, MANAGER, "edition_shown")) == 2
    assert (await uow.proposed_editions.get(taken.id)).state is EditionState.APPROVED


async def test_an_edition_whose_day_comes_undecided_lapses_and_that_is_told() -> None:
    uow = await staffed()
    _, taken = await proposed(uow)
    uow.now += timedelta(days=400)
    await rings(uow)
    assert (await uow.proposed_editions.get(taken.id)).state is EditionState.DROPPED
    assert told(uow, ADMIN, "edition_lapsed")
