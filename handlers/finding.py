"""/find: cases by number, customer, order, part, person or words; filters and pages by buttons."""

from enum import StrEnum

from core.actions.case.find_cases import LONGEST_SEARCH, find_cases
from core.actions.case.keep_search import keep_search, open_search
from core.finding.filters import Filters, filters_in
from core.model.message import Message
from core.model.search import Search
from core.screens.found import found_screen, search_asked
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    WORDS = "search_words"


async def wanted_to_find(turn: Turn) -> None:
    """Somebody sent /find, with words or without."""
    words = turn.words.partition(" ")[2].strip()
    if words:
        await _look_for(turn, words)
    else:
        await turn.ask(Step.WORDS, search_asked())


async def words_typed(turn: Turn) -> None:
    """The answer to what to look for."""
    await turn.settle()
    await _look_for(turn, turn.words)


async def list_pressed(turn: Turn) -> None:
    """A filter or another page was pressed under the list."""
    filters = filters_in(turn.press.arg)
    search = await open_search(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(await _listed(turn, search, filters))


async def _look_for(turn: Turn, words: str) -> None:
    if len(words) > LONGEST_SEARCH:
        await turn.ask(Step.WORDS, search_asked(is_too_long=True))
        return
    search = await keep_search(words, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(await _listed(turn, search, Filters()))


async def _listed(turn: Turn, search: Search, filters: Filters) -> Message:
    found = await find_cases(search.words, filters, actor=turn.actor, uow=turn.uow)
    return found_screen(search, found.cases, filters, turn.uow.company, has_more=found.has_more)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"find": wanted_to_find},
        presses={"find": list_pressed},
        steps={Step.WORDS: words_typed},
    )
