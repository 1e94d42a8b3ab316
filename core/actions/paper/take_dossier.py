"""Take out a case's dossier: forms, evidence with hashes and the log, packed as ZIP for whoever may have all of it."""

from typing import Final

from core.actions.case.may_see_case import check_may_see
from core.actions.case.open_dossier import open_dossier
from core.actions.figures.check_figures import present_figures
from core.actions.paper.issue_case_paper import issue_case_paper, papers_open_to
from core.actions.remedy.read_remedy import open_remedy
from core.errors import NotAllowed
from core.model.archive import Archive, ArchiveEntry
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.model.message import Message
from core.model.person import Person
from core.papers.dossier_archive import dossier_entries
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs, may
from core.rules.case.who_may_know import figures_around
from core.rules.figures.approval_chain import posts_asked
from core.screens.customer_record import customer_record

# ten messages of what a bot may send at once
MOST_BYTES: Final = 450 << 20
_MEGABYTE: Final = 1 << 20


async def take_dossier(case_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[Evidence, ...]:
    """The parts, each a document to be sent; the log says by their hashes who took out what.

    NoSuchThing, NotThisPerson for whoever may not have all of it; NotAllowed where it is too big to be sent.
    """
    await check_may_see(await uow.cases.get(case_id), actor=actor, uow=uow)
    dossier = await open_dossier(case_id, uow=uow)
    figures = await present_figures(dossier, uow=uow)
    check_theirs(Action.TAKE_DOSSIER, actor, figures_around(dossier, posts_asked(figures)))
    pieces = await _pieces(dossier, uow)
    size = sum(piece.size for piece in pieces)
    if size > MOST_BYTES:
        raise NotAllowed("dossier_too_big", number=dossier.case.number, megabytes=size // _MEGABYTE)
    papers = [
        await issue_case_paper(case_id, kind.value, actor=actor, uow=uow)
        for kind in papers_open_to(actor, dossier, figures)
    ]
    archive = await _archive(dossier, (*papers, *await _notices(case_id, uow)), pieces, actor, uow)
    parts = await uow.papers.pack(archive)
    facts = {"files": len(archive.entries), "parts": [part.sha256 for part in parts]}
    await uow.log.write(LogRow(act="dossier_taken", case_id=case_id, actor_id=actor.id, facts=facts))
    return parts


def may_take_dossier(actor: Person, dossier: Dossier, figures: Assessment | None) -> bool:
    """Whether the button is shown."""
    return may(Action.TAKE_DOSSIER, actor, figures_around(dossier, posts_asked(figures)))


async def _pieces(dossier: Dossier, uow: UnitOfWork) -> tuple[Evidence, ...]:
    """Everything that was shown: with the case, statements, duties, receipts and appeals, and for the customer."""
    notices = await uow.notices.where(case_id=dossier.case.id)
    appeals = await uow.appeals.where(case_id=dossier.case.id)
    holders = {
        Holder.CASE: (dossier.case.id,),
        Holder.STATEMENT: tuple(one.id for one in dossier.statements),
        Holder.DUTY: tuple(one.id for one in dossier.duties),
        Holder.RECEIPT: tuple(one.id for one in notices),
        Holder.APPEAL: tuple(one.id for one in appeals),
        Holder.ROUND: tuple(one.id for one in await uow.rounds.where(case_id=dossier.case.id)),
        Holder.UNDERTAKING: tuple(one.id for one in await uow.undertakings.where(case_id=dossier.case.id)),
    }
    pieces = [
        piece
        for holder, ids in holders.items()
        if ids
        for piece in await uow.evidence.where(holder=holder, holder_id=ids)
    ]
    return tuple(sorted(pieces, key=lambda piece: piece.id))


async def _notices(case_id: int, uow: UnitOfWork) -> tuple[Evidence, ...]:
    """Notices on paper, as they were issued: a document's file is named by what it is of."""
    numbers = tuple(notice.number for notice in await uow.notices.where(case_id=case_id))
    papers = await uow.evidence.where(holder=Holder.PAPER, holder_id=case_id)
    return tuple(paper for paper in papers if paper.name.startswith(numbers))


async def _archive(
    dossier: Dossier,
    papers: tuple[Evidence, ...],
    pieces: tuple[Evidence, ...],
    actor: Person,
    uow: UnitOfWork,
) -> Archive:
    case = dossier.case
    head = await uow.log.head()
    data = {"number": case.number, "site": case.site, "at": uow.now, "name": actor.name, "head": head}
    readme = await uow.outbox.words(actor.language, Message(template="dossier_readme", data=data))
    customer = customer_record(await open_remedy(case.id, uow=uow))
    said = await uow.outbox.words(actor.language, customer)
    entries = dossier_entries(papers, pieces, await uow.log.of_case(case.id))
    return Archive(
        case_id=case.id,
        number=case.number,
        entries=(
            ArchiveEntry(name="README.txt", text=readme),
            ArchiveEntry(name="customer.txt", text=said),
            *entries,
        ),
        said={
            "case": case.number,
            "taken_at": uow.now.isoformat(),
            "taken_by": actor.employee_no,
            "log_head": head,
        },
    )
