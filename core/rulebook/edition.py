"""One edition of one rulebook: all chapters of a file together."""

from datetime import date

from core.model.label import Label
from core.rulebook.chapter import Chapter, Clause, Field, Id
from core.rulebook.conditions import Conditions
from core.rulebook.conduct_rules import Approval, Decision, Reassignment, Sanction
from core.rulebook.duty_rules import Duty
from core.rulebook.grading import Exclusion, Grade, Grading, Incident
from core.rulebook.money_rules import Adjustment, Base, Charge, Split
from core.rulebook.pricing_rules import AnyPricing, Counted
from core.rulebook.process_rules import (
    Appeal,
    Channel,
    Closing,
    Intake,
    Law,
    Numbering,
    Office,
    Precedence,
    Retention,
    Scope,
)
from core.rulebook.remedy_rules import RemedyRules
from core.rulebook.timing import Deadline, Event
from core.rulebook.vocabulary import Cause, Fact, FactField, Named, Role, Setting


class Edition(Chapter):
    """A regulation as in force from a day; without a day it is in force for every date."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    edition: str
    in_force_from: date | None = None
    zone: str
    title: Label
    scope: Scope | None = None

    facts: dict[Id, Fact] = Field(default_factory=dict)
    person: dict[Id, FactField] = Field(default_factory=dict)
    settings: dict[Id, Setting] = Field(default_factory=dict)
    roles: dict[Id, Role] = Field(default_factory=dict)
    faults: dict[Id, Named] = Field(default_factory=dict)
    offices: dict[Id, Office] = Field(default_factory=dict)
    accounts: dict[Id, Named] = Field(default_factory=dict)
    measures: dict[Id, Named] = Field(default_factory=dict)
    events: dict[Id, Event] = Field(default_factory=dict)
    causes: dict[Id, Cause] = Field(default_factory=dict)
    conditions: dict[Id, Conditions] = Field(default_factory=dict)

    channels: dict[Id, Channel] = Field(default_factory=dict)
    intake: Intake | None = None
    numbering: Numbering | None = None

    pricing: tuple[AnyPricing, ...] = ()
    counted: tuple[Counted, ...] = ()
    incident: Incident | None = None
    exclusions: tuple[Exclusion, ...] = ()
    grading: Grading = Grading()
    grades: dict[Id, Grade] = Field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    reassignments: tuple[Reassignment, ...] = ()
    bases: tuple[Base, ...] = ()
    splits: tuple[Split, ...] = ()
    charges: tuple[Charge, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    deadlines: dict[Id, Deadline] = Field(default_factory=dict)
    approvals: tuple[Approval, ...] = ()
    appeals: dict[Id, Appeal] = Field(default_factory=dict)
    duties: dict[Id, Duty] = Field(default_factory=dict)
    remedy: RemedyRules | None = None
    closing: Closing | None = None
    retention: Retention | None = None
    laws: dict[Id, Law] = Field(default_factory=dict)
    precedence: Precedence | None = None
    readings: dict[str, Label] = Field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()
    not_executable: dict[Clause, Label] = Field(default_factory=dict)
    overridden: dict[Clause, Label] = Field(default_factory=dict)


class WageGuard(Chapter):
    """The statutory guard: what may be withheld of a month's wage, with its legal source."""

    law: Label
    clause: Clause
    in_force_from: date
    share_of_wage: str
    longest_months: int


class LossKinds(Chapter):
    """The words of the loss kinds, the same for every rulebook."""

    kinds: dict[Id, Label]
