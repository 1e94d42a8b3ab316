"""The investigator answers the questions of the rulebook in force."""

from enum import StrEnum

from core.actions.investigation.set_fact import set_fact
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.message import Message
from core.rulebook.vocabulary import FactField
from core.rules.case.asked_facts import asked_facts
from core.rules.typed.several_answers import answer_of_marks
from core.rules.typed.short_names import name_meant
from core.screens.questions import question_asked, questions_screen
from handlers.numbers import number_in
from handlers.preview import case_in, own_dossier
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What the investigator is being asked."""

    ANSWER = "fact_answer"


def _asked(turn: Turn, dossier: Dossier) -> dict[str, FactField]:
    return dict(asked_facts(rulebook_of(dossier.case, uow=turn.uow)))


def _list(turn: Turn, dossier: Dossier) -> Message:
    return questions_screen(dossier, _asked(turn, dossier), turn.actor.language)


def _question(turn: Turn, dossier: Dossier, pressed: str) -> tuple[str, FactField]:
    """The question that a button carried, with its name."""
    asked = _asked(turn, dossier)
    name = name_meant(pressed, asked)
    if name not in asked:
        raise NoSuchThing("question_unknown", name=name)
    return name, asked[name]


async def questions_opened(turn: Turn) -> None:
    """Show all questions."""
    await turn.settle()
    await turn.redraw(_list(turn, await own_dossier(turn)))


async def question_opened(turn: Turn) -> None:
    """Put one question."""
    dossier = await own_dossier(turn)
    name, field = _question(turn, dossier, turn.press.arg)
    message = question_asked(dossier, name, field, turn.actor.language)
    await turn.ask(Step.ANSWER, message, case_id=dossier.case.id, name=name)


async def answer_typed(turn: Turn) -> None:
    """Record the typed answer."""
    dossier = await set_fact(case_in(turn), turn.asked("name"), turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(_list(turn, dossier))


async def answer_pressed(turn: Turn) -> None:
    """Record the pressed answer."""
    pressed, _, answer = turn.press.arg.partition("=")
    name, _ = _question(turn, await own_dossier(turn), pressed)
    dossier = await set_fact(turn.press.id, name, answer, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(_list(turn, dossier))


async def several_pressed(turn: Turn) -> None:
    """Mark one of several choices, or take its mark away."""
    pressed, _, marks = turn.press.arg.partition("=")
    dossier = await own_dossier(turn)
    name, field = _question(turn, dossier, pressed)
    await turn.redraw(question_asked(dossier, name, field, turn.actor.language, number_in(marks)))


async def several_finished(turn: Turn) -> None:
    """Record all choices that are marked."""
    pressed, _, marks = turn.press.arg.partition("=")
    name, field = _question(turn, await own_dossier(turn), pressed)
    answer = answer_of_marks(field, number_in(marks))
    dossier = await set_fact(turn.press.id, name, answer, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(_list(turn, dossier))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "questions": questions_opened,
            "question": question_opened,
            "answer_fact": answer_pressed,
            "several": several_pressed,
            "several_done": several_finished,
        },
        steps={Step.ANSWER: answer_typed},
    )
