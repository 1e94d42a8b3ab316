"""What people are told of a plan that moved on without them."""

from core.model.message import Button, Message, Urgency
from core.model.negotiation import Survey
from core.model.person import Person
from core.model.remedy import Undertaking
from core.rules.remedy.remedy_file import RemedyFile
from core.screens.remedy import button
from core.screens.remedy_head import line, remedy_head


def remedy_told(file: RemedyFile, what: str) -> Message:
    """To whoever reported and whoever leads the case: what happened, and the way there."""
    return Message(
        template="remedy_told",
        urgency=Urgency.URGENT,
        data=remedy_head(file)
        | {
            "what": what,
            "survey_words": file.survey.words if file.survey else "",
            "said": file.rounds[-1].said if file.rounds else "",
        },
        rows=((_opened(file), button("customer_texts", "customer_texts", file)),),
    )


def undertaking_given(file: RemedyFile, one: Undertaking, reason: str = "") -> Message:
    """To whoever sees to something that the customer has agreed to; why it is theirs again, where it was not done."""
    return Message(
        template="undertaking_given",
        urgency=Urgency.NOTICE,
        data=remedy_head(file) | {"one": line(one, file), "again": reason},
        rows=((button(f"carry_{one.kind}", "remedy_do", file, str(one.id)),),),
    )


def undertaking_to_confirm(file: RemedyFile, one: Undertaking, by: Person) -> Message:
    """To whoever leads the case: who is named in it says that it is done, and may not say so alone."""
    arg = str(one.id)
    return Message(
        template="undertaking_to_confirm",
        urgency=Urgency.NOTICE,
        data=remedy_head(file) | {"one": line(one, file), "by": by.name},
        rows=(
            (
                button("remedy_files", "remedy_files", file, arg),
                button("confirm_done", "remedy_do", file, arg),
            ),
        ),
    )


def customer_silent(file: RemedyFile, survey: Survey) -> Message:
    """To whoever asked the customer, should no answer have come."""
    return Message(
        template="customer_silent",
        urgency=Urgency.NOTICE,
        once=f"survey:{survey.id}:{survey.reminders}",
        data=remedy_head(file)
        | {
            "asked_at": survey.asked_at,
            "reminders": survey.reminders,
            "most": file.dossier.company.survey_reminders,
        },
        rows=(
            (
                button("survey_satisfied", "survey_said", file, "satisfied"),
                button("survey_dissatisfied", "survey_said", file, "dissatisfied"),
            ),
            (_opened(file),),
        ),
    )


def _opened(file: RemedyFile) -> Button:
    return button("remedy_open", "remedy", file)
