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
    await uow.log.write(
        LogRow(
            act="paper_issued",
            case_id=paper.case_id or None,
            actor_id=actor.id,
            facts={
                "kind": paper.kind.value,
                "evidence": piece.id,
                "sha256": piece.sha256,
                "notice": notice_id,
            },
        )
    )
    return piece
