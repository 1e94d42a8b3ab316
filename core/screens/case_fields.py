"""What the rulebook asks for at intake, filled in on a registered case."""

from core.model.case import Case
from core.model.message import Button, Message
from core.rules.draft.case_filling import fields_to_fill, gaps_of
from core.rules.draft.intake_asked import PHOTO, IntakeAsked
from core.rules.draft.intake_gaps import given_by
from core.rules.draft.intake_said import answer_said, answers_said
from core.screens.case_buttons import opened
from core.screens.case_head import head_of
from core.screens.label_width import shortened
from core.screens.picks import Rows, in_rows


def case_fields_screen(case: Case, asked: IntakeAsked, language: str) -> Message:
    """What is missing and what was answered; a button for each."""
    buttons = (_field_button(case, field, asked, language) for field in fields_to_fill(case, asked))
    return Message(
        template="case_fields_listed",
        data=head_of(case) | {"gaps": gaps_of(case, asked), "answers": answers_said(case.answers, asked)},
        rows=(*in_rows(buttons, 2), (opened(case),)),
    )


def case_field_asked(case: Case, field: str, asked: IntakeAsked, language: str) -> Message:
    """The question for one of them, with what stands there now."""
    form = asked.fields.get(field)
    is_own = field in asked.own()
    return Message(
        template="case_field_asked",
        data=head_of(case)
        | {
            "field": field,
            "label": asked.label(field),
            "type": form.type if form and (is_own or form.type == PHOTO) else "",
            "clause": asked.clause_of(field),
            "is_optional": form.optional if form else False,
            "now": answer_said(field, given_by(case), asked) if is_own else None,
        },
        rows=(
            *_picks(case, field, asked, language),
            (Button("back", "case_fields", case.id, case.version),),
        ),
    )


def _field_button(case: Case, field: str, asked: IntakeAsked, language: str) -> Button:
    label = asked.label(field)
    text = shortened(label.in_language(language)) if label else ""
    return Button("" if label else f"field_{field}", "case_fill", case.id, case.version, field, text=text)


def _picks(case: Case, field: str, asked: IntakeAsked, language: str) -> Rows:
    form = asked.own().get(field)
    if form is None:
        return ()
    if form.type == "boolean":
        return in_rows(_pick(case, field, answer, answer) for answer in ("yes", "no"))
    choices = (
        _pick(case, field, key, "", shortened(choice.label.in_language(language)))
        for key, choice in form.choices.items()
    )
    return in_rows(choices, 2)


def _pick(case: Case, field: str, value: str, label: str, text: str = "") -> Button:
    return Button(label, "case_pick", case.id, case.version, f"{field}:{value}", text=text)
