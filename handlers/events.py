"""People record when something of a case happened that the bot cannot see by itself."""

from enum import StrEnum

from core.actions.investigation.record_event import events_of, open_for_events, record_event
from core.errors import NoSuchThing
from core.model.case import Case
from core.rules.typed.event_text import event_time
from core.screens.events import event_asked, events_screen
from handlers.numbers import number_in
from handlers.preview import case_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    TIME = "event_time"


async def events_opened(turn: Turn) -> None:
    """记录时间 was pressed."""
    await turn.settle()
    await _redraw(turn, await open_for_events(turn.press.id, actor=turn.actor, uow=turn.uow))


async def event_pressed(turn: Turn) -> None:
    """An event was pressed: ask when."""
    case = await open_for_events(turn.press.id, actor=turn.actor, uow=turn.uow)
    place = number_in(turn.press.arg)
    event = _event(turn, case, place)
    label, kind = events_of(case, uow=turn.uow)[event]
    await turn.redraw(event_asked(case, place, label, case.events.get(event), kind))
    await turn.expect(Step.TIME, case_id=case.id, place=place)


async def event_now_pressed(turn: Turn) -> None:
    """现在 was pressed."""
    case = await open_for_events(turn.press.id, actor=turn.actor, uow=turn.uow)
    event = _event(turn, case, number_in(turn.press.arg))
    case = await record_event(case.id, event, turn.uow.now.isoformat(), actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.toast("event_recorded")
    await _redraw(turn, case)


async def event_typed(turn: Turn) -> None:
    """Keep the typed time, also instead of an earlier one."""
    case = await open_for_events(case_in(turn), actor=turn.actor, uow=turn.uow)
    event = _event(turn, case, number_in(turn.asked("place")))
    kind = events_of(case, uow=turn.uow)[event][1]
    at = event_time(kind, turn.words, turn.uow.now, turn.uow.company.zone(case.site))
    case = await record_event(case.id, event, at, actor=turn.actor, uow=turn.uow, is_anew=True)
    await turn.settle()
    await turn.reply.say(events_screen(case, events_of(case, uow=turn.uow), turn.actor.language))


async def _redraw(turn: Turn, case: Case) -> None:
    await turn.redraw(events_screen(case, events_of(case, uow=turn.uow), turn.actor.language))


def _event(turn: Turn, case: Case, place: int) -> str:
    events = tuple(events_of(case, uow=turn.uow))
    if place >= len(events):
        raise NoSuchThing("thing_unknown")
    return events[place]


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"events": events_opened, "event": event_pressed, "event_now": event_now_pressed},
        steps={Step.TIME: event_typed},
    )
