"""Editions of rulebooks in chat: an admin sends one, the general manager decides, everybody reads."""

from dataclasses import replace
from enum import StrEnum

from core.actions.rulebook.await_edition import WAITING, waiting_rang
from core.actions.rulebook.decide_edition import approve_edition, deciding, reject_edition
from core.actions.rulebook.held_rulebooks import held_rulebooks
from core.actions.rulebook.propose_edition import drop_edition, propose_edition
from core.actions.rulebook.publish_edition import PUBLISH, REMIND, publish_rang, remind_rang
from core.actions.rulebook.read_edition import (
    edition_for,
    editions_for,
    files_for,
    readers_of,
    receipt_of,
    say_read,
)
from core.actions.rulebook.send_edition import check_may_send, send_edition
from core.actions.rulebook.take_edition import today_everywhere
from core.model.proposed_edition import EditionState, ProposedEdition
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import may
from core.screens.edition_card import (
    edition_card,
    edition_decided,
    edition_dropped,
    edition_files,
    edition_opened,
)
from core.screens.edition_known import edition_readers, editions_listed
from core.screens.edition_sent import edition_asked, edition_reason_asked, edition_received
from core.screens.papers import paper_issued
from handlers.cleaning import cleaned
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    FILE = "edition_file"
    REASON = "edition_reason"


async def editions_wanted(turn: Turn) -> None:
    """The list was asked for."""
    found = await editions_for(turn.actor, uow=turn.uow)
    receipts = await turn.uow.edition_receipts.where(person_id=turn.actor.id)
    read = {one.edition_id for one in receipts if one.read_at is not None}
    may_send = may(Action.PROPOSE_RULEBOOK, turn.actor, NOWHERE)
    await turn.redraw(editions_listed(found, read, turn.actor.language, may_send=may_send))


async def edition_pressed(turn: Turn) -> None:
    """One of them was pressed."""
    await _show(await edition_for(turn.press.id, actor=turn.actor, uow=turn.uow), turn)


async def pdf_pressed(turn: Turn) -> None:
    """Its whole text was asked for."""
    edition = await edition_for(turn.press.id, actor=turn.actor, uow=turn.uow)
    book = turn.uow.rulebooks.compiled(edition.text)
    piece = await turn.uow.papers.print_rulebook(book, turn.actor.language)
    title = book.edition.title.in_language(turn.actor.language)
    await turn.reply.say(replace(paper_issued(piece, title), is_moved=True))


async def files_pressed(turn: Turn) -> None:
    """对比和试算 was pressed: the files once more, at the end of the chat."""
    edition = await files_for(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(edition_files(edition))


async def sending_pressed(turn: Turn) -> None:
    """上传新版本 was pressed: ask for the file."""
    check_may_send(turn.actor)
    await turn.ask(Step.FILE, edition_asked(held_rulebooks(turn.uow), today_everywhere(turn.uow)))


async def file_sent(turn: Turn) -> None:
    """The file came; what is no file is asked for again."""
    message = turn.update.message
    document = message.document if message else None
    if document is None:
        await turn.reply.say(edition_asked(held_rulebooks(turn.uow), today_everywhere(turn.uow)))
        return
    sent = ProposedEdition(
        person_id=turn.actor.id,
        name=cleaned(document.file_name or ""),
        size=document.file_size or 0,
        file_id=document.file_id,
        sent_at=turn.uow.now,
    )
    kept = await send_edition(sent, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(edition_received(kept.name))


async def put_pressed(turn: Turn) -> None:
    """提交批准 was pressed."""
    put = await propose_edition(turn.press.id, turn.press.arg, actor=turn.actor, uow=turn.uow)
    await _show(put, turn)


async def drop_pressed(turn: Turn) -> None:
    """撤下 was pressed."""
    dropped = await drop_edition(turn.press.id, turn.press.arg, actor=turn.actor, uow=turn.uow)
    await turn.redraw(edition_dropped(dropped))


async def yes_pressed(turn: Turn) -> None:
    """批准 was pressed."""
    decided = await approve_edition(turn.press.id, turn.press.arg, actor=turn.actor, uow=turn.uow)
    await turn.redraw(edition_decided(decided, turn.actor.name))


async def no_pressed(turn: Turn) -> None:
    """驳回 was pressed: ask why."""
    proposal = await deciding(turn.press.id, turn.press.arg, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.REASON, edition_reason_asked(), edition=proposal.id, seal=proposal.seal)


async def reason_said(turn: Turn) -> None:
    """The reason came."""
    edition, seal = number_in(turn.asked("edition")), turn.asked("seal")
    decided = await reject_edition(edition, seal, turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(edition_decided(decided, turn.actor.name, turn.words))


async def read_pressed(turn: Turn) -> None:
    """已阅读 was pressed."""
    receipt = await say_read(turn.press.id, actor=turn.actor, uow=turn.uow)
    edition = await edition_for(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(edition_opened(edition, turn.actor, receipt))


async def readers_pressed(turn: Turn) -> None:
    """谁还没读 was pressed."""
    edition, readers = await readers_of(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(edition_readers(edition, len(readers.read), readers.unread, readers.untold))


async def _show(edition: ProposedEdition, turn: Turn) -> None:
    if edition.state is EditionState.APPROVED:
        receipt = await receipt_of(edition, actor=turn.actor, uow=turn.uow)
        await turn.redraw(edition_opened(edition, turn.actor, receipt))
        return
    proposer = await turn.uow.persons.get(edition.asked_by[0])
    await turn.redraw(edition_card(edition, turn.actor, proposer))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "editions": editions_wanted,
            "edition": edition_pressed,
            "edition_pdf": pdf_pressed,
            "edition_files": files_pressed,
            "edition_send": sending_pressed,
            "edition_put": put_pressed,
            "edition_drop": drop_pressed,
            "edition_yes": yes_pressed,
            "edition_no": no_pressed,
            "edition_read": read_pressed,
            "edition_readers": readers_pressed,
        },
        steps={Step.FILE: file_sent, Step.REASON: reason_said},
        takes_files=frozenset({Step.FILE.value}),
        rings={PUBLISH: publish_rang, REMIND: remind_rang, WAITING: waiting_rang},
    )
