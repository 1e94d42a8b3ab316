"""The investigator says what the rulebook asks about a named person, their wage or their share."""

from collections.abc import Mapping
from enum import StrEnum

from core.actions.investigation.describe_party import describe_party
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.message import Button, Message
from core.rulebook.vocabulary import FactField
from core.rules.case.asked_facts import asked_of_person
from core.rules.typed.several_answers import answer_of_marks
from core.rules.typed.short_names import name_meant
from core.screens.case_head import case_head
from core.screens.questions import question_asked
from handlers.numbers import number_in
from handlers.parties import one_party
from handlers.preview import case_in, own_dossier
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What the investigator is being asked."""

    DETAIL = "party_detail"


def _asked(turn: Turn, dossier: Dossier) -> Mapping[str, FactField]:
    return asked_of_person(rulebook_of(dossier.case, uow=turn.uow))


def _place(text: str, turn: Turn, dossier: Dossier) -> tuple[int, str]:
    """`17:level` is the level of person 17."""
    person_id, _, name = text.partition(":")
    return number_in(person_id), name_meant(name, _asked(turn, dossier))


async def detail_pressed(turn: Turn) -> None:
    """Ask about that detail: by button, or typed."""
    dossier = await own_dossier(turn)
    person_id, name = _place(turn.press.arg, turn, dossier)
    field = _asked(turn, dossier).get(name)
    if field is None:
        message = _amount_asked(dossier, person_id, name)
    else:
        message = question_asked(dossier, f"{person_id}:{name}", field, turn.actor.language)
    await turn.ask(Step.DETAIL, message, case_id=dossier.case.id, person_id=person_id, name=name)


def _amount_asked(dossier: Dossier, person_id: int, name: str) -> Message:
    case = dossier.case
    clear = Button("clear_answer", "detail_answer", case.id, case.version, f"{person_id}:{name}=")
    back = Button("back", "party", case.id, case.version, str(person_id))
    data = case_head(dossier) | {"person": dossier.name(person_id), "name": name}
    return Message(template="detail_asked", data=data, rows=((clear, back),))


async def detail_typed(turn: Turn) -> None:
    """Record the typed detail."""
    person_id = number_in(turn.asked("person_id"))
    dossier = await describe_party(
        case_in(turn), person_id, turn.asked("name"), turn.words, actor=turn.actor, uow=turn.uow
    )
    await turn.settle()
    await turn.reply.say(one_party(turn, dossier, person_id))


async def detail_answered(turn: Turn) -> None:
    """Record the pressed detail."""
    place, _, answer = turn.press.arg.partition("=")
    dossier = await own_dossier(turn)
    await _record(turn, *_place(place, turn, dossier), answer)


async def several_pressed(turn: Turn) -> None:
    """Mark one of several choices, or take its mark away."""
    place, _, marks = turn.press.arg.partition("=")
    dossier = await own_dossier(turn)
    person_id, name, field = _asked_several(turn, dossier, place)
    shown = question_asked(dossier, f"{person_id}:{name}", field, turn.actor.language, number_in(marks))
    await turn.redraw(shown)


async def several_finished(turn: Turn) -> None:
    """Record all choices that are marked."""
    place, _, marks = turn.press.arg.partition("=")
    person_id, name, field = _asked_several(turn, await own_dossier(turn), place)
    await _record(turn, person_id, name, answer_of_marks(field, number_in(marks)))


def _asked_several(turn: Turn, dossier: Dossier, place: str) -> tuple[int, str, FactField]:
    person_id, name = _place(place, turn, dossier)
    field = _asked(turn, dossier).get(name)
    if field is None:
        raise NoSuchThing("question_unknown", name=name)
    return person_id, name, field


async def _record(turn: Turn, person_id: int, name: str, answer: str) -> None:
    dossier = await describe_party(turn.press.id, person_id, name, answer, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(one_party(turn, dossier, person_id))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "detail": detail_pressed,
            "detail_answer": detail_answered,
            "detail_several": several_pressed,
            "detail_several_done": several_finished,
        },
        steps={Step.DETAIL: detail_typed},
    )
