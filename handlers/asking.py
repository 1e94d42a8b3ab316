"""问负责人: a question goes to whoever leads the case, and the answer comes back."""

from core.actions.case.answer_question import answer_question, check_may_answer
from core.actions.case.ask_owner import ask_owner
from core.model.intake_step import IntakeStep
from core.model.message import Message
from core.screens.case_buttons import opened
from handlers.case_turn import asked_case, pressed_case
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


async def wanted_to_ask_owner(turn: Turn) -> None:
    """问负责人 was pressed: ask for the question."""
    case = await pressed_case(turn)
    message = Message(template="owner_question_asked", data={"case_id": case.id, "number": case.number})
    await turn.ask(IntakeStep.ASKING, message, case=case.id)


async def asked_owner(turn: Turn) -> None:
    """The question was typed."""
    case = await asked_case(turn)
    relay = await ask_owner(case, turn.words, actor=turn.actor, uow=turn.uow)
    owner = await turn.uow.persons.get(relay.owner_id)
    await turn.settle()
    await turn.say(
        "question_sent",
        (opened(case),),
        case_id=case.id,
        number=case.number,
        owner=owner.name,
        question=relay.question,
    )


async def wanted_to_answer(turn: Turn) -> None:
    """回答 was pressed: ask for the answer."""
    relay = await turn.uow.relays.get(turn.press.id)
    case = await check_may_answer(relay, actor=turn.actor, uow=turn.uow)
    data = {"case_id": case.id, "number": case.number, "question": relay.question}
    await turn.ask(IntakeStep.ANSWERING, Message(template="answer_asked", data=data), relay=relay.id)


async def answered_question(turn: Turn) -> None:
    """The answer was typed."""
    relay = await turn.uow.relays.get(number_in(turn.asked("relay")))
    relay = await answer_question(relay, turn.words, actor=turn.actor, uow=turn.uow)
    case = await turn.uow.cases.get(relay.case_id)
    asker = await turn.uow.persons.get(relay.asker_id)
    await turn.settle()
    await turn.say("answer_sent", case_id=case.id, number=case.number, asker=asker.name)


def handlers() -> Routes:
    """Questions and answers."""
    return Routes(
        presses={"ask_owner": wanted_to_ask_owner, "answer": wanted_to_answer},
        steps={IntakeStep.ASKING: asked_owner, IntakeStep.ANSWERING: answered_question},
    )
