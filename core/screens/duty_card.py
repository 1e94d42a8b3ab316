"""The card of one duty: what is asked, on which form, with which evidence, and what this reader can do about it."""

from collections.abc import Mapping
from dataclasses import replace

from core.model.label import Label
from core.model.message import Button, Message
from core.model.person import Person
from core.rulebook.duty_rules import FormField
from core.rules.corrective.agreed_actions import doer_of, verifier_of
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_form import Ratio, counted_fields, lacks_evidence, ratio
from core.rules.duty.duty_rights import is_entitled
from core.rules.duty.signatures import NAMES_SAID, people_in, unsigned
from core.screens.label_width import shortened
from core.screens.picks import Rows, in_rows


def duty_card(file: DutyFile, reader: Person) -> Message:
    """What, clause, office, time; the form with what is filled in; who did it."""
    duty = file.duty
    return Message(
        template="duty_opened",
        data=duty_head(file)
        | {
            "fields": tuple(_line(file, name, field) for name, field in file.rule.fields.items()),
            "evidence": len(file.evidence),
            "wanted": file.rule.evidence if lacks_evidence(file) else "",
            "names": file.names(),
            "needs_two": file.rule.two_persons,
            "is_gate": duty.is_gate,
            "consequence": file.rule.consequence,
            "first": _label(file),
            "opened_at": duty.opened_at,
            "finished_at": duty.finished_at,
            "finished_by": file.roster.name(duty.finished_by),
            "done_at": duty.done_at,
            "done_by": file.roster.name(duty.done_by),
            "has_fallen_away": duty.has_fallen_away,
            "payroll": file.withholding,
        },
        rows=_rows(file, reader),
    )


def duty_head(file: DutyFile) -> dict[str, object]:
    """What stands at the head of every screen about a duty."""
    duty, case = file.duty, file.case
    ended = duty.finished_at or file.now
    return {
        "case_id": case.id if case else None,
        "site": duty.site,
        "number": case.number if case else "",
        "title": file.title,
        "label": file.rule.label,
        "action": duty.data.get("action"),
        "doer": file.roster.name(doer_of(duty)) if duty.is_planned else "",
        "verifier": file.roster.name(verifier_of(duty)) if duty.is_planned else "",
        "clause": duty.clause.split("#")[0],
        "office": file.office,
        "due": duty.due_at,
        "is_late": duty.due_at is not None and duty.due_at < ended,
        "off": None if duty.due_at is None else abs(duty.due_at - ended),
    }


def _line(file: DutyFile, name: str, field: FormField) -> Mapping[str, object]:
    value: object = file.duty.answers.get(name)
    if field.type == "people" and value is not None:
        value = _signatures(file, name)
    if field.type == "ratio":
        value = ratio(field, file.duty.answers)
    return {
        "label": field.label,
        "type": field.type,
        "is_optional": field.optional,
        "is_filled": value is not None,
        "value": _said(file, field, value),
    }


def _said(file: DutyFile, field: FormField, value: object) -> object:
    """The answer as the template says it by its type: a choice by its label, a person by name, photos by number."""
    if isinstance(value, Ratio):
        return value.rate
    if field.type == "choice" and str(value) in field.choices:
        return field.choices[str(value)].label
    if field.type == "person" and isinstance(value, int):
        return file.roster.name(value)
    if field.type == "photo" and isinstance(value, list | tuple):
        return len(value)
    return value


def _signatures(file: DutyFile, name: str) -> Mapping[str, object]:
    missing = unsigned(file, name)
    return {
        "signed": len(file.signed.get(name, ())),
        "asked": len(people_in(file.duty, name)),
        "missing": missing[:NAMES_SAID],
        "more": len(missing) > NAMES_SAID,
    }


def _label(file: DutyFile) -> Label | None:
    first = file.to_do_first()
    return first.label if first else None


def _rows(file: DutyFile, reader: Person) -> Rows:
    return (*_doing(file, reader), _beside(file))


def _beside(file: DutyFile) -> tuple[Button, ...]:
    duty, case, count = file.duty, file.case, len(file.evidence)
    files = (Button("evidence", "duty_files", duty.id, duty.version, text=str(count)),) if count else ()
    others = (Button("duties", "duties", case.id, case.version, text=case.number),) if case else ()
    why = (Button("why", "why_then", duty.id),) if duty.due_at else ()
    return (*why, *files, *others, Button("back", "due", 0, 0, "0"))


def with_planning(card: Message, file: DutyFile) -> Message:
    """The card of an agreed action, for whoever plans: the plan, who else verifies it, and whether it is still wanted."""
    duty, case_id = file.duty, file.duty.case_id or 0
    plan = Button("corrective", "corrective", case_id, file.case.version if file.case else 0)
    changes = (
        Button("action_verifier", "action_verifier", duty.id, duty.version),
        Button("action_withdraw", "action_withdraw", duty.id, duty.version),
    )
    is_open = duty.is_open and not file.is_case_closed
    return replace(card, rows=(*card.rows, (plan, *(changes if is_open else ()))))


def _doing(file: DutyFile, reader: Person) -> Rows:
    duty = file.duty
    if duty.has_fallen_away:
        return ()
    if reader.id in duty.doers():
        undo = Button("take_back", "duty_undo", duty.id, duty.version)
        return () if file.is_case_closed else ((undo,),)
    if not is_entitled(file, reader) or not duty.is_open:
        return ()
    if file.waits_for_second():
        second = Button("duty_second", "duty_second", duty.id, duty.version)
        back = Button("action_back", "action_back", duty.id, duty.version)
        return ((second, back),) if duty.is_planned else ((second,),)
    done = Button("done", "duty_done", duty.id, duty.version)
    add = Button("duty_add", "duty_add", duty.id, duty.version)
    taken = Button("duty_counts", "duty_counts", duty.id, duty.version)
    rows = (*in_rows(_fields(file, reader.language), 2), (done, add))
    return ((taken,), *rows) if counted_fields(file.rule) else rows


def _fields(file: DutyFile, language: str) -> tuple[Button, ...]:
    return tuple(
        Button(
            "duty_field_filled" if name in file.duty.answers else "duty_field",
            "duty_field",
            file.duty.id,
            file.duty.version,
            str(place),
            text=shortened(field.label.in_language(language)),
        )
        for place, (name, field) in enumerate(file.rule.fields.items())
        if field.type != "ratio"
    )
