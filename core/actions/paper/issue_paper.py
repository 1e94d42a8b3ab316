"""Issue a document: it is set and kept, and the log says by its hash what exactly was given to whom."""

from core.model.evidence import Evidence
from core.model.log import LogRow
from core.model.paper import Paper
from core.model.person import Person
from core.ports import UnitOfWork


async def issue_paper(
    paper: Paper, *, actor: Person, uow: UnitOfWork, notice_id: int | None = None
) -> Evidence:
    """The document as a piece of evidence; each issue is logged."""
    piece = await uow.papers.issue(paper)
    await log_issue(
        paper.kind.value, piece, actor=actor, uow=uow, case_id=paper.case_id or None, notice_id=notice_id
    )
    return piece


async def log_issue(
    kind: str,
    piece: Evidence,
    *,
    actor: Person,
    uow: UnitOfWork,
    case_id: int | None = None,
    notice_id: int | None = None,
) -> None:
    """What kind of document was given, by its hash, to whom."""
    facts = {"kind": kind, "evidence": piece.id, "sha256": piece.sha256, "notice": notice_id}
    await uow.log.write(LogRow(act="paper_issued", case_id=case_id, actor_id=actor.id, facts=facts))
