"""The chapter of duties: what else a clause demands, of whom, when, on which form."""

from typing import Annotated, Final, Literal, Self

from pydantic import StrictBool, StrictInt, model_validator

from core.model.label import Label
from core.rulebook.chapter import Chapter, Clause, Field, Id, Ids
from core.rulebook.conditions import When
from core.rulebook.figures import FromSetting
from core.rulebook.vocabulary import Choice

DutyKind = Literal[
    "gate",
    "task",
    "notice",
    "form",
    "fields",
    "record",
    "report",
    "role",
    "escalate",
    "refuse",
    "booking",
]
Moment = Literal["registered", "accepted", "refused", "decided", "noticed", "closed"]
"""The moments of a case's life that the bot sees by itself."""
CorrectiveStep = Literal[
    "team", "problem", "containment", "cause", "actions", "effect", "prevention", "lessons"
]
"""The eight steps by which a cause is corrected (8D)."""
Saying = Literal["team", "cause", "containment", "corrective", "preventive", "effect", "lessons"]
"""What a plan for correcting a cause says, and a form may ask for."""
Counted = Literal[
    "registered",
    "closed",
    "open",
    "overdue",
    "satisfied",
    "surveyed",
    "orders",
    "spent",
    "budget",
    "parts",
    "repair",
    "transport",
    "return_and_refund",
    "compensation",
]
"""What a report of the period counts, and a form of that period may take from it."""
COUNTED_MONEY: Final = frozenset(
    {"spent", "budget", "parts", "repair", "transport", "return_and_refund", "compensation"}
)
Withheld = Literal["months", "amount", "booked_on"]
"""What the payroll batches of a case know once nothing is left to withhold, by the type of the field it fills."""
_PAYROLL_TYPES: Final = {"months": "text", "amount": "money", "booked_on": "date"}
Rhythm = Literal["daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly"]


class FormField(Chapter):
    """One field of a form. `ratio` is computed: `of` over `over`, two other fields, as a percentage.

    A duty is not done while a yes-or-no field is other than it `must_be`, or a field is unlike the one it `equals`.
    What the plan for correcting the cause `says` by then already stands in a text; what the report of the period
    `counts` can be taken over by a press; what `payroll` has withheld is filled in, and the duty done, by its batches. Each of the `people` named signs for
    themself that they took part, or have read it.
    """

    type: Literal[
        "text",
        "count",
        "decimal",
        "money",
        "boolean",
        "choice",
        "date",
        "time",
        "person",
        "people",
        "photo",
        "ratio",
    ]
    label: Label
    clause: Clause | None = None
    optional: StrictBool = False
    choices: Annotated[dict[Id, Choice], Field(default_factory=dict)]
    of: Id | None = None
    over: Id | None = None
    must_be: StrictBool | None = None
    equals: Id | None = None
    says: Saying | None = None
    counts: Counted | None = None
    payroll: Withheld | None = None
    signs: Literal["attended", "read"] = "attended"

    @model_validator(mode="after")
    def _says_in_words(self) -> Self:
        if self.says is not None and self.type != "text":
            raise ValueError("only a text says what the plan says")
        return self

    @model_validator(mode="after")
    def _counts_in_its_own_unit(self) -> Self:
        if self.counts is not None and self.type != ("money" if self.counts in COUNTED_MONEY else "count"):
            raise ValueError("what counts money is of the type money, what counts anything else a count")
        return self

    @model_validator(mode="after")
    def _is_of_the_type_that_payroll_fills(self) -> Self:
        if self.payroll is not None and self.type != _PAYROLL_TYPES[self.payroll]:
            raise ValueError(f"{self.payroll!r} of payroll is of the type {_PAYROLL_TYPES[self.payroll]}")
        return self


class Duty(Chapter):
    """What else a clause demands of an office.

    It opens at a moment of the case, at an event, or by the calendar (`rhythm`, due on `day` of the period; a setting
    where the regulation leaves the period out); a role names a standing task and opens nothing. `after` are duties to
    be done first; `not_by` duties whose doer may not do this one; `two_persons` asks for a second confirmation. What is
    `automatic` the bot does by itself: it is told, and opens nothing. `step` says which step of correcting the cause it
    belongs to: it is shown there, and that step waits for it. A gate, or whatever `blocks_closing`, keeps the case open
    until it is done.
    """

    clause: Clause
    label: Label
    owner: Id
    kind: DutyKind
    when: When = ()
    copies: Ids = ()
    covers: tuple[Clause, ...] = ()
    opens: Moment = "accepted"
    event: Id | None = None
    rhythm: Rhythm | FromSetting | None = None
    day: Annotated[StrictInt, Field(ge=1, le=31)] | None = None
    deadline: Id | None = None
    fields: Annotated[dict[Id, FormField], Field(default_factory=dict)]
    evidence: Literal["none", "any", "photo", "file"] = "none"
    after: Ids = ()
    not_by: Ids = ()
    two_persons: StrictBool = False
    blocks_closing: StrictBool = False
    automatic: StrictBool = False
    step: CorrectiveStep | None = None
    consequence: Label | None = None
    reading: str | None = None

    @model_validator(mode="after")
    def _speaks_of_its_own_fields(self) -> Self:
        for key, field in self.fields.items():
            for other in (field.of, field.over, field.equals):
                if other is not None and other not in self.fields:
                    raise ValueError(
                        f"fields.{key} names {other!r}; fields of this form are {', '.join(self.fields)}"
                    )
        return self

    @property
    def by_payroll(self) -> bool:
        """Whether the payroll batches of its case do it by themselves."""
        return any(field.payroll for field in self.fields.values())

    @property
    def is_gate(self) -> bool:
        """Whether the case stays open until this is done."""
        return self.kind == "gate" or self.blocks_closing

    @property
    def is_standing(self) -> bool:
        """Whether it never opens: it only says whose work something is, or the bot does it by itself."""
        return self.kind == "role" or self.automatic
