"""What a form of a duty may say of its fields."""

import pytest
from pydantic import ValidationError

from core.rulebook.duty_rules import FormField

LABEL = {"zh-Hans": "件数", "en": "Number"}


@pytest.mark.parametrize(
    "field",
    [
        {"type": "text", "says": "cause"},
        {"type": "count", "counts": "registered"},
        {"type": "money", "counts": "spent"},
    ],
)
def test_a_field_is_filled_from_what_is_of_its_own_kind(field: dict[str, str]) -> None:
    assert FormField.model_validate({**field, "label": LABEL}).type == field["type"]


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ({"type": "count", "says": "cause"}, "only a text"),
        ({"type": "money", "counts": "registered"}, "counts money is of the type money"),
        ({"type": "count", "counts": "spent"}, "counts money is of the type money"),
        ({"type": "text", "counts": "open"}, "counts money is of the type money"),
        ({"type": "text", "payroll": "amount"}, "'amount' of payroll is of the type money"),
        ({"type": "money", "payroll": "months"}, "'months' of payroll is of the type text"),
        ({"type": "text", "payroll": "booked_on"}, "'booked_on' of payroll is of the type date"),
    ],
)
def test_a_field_of_another_kind_is_a_fault(field: dict[str, str], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        FormField.model_validate({**field, "label": LABEL})
