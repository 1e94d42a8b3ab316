"""Rounds of negotiation with a customer, what is done in the meantime, and how the customer took it."""

from enum import StrEnum

from core.actions.corrective.fill_plan import LONGEST
from core.actions.remedy.note_interim import note_interim, open_interim
from core.actions.remedy.read_remedy import read_remedy, round_pieces
from core.actions.remedy.survey_customer import (
    SURVEY,
    answer_survey,
    ask_customer,
    check_is_news,
    survey_rang,
)
from core.actions.remedy.take_down_round import end_round, open_round, pieces_of_round, take_down
from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.negotiation import TOLD, Contentment, RoundOutcome
from core.model.remedy import InterimKind
from core.rules.remedy.remedy_rights import check_answering
from core.rules.typed.fitting_text import fitting_text
from core.screens.customer_record import customer_record
from core.screens.remedy import remedy_screen
from core.screens.undertaking import dissatisfied_asked, interim_asked, interim_time_asked, round_asked
from handlers.numbers import number_in
from handlers.remedy_turn import on_this_plan, plan_in, shown_remedy
from handlers.routes import Routes
from handlers.taking import once_an_album, piece_taken
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    ROUND = "remedy_round"
    INTERIM = "interim_what"
    INTERIM_TIME = "interim_time"
    SURVEY = "survey_words"


async def talk_pressed(turn: Turn) -> None:
    """记录协商 was pressed: whatever comes now is what the customer said."""
    press = turn.press
    file = await open_round(press.id, press.version, actor=turn.actor, uow=turn.uow)
    await turn.redraw(round_asked(file, await pieces_of_round(file, uow=turn.uow)))
    await turn.expect(Step.ROUND, case=press.id, version=press.version)


async def said_sent(turn: Turn) -> None:
    """Keep it in the round."""
    piece = await piece_taken(turn)
    if piece is None:
        return
    case_id, version = plan_in(turn)
    file = await take_down(case_id, version, piece, actor=turn.actor, uow=turn.uow)
    pieces = await pieces_of_round(file, uow=turn.uow)
    await turn.reply.say(once_an_album(turn, round_asked(file, pieces)))


async def round_ended(turn: Turn) -> None:
    """How the round ended was pressed."""
    press = turn.press
    if press.arg not in list(RoundOutcome):
        raise NoSuchThing("thing_unknown")
    file = await end_round(press.id, press.version, RoundOutcome(press.arg), actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(remedy_screen(file, turn.actor))


async def record_opened(turn: Turn) -> None:
    """协商记录 was pressed: every round, and the customer's own messages beneath."""
    file = await read_remedy(turn.press.id, actor=turn.actor, uow=turn.uow)
    pieces = await round_pieces(file, uow=turn.uow)
    await turn.reply.say(customer_record(file, pieces))


async def interim_pressed(turn: Turn) -> None:
    """应急措施 or 临时方案 was pressed: what was done."""
    kind = _kind(turn.press.arg)
    file = await open_interim(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(interim_asked(file, kind))
    await turn.expect(Step.INTERIM, case=turn.press.id, kind=kind.value)


async def interim_typed(turn: Turn) -> None:
    """Ask when that was done; what is too long is said now."""
    fitting_text(turn.words, LONGEST)
    kind = _kind(turn.asked("kind"))
    file = await open_interim(number_in(turn.asked("case")), actor=turn.actor, uow=turn.uow)
    message = interim_time_asked(file, kind, turn.words)
    await turn.ask(Step.INTERIM_TIME, message, case=file.case.id, kind=kind.value, what=turn.words)


async def interim_now_pressed(turn: Turn) -> None:
    """现在 was pressed."""
    await _noted(turn, "")


async def interim_time_typed(turn: Turn) -> None:
    """Keep it with the typed time."""
    await _noted(turn, turn.words)


async def _noted(turn: Turn, at: str) -> None:
    if not turn.asked("what"):
        raise SomebodyWasFirst("question_gone")
    case_id, kind = number_in(turn.asked("case")), _kind(turn.asked("kind"))
    file = await note_interim(case_id, kind, turn.asked("what"), at, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(remedy_screen(file, turn.actor))


async def asking_pressed(turn: Turn) -> None:
    """已问客户 was pressed."""
    press = turn.press
    file = await ask_customer(press.id, press.version, actor=turn.actor, uow=turn.uow)
    await turn.toast("customer_asked")
    await turn.redraw(remedy_screen(file, turn.actor))


async def answer_pressed(turn: Turn) -> None:
    """满意 was pressed: keep it; 不满意: ask what is wrong."""
    press = turn.press
    if press.arg not in TOLD:
        raise NoSuchThing("thing_unknown")
    file = await read_remedy(press.id, actor=turn.actor, uow=turn.uow)
    check_answering(file, turn.actor)
    check_is_news(file, Contentment(press.arg))
    if press.arg == Contentment.DISSATISFIED:
        await turn.redraw(dissatisfied_asked(file))
        await turn.expect(Step.SURVEY, case=press.id)
        return
    file = await answer_survey(press.id, Contentment.SATISFIED, "", actor=turn.actor, uow=turn.uow)
    await turn.toast("customer_satisfied")
    await turn.redraw(remedy_screen(file, turn.actor))


async def complaint_typed(turn: Turn) -> None:
    """Keep what the customer is not satisfied with."""
    case_id = number_in(turn.asked("case"))
    file = await answer_survey(case_id, Contentment.DISSATISFIED, turn.words, actor=turn.actor, uow=turn.uow)
    await shown_remedy(turn, file)


def _kind(text: str) -> InterimKind:
    if text not in list(InterimKind):
        raise NoSuchThing("thing_unknown")
    return InterimKind(text)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "remedy_talk": on_this_plan(talk_pressed),
            "remedy_end": on_this_plan(round_ended),
            "remedy_record": record_opened,
            "interim": interim_pressed,
            "interim_now": interim_now_pressed,
            "survey_ask": on_this_plan(asking_pressed),
            "survey_said": on_this_plan(answer_pressed),
        },
        steps={
            Step.ROUND: said_sent,
            Step.INTERIM: interim_typed,
            Step.INTERIM_TIME: interim_time_typed,
            Step.SURVEY: complaint_typed,
        },
        takes_files=frozenset({Step.ROUND.value}),
        rings={SURVEY: survey_rang},
    )
