"""What a missed deadline sets must be a fact of the edition that can be set so."""

import pytest

from core.rulebook.checks.set_facts import facts_that_cannot_be_set
from core.rulebook.edition import Edition

LABEL = {"zh-Hans": "词", "en": "word"}
FACTS = {
    "late": {"type": "boolean", "clause": "1", "label": LABEL},
    "breaches": {"type": "choices", "clause": "1", "label": LABEL, "choices": {"slow": {"label": LABEL}}},
    "form": {
        "type": "record",
        "clause": "1",
        "label": LABEL,
        "fields": {"sent": {"type": "boolean", "clause": "1", "label": LABEL}},
    },
}


def faults(sets: dict[str, str] | None) -> list[str]:
    missed = {"label": LABEL, "by": "boss"} | ({"sets": sets} if sets else {})
    clock = {"since": "received", "hours": 2}
    deadline = {"clause": "1", "label": LABEL, "owner": "boss", "clocks": [clock], "missed": missed}
    edition = Edition.model_validate(
        {
            "id": "x",
            "edition": "y",
            "zone": "UTC",
            "title": LABEL,
            "facts": FACTS,
            "deadlines": {"reply": deadline, "other": {**deadline, "missed": None}},
        }
    )
    return [str(fault) for fault in facts_that_cannot_be_set(edition)]


@pytest.mark.parametrize(
    "sets", [None, {"fact": "late"}, {"fact": "breaches", "has": "slow"}, {"fact": "none"}]
)
def test_a_yes_and_a_choice_that_is_declared_can_be_set(sets: dict[str, str] | None) -> None:
    assert faults(sets) == []


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ({"fact": "breaches"}, "'breaches' is of the type choices; allowed here is boolean"),
        ({"fact": "form"}, "'form' is of the type record; allowed here is boolean"),
        ({"fact": "late", "has": "slow"}, "'late' is of the type boolean; allowed here is choices"),
        ({"fact": "breaches", "has": "fast"}, "'fast' is none of its choices; declared are slow"),
    ],
)
def test_anything_else_is_a_fault_that_says_what_is_allowed(sets: dict[str, str], said: str) -> None:
    (fault,) = faults(sets)

    assert fault.startswith("deadlines.reply.missed.sets.")
    assert said in fault
