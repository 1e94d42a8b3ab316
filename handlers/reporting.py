"""/report: the week's and the month's report, its files, the cases behind its figures, and the figures people enter."""

from datetime import date
from enum import StrEnum

from core.actions.case.may_see_case import check_may_see
from core.actions.report.enter_month_figure import check_may_enter, enter_month_figure, may_enter
from core.actions.report.follow_report import follow_report, is_followed
from core.actions.report.read_report import read_report, sites_reported
from core.actions.report.send_reports import REPORT, REPORT_OF_ONE, report_of_one_rang, reports_rang
from core.actions.report.trace_report import read_figure, trace_report
from core.errors import NoSuchThing, NotAllowed
from core.model.case import Case
from core.model.message import Message
from core.model.month_figure import FigureKind
from core.reports.figure import Chapter
from core.reports.page import TRACED, ReportForm, ReportPage
from core.reports.period import reported
from core.reports.view import ReportView, view_in
from core.screens.report import figure_asked, files_of, report_screen
from core.screens.report_cases import Behind, cases_behind
from core.screens.report_chapter import chapter_screen
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    FIGURE = "report_figure"


async def report_wanted(turn: Turn) -> None:
    """Somebody sent /report: the week so far."""
    sites_reported(turn.actor, turn.uow)
    week = reported("weekly", _today(turn))
    await turn.reply.say(await _shown(turn, ReportView(week)))


async def another_pressed(turn: Turn) -> None:
    """Another period, rhythm or site was pressed."""
    await turn.redraw(await _shown(turn, view_in(turn.press.arg)))


async def chapter_pressed(turn: Turn) -> None:
    """A kind of figures was pressed: all of that kind."""
    code, chapter, part = _parts(turn.press.arg, 2)
    if chapter not in list(Chapter):
        raise NoSuchThing("report_unknown")
    view = view_in(code)
    page = await _page(turn, view)
    await turn.redraw(chapter_screen(page, view, Chapter(chapter), number_in(part), turn.press.id))


async def figure_pressed(turn: Turn) -> None:
    """A figure was pressed: which cases it is."""
    code, token, part = _parts(turn.press.arg, 2)
    view = view_in(code)
    sites = view.sites_in(sites_reported(turn.actor, turn.uow))
    page, figure = await read_figure(token, view.period, sites, actor=turn.actor, uow=turn.uow)
    press = turn.press
    behind = Behind(view=view, figure=figure, part=number_in(part), count=press.id, mark=press.version)
    listed = await turn.uow.cases.where(id=behind.shown) if behind.shown else ()
    readable = {case.id for case in listed if await _may_see(turn, case)}
    await turn.redraw(cases_behind(behind, page, listed, readable, turn.uow.company))


async def file_pressed(turn: Turn) -> None:
    """Picture, sheet or paper was pressed."""
    code, form = _parts(turn.press.arg, 1)
    if form not in list(ReportForm):
        raise NoSuchThing("report_unknown")
    view = view_in(code)
    page = await _page(turn, view, with_persons=True)
    if form in TRACED:
        page = await trace_report(page, uow=turn.uow)
    piece = await turn.uow.drawing.draw(page, ReportForm(form))
    await turn.reply.say(files_of(page, view, (piece.id,)))


async def follow_pressed(turn: Turn) -> None:
    """Send it regularly, or no longer, was pressed."""
    view = view_in(turn.press.arg)
    is_sent = await follow_report(view.period.rhythm or "weekly", actor=turn.actor, uow=turn.uow)
    await turn.toast("report_followed" if is_sent else "report_unfollowed")
    await turn.redraw(await _shown(turn, view))


async def enter_pressed(turn: Turn) -> None:
    """Orders or the budget are to be entered."""
    code, kind = _parts(turn.press.arg, 1)
    view, entered = view_in(code), _kind(kind)
    site, month = _place(turn, view)
    check_may_enter(entered, site, turn.actor)
    known = await turn.uow.month_figures.one(site=site, month=month, kind=entered)
    message = figure_asked(entered, month, turn.uow.company.site(site).name, known.value if known else None)
    await turn.ask(Step.FIGURE, message, code=code, kind=kind)


async def figure_typed(turn: Turn) -> None:
    """The answer to how much it was."""
    view, entered = view_in(turn.asked("code")), _kind(turn.asked("kind"))
    site, month = _place(turn, view)
    await enter_month_figure(entered, site, month, turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(await _shown(turn, view))


async def _shown(turn: Turn, view: ReportView) -> Message:
    sites = sites_reported(turn.actor, turn.uow)
    page = await _page(turn, view)
    return report_screen(
        page,
        view,
        sites,
        today=_today(turn),
        enters=may_enter(page.report.sites[0], turn.actor),
        is_followed=await is_followed(view.period.rhythm, actor=turn.actor, uow=turn.uow),
    )


def _today(turn: Turn) -> date:
    zone = turn.uow.company.zone(turn.uow.company.sites[0].id)
    return turn.uow.now.astimezone(zone).date()


async def _page(turn: Turn, view: ReportView, *, with_persons: bool = False) -> ReportPage:
    sites = view.sites_in(sites_reported(turn.actor, turn.uow))
    return await read_report(view.period, sites, actor=turn.actor, uow=turn.uow, with_persons=with_persons)


async def _may_see(turn: Turn, case: Case) -> bool:
    try:
        await check_may_see(case, actor=turn.actor, uow=turn.uow)
    except NoSuchThing:
        return False
    return True


def _place(turn: Turn, view: ReportView) -> tuple[str, str]:
    """The site and month that a figure is entered for: the first one shown."""
    months = view.period.months()
    if not months:
        raise NotAllowed("report_month_only")
    return view.sites_in(sites_reported(turn.actor, turn.uow))[0], months[0]


def _kind(text: str) -> FigureKind:
    if text not in list(FigureKind):
        raise NoSuchThing("report_unknown")
    return FigureKind(text)


def _parts(arg: str, count: int) -> list[str]:
    """The code of a view, and the last parts of what a button carries."""
    parts = arg.rsplit(".", count)
    if len(parts) != count + 1:
        raise NoSuchThing("report_unknown")
    return parts


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"report": report_wanted},
        presses={
            "report": another_pressed,
            "chapter": chapter_pressed,
            "figure": figure_pressed,
            # under messages of earlier releases
            "report_cases": figure_pressed,
            "report_file": file_pressed,
            "report_follow": follow_pressed,
            "report_enter": enter_pressed,
        },
        steps={Step.FIGURE: figure_typed},
        rings={REPORT: reports_rang, REPORT_OF_ONE: report_of_one_rang},
    )
