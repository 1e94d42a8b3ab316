"""Documents as PDF: from a case's 文件, and beside a notice."""

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.check_figures import present_figures
from core.actions.notice.issue_notice_paper import issue_notice_paper
from core.actions.notice.notices_open_to import notices_open_to
from core.actions.paper.issue_case_paper import issue_case_paper, papers_open_to
from core.actions.paper.take_dossier import may_take_dossier, take_dossier
from core.screens.papers import dossier_taken, paper_issued, papers_listed
from handlers.case_turn import pressed_case
from handlers.routes import Routes
from handlers.turn import Turn


async def papers_opened(turn: Turn) -> None:
    """文件 was pressed: what there is for this reader."""
    case = await pressed_case(turn)
    dossier = await open_dossier(case.id, uow=turn.uow)
    figures = await present_figures(dossier, uow=turn.uow)
    kinds = papers_open_to(turn.actor, dossier, figures)
    notices = await notices_open_to(turn.actor, case, uow=turn.uow)
    has_dossier = may_take_dossier(turn.actor, dossier, figures)
    await turn.reply.say(papers_listed(case, kinds, notices, has_dossier=has_dossier))


async def paper_wanted(turn: Turn) -> None:
    """One form was pressed."""
    case = await pressed_case(turn)
    piece = await issue_case_paper(case.id, turn.press.arg, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(paper_issued(piece, case.number, case.id))


async def dossier_wanted(turn: Turn) -> None:
    """案卷 was pressed: everything, packed."""
    case = await pressed_case(turn)
    parts = await take_dossier(case.id, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(dossier_taken(parts, case))


async def notice_wanted(turn: Turn) -> None:
    """📄 PDF was pressed under a notice, or where it is to be handed over."""
    piece = await issue_notice_paper(turn.press.id, actor=turn.actor, uow=turn.uow)
    notice = await turn.uow.notices.get(turn.press.id)
    await turn.reply.say(paper_issued(piece, notice.number, notice.case_id))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "papers": papers_opened,
            "paper_of": paper_wanted,
            "notice_pdf": notice_wanted,
            "dossier": dossier_wanted,
        }
    )
