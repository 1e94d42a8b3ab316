"""Taking the company's records out: an admin says of what, and the file comes to their chat."""

from core.actions.records.ask_export import ask_export, sites_for
from core.errors import NoSuchThing
from core.model.records_export import ExportForm
from core.screens.exports import export_asked, export_going
from handlers.routes import Routes
from handlers.turn import Turn

YEAR = "year"


async def form_pressed(turn: Turn) -> None:
    """导出 was pressed: ask of what."""
    sites = sites_for(turn.actor, turn.uow)
    is_whole = len(sites) == len(turn.uow.company.sites)
    await turn.redraw(export_asked(_form_in(turn.press.arg), sites, is_whole=is_whole))


async def part_pressed(turn: Turn) -> None:
    """What is to be exported was pressed."""
    form, _, part = turn.press.arg.partition(".")
    span, _, site = part.partition(".")
    is_this_year = span == YEAR
    export = await ask_export(_form_in(form), site, is_this_year=is_this_year, actor=turn.actor, uow=turn.uow)
    await turn.redraw(export_going(export))


def _form_in(word: str) -> ExportForm:
    if word not in set(ExportForm):
        raise NoSuchThing("thing_unknown", id=0)
    return ExportForm(word)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"export_of": form_pressed, "export_take": part_pressed})
