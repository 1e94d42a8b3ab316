"""A question to the owner, and its answer."""

from core.model.case import Case
from core.model.message import Button, Message
from core.model.person import Person
from core.model.relay import Relay
from core.screens.case_buttons import asked, opened
from core.screens.case_head import head_of


def question_told(relay: Relay, case: Case, asker: Person) -> Message:
    """The question, before the owner."""
    return Message(
        template="question_relayed",
        data=_shown(relay, case) | {"who": asker.name},
        rows=((Button("answer", "answer", relay.id), opened(case)),),
    )


def answer_told(relay: Relay, case: Case, owner: Person) -> Message:
    """The answer, before who asked."""
    return Message(
        template="answer_relayed",
        data=_shown(relay, case) | {"who": owner.name},
        rows=((asked(case),),),
    )


def _shown(relay: Relay, case: Case) -> dict[str, object]:
    return head_of(case) | {
        "question": relay.question,
        "answer": relay.answer,
    }
