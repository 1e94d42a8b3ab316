"""The customer's side of a case on one screen: where it stands, and the next step first."""

from typing import Final

from core.model.case import Stage
from core.model.message import Button, Message
from core.model.negotiation import Contentment, RoundOutcome
from core.model.person import Person
from core.model.remedy import Dispute, RemedyState, Undertaking
from core.rules.remedy.remedy_chain import Signing, next_signing
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import may_answer, may_lead, may_sign, may_write
from core.screens.case_buttons import opened
from core.screens.picks import in_rows
from core.screens.remedy_head import remedy_head

# while the plan is made, and while it is carried out, its parts are what is pressed
_WITH_PARTS: Final = (RemedyState.PLANNING, RemedyState.AGREED)
_DECIDED: Final = (Stage.DECIDED, Stage.REFUSED)
# nothing can be planned yet, or any more
_AT_REST: Final = (Stage.REGISTERED, Stage.RETURNED, Stage.CLOSED)


def remedy_screen(file: RemedyFile, reader: Person) -> Message:
    """What was done at once, the plan, what the customer said, and what this reader can do next."""
    parts = _parts(file) if file.remedy.state in _WITH_PARTS or not may_lead(file, reader) else ()
    signing = _signing(file, reader)
    return Message(
        template="remedy_shown",
        data=remedy_head(file) | _told(file) | ({"next": "signing"} if signing else {}),
        rows=tuple(row for row in (signing, *parts, _next(file, reader), _beside(file, reader)) if row),
    )


def remedy_more(file: RemedyFile) -> Message:
    """What is needed less often: what was done at once, how far a dispute has come, the parts of the plan."""
    interims = (
        button("interim_containment", "interim", file, "containment"),
        button("interim_interim", "interim", file, "interim"),
    )
    parts = () if file.remedy.state in _WITH_PARTS else _parts(file)
    record = (button("remedy_record", "remedy_record", file),) if file.rounds or file.surveys else ()
    adjust = () if file.remedy.state is RemedyState.PLANNING else (_adjusting(file),)
    return Message(
        template="remedy_more",
        data=remedy_head(file) | _told(file),
        rows=(interims, *in_rows(_disputes(file)), *parts, (_talking(file), *adjust), (*record, back(file))),
    )


def button(label: str, verb: str, file: RemedyFile, arg: str = "", text: str = "") -> Button:
    """A button that counts for the present version of the plan."""
    return Button(label, verb, file.case.id, file.remedy.version, arg, text=text)


def signing_row(asked: Signing, file: RemedyFile) -> tuple[Button, ...]:
    """To sign that step for the plan, or to send it back."""
    step = str(asked.step)
    return (button("approve", "remedy_sign", file, step), button("reject", "remedy_back", file, step))


def back(file: RemedyFile) -> Button:
    """Back to the screen."""
    return button("back", "remedy", file)


def _parts(file: RemedyFile) -> tuple[tuple[Button, ...], ...]:
    return in_rows((_part(one, file) for one in file.undertakings), 2)


def _part(one: Undertaking, file: RemedyFile) -> Button:
    """A part of the plan as its button; what is to be carried out now leads there at once."""
    if one.done_at is None and file.remedy.state is RemedyState.AGREED:
        return button(f"carry_{one.kind}", "remedy_do", file, str(one.id))
    return button(f"remedy_{one.kind}", "undertaking", file, str(one.id))


def _signing(file: RemedyFile, reader: Person) -> tuple[Button, ...]:
    asked = next_signing(file)
    return signing_row(asked, file) if asked and may_sign(file, reader) else ()


def _next(file: RemedyFile, reader: Person) -> tuple[Button, ...]:
    """What the reader can do next; of a closed case only what the customer says is still taken."""
    if may_lead(file, reader):
        return _leading(file)
    return _asking(file) if file.survey and may_answer(file, reader) else ()


def _leading(file: RemedyFile) -> tuple[Button, ...]:
    match file.remedy.state:
        case RemedyState.PLANNING:
            return _planning(file)
        case RemedyState.APPROVED:
            return (_talking(file), _adjusting(file))
        case RemedyState.CARRIED_OUT:
            return (*_asking(file), *((_adjusting(file),) if _is_discontent(file) else ()))
    return ()


def _planning(file: RemedyFile) -> tuple[Button, ...]:
    add = button("remedy_add", "remedy_add", file)
    if file.outstanding():
        return (button("remedy_put", "remedy_put", file), add)
    may_ask = bool(file.undertakings) or file.case.stage in _DECIDED
    return (add, *(_asking(file) if may_ask else (_talking(file),)))


def _talking(file: RemedyFile) -> Button:
    return button("remedy_talk", "remedy_talk", file)


def _adjusting(file: RemedyFile) -> Button:
    return button("remedy_adjust", "remedy_adjust", file)


def _is_discontent(file: RemedyFile) -> bool:
    return file.survey is not None and file.survey.answer is Contentment.DISSATISFIED


def _asking(file: RemedyFile) -> tuple[Button, ...]:
    """That the customer was asked; then the answers, of which a bad one may still come after a good one."""
    satisfied = button("survey_satisfied", "survey_said", file, "satisfied")
    dissatisfied = button("survey_dissatisfied", "survey_said", file, "dissatisfied")
    survey = file.survey
    if survey is None or _is_discontent(file):
        return (button("survey_ask", "survey_ask", file),)
    return (dissatisfied,) if survey.answer is Contentment.SATISFIED else (satisfied, dissatisfied)


def _beside(file: RemedyFile, reader: Person) -> tuple[Button, ...]:
    texts = button("customer_texts", "customer_texts", file)
    if not may_lead(file, reader):
        return (*((texts,) if may_write(file, reader) else ()), opened(file.case))
    more = button("remedy_more", "remedy_more", file)
    return (texts, more, Button("back", "case", file.case.id, file.case.version))


def _disputes(file: RemedyFile) -> tuple[Button, ...]:
    """The stages it can go to from here; settled only where there is something to settle."""
    stages = (Dispute.NEGOTIATION, Dispute.MEDIATION, Dispute.LITIGATION)
    onward = [one for one in stages if one is not file.remedy.dispute]
    settled = [Dispute.SETTLED] if file.remedy.dispute.is_open else []
    return tuple(button(f"dispute_{one}", "dispute", file, one.value) for one in (*onward, *settled))


def _next_word(file: RemedyFile) -> str:
    """The key of what comes next: by how the plan stands, and what the customer said last of this very plan."""
    state, survey = file.remedy.state, file.survey
    if survey is None and file.case.stage in _AT_REST:
        return file.case.stage
    said = file.rounds[-1] if file.rounds and file.rounds[-1].version == file.remedy.version else None
    if state is RemedyState.APPROVED and said and said.outcome is RoundOutcome.REFUSED:
        return RoundOutcome.REFUSED
    if (
        survey is None
        or file.outstanding()
        or (_is_discontent(file) and state is not RemedyState.CARRIED_OUT)
    ):
        return state
    return survey.answer or "asked"


def _told(file: RemedyFile) -> dict[str, object]:
    remedy, survey = file.remedy, file.survey
    last = file.rounds[-1] if file.rounds else None
    return {
        "next": _next_word(file),
        "interims": tuple((one.kind, one.what, one.at) for one in remedy.interims),
        "rounds": len(file.rounds),
        "said": last.said if last else "",
        "said_at": last.held_at if last else None,
        "outcome": last.outcome if last else None,
        "dispute": remedy.dispute,
        "dispute_since": remedy.dispute_since,
        "asked_at": survey.asked_at if survey else None,
        "reminders": survey.reminders if survey else 0,
        "answer": survey.answer if survey else None,
        "answer_words": survey.words if survey else "",
        "answered_at": survey.answered_at if survey else None,
        "kinds": file.kinds if file.rules and file.rules.kinds else (),
        "clause": file.rules.clause.split("#")[0] if file.rules else "",
    }
