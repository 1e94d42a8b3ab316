"""One duty with everything that its rules and screens read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from core.model.case import Case, Stage
from core.model.duty import Duty
from core.model.evidence import Evidence
from core.model.label import Label
from core.model.person import Person
from core.model.roles import Role
from core.model.roster import Roster
from core.payroll.withholding import Withholding
from core.rights.bar import Bar
from core.rights.circumstances import Circumstances, around_case
from core.rights.tie import Tie
from core.rulebook.duty_rules import Duty as DutyRule
from core.rules.duty.duty_holders import entitled_to


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFile:
    """A duty at one instant: its rule and that rule's book, who could do it, its evidence, and the duties beside it.

    `beside` are the other duties of the same case, or those that the calendar opened at the same site, by rule.
    `signed` are, by field of its form, those who have signed there for themselves. `withholding` is what the
    payroll batches show of its case, where they do it.
    """

    duty: Duty
    rule: DutyRule
    title: Label
    office: Label
    roster: Roster
    beside: Mapping[str, Duty]
    evidence: tuple[Evidence, ...]
    zone: ZoneInfo
    now: datetime
    signed: Mapping[str, frozenset[int]] = field(default_factory=dict)
    withholding: Withholding | None = None

    @property
    def case(self) -> Case | None:
        """The case it belongs to; None if the calendar opened it."""
        return self.roster.case

    @property
    def is_case_closed(self) -> bool:
        """Whether its case is closed, so that nothing of it changes any more."""
        return self.case is not None and self.case.stage is Stage.CLOSED

    def entitled(self) -> tuple[Person, ...]:
        """Everybody who may do it, as far as its office goes."""
        return entitled_to(self.duty, self.roster)

    def names(self) -> tuple[str, ...]:
        """Whose it is, for others to read; nobody where it is the people concerned, who are not told of each other."""
        if self.duty.role is Role.EMPLOYEE:
            return ()
        return tuple(person.name for person in self.entitled())

    def barred(self) -> frozenset[int]:
        """Who may not do it: those who did what it is to be kept apart from."""
        apart = (self.beside.get(rule) for rule in self.rule.not_by)
        return frozenset().union(*(duty.doers() for duty in apart if duty))

    def around(self) -> Circumstances:
        """Whose it is and who had a hand in it, for what is judged about it."""
        case = around_case(self.case) if self.case else Circumstances(site=self.duty.site)
        entitled, doers = frozenset(person.id for person in self.entitled()), self.duty.doers()
        first = () if self.duty.finished_by is None else (self.duty.finished_by,)
        bars = {
            **case.bars,
            Bar.NAMED_UNLESS_ALONE: self.roster.party_ids - entitled,
            Bar.DID_APART: self.barred(),
            Bar.DID_FIRST: first,
        }
        return replace(case, ties={**case.ties, Tie.OFFICE: entitled, Tie.DOER: doers}, bars=bars)

    def to_do_first(self) -> Duty | None:
        """What must be done before this one and still is not; None if nothing."""
        before = (self.beside.get(rule) for rule in self.rule.after)
        return next((duty for duty in before if duty and duty.is_open), None)

    def done_since(self, others: Mapping[str, DutyRule]) -> Duty | None:
        """What was done only after this one, so that this one stays done; `others` are the edition's rules."""
        followers = (rule for rule, row in others.items() if self.duty.rule in row.after)
        done = (self.beside.get(rule) for rule in followers)
        return next((duty for duty in done if duty and duty.doers()), None)

    def waits_for_second(self) -> bool:
        """Whether one person has finished it and another must still agree."""
        return self.duty.is_open and self.duty.finished_by is not None
