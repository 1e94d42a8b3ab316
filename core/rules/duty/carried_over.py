"""What was said at intake or in the corrective plan stands in a duty's form: nobody writes the same thing twice."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import NotAllowed
from core.model.case import Case
from core.rulebook.duty_rules import Duty as DutyRule
from core.rulebook.duty_rules import FormField, Saying
from core.rules.draft.intake_gaps import given_by
from core.rules.duty.duty_answers import form_value

# a person is picked from the staff, a photo is evidence, a ratio is computed
_NOT_SAID: Final = frozenset({"person", "people", "photo", "ratio"})


def carried_over(
    row: DutyRule, case: Case, now: datetime, zone: ZoneInfo, said: Mapping[Saying, str]
) -> Mapping[str, object]:
    """The fields that bear the id of something said at intake, in the form's own values; unfit answers are left out.

    So do those that the plan for correcting the cause has `said` by now.
    """
    of_plan = {name: said.get(field.says, "") for name, field in row.fields.items() if field.says}
    given = {**given_by(case), **{name: text for name, text in of_plan.items() if text}}
    values = {
        name: _value(field, given[name], now, zone)
        for name, field in row.fields.items()
        if given.get(name) and field.type not in _NOT_SAID
    }
    return {name: value for name, value in values.items() if value is not None}


def _value(field: FormField, said: str, now: datetime, zone: ZoneInfo) -> object | None:
    try:
        return form_value(field, said, now, zone)
    except NotAllowed:
        return None
