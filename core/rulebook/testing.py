"""Compiling conditions to closures, once for each edition."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from core.rulebook.absence import any_unknown, field_of, no
from core.rulebook.case_tests import grade_test, loss_test, people_test, setting_test
from core.rulebook.combining import all_of, any_of, none_of
from core.rulebook.conditions import (
    AllTest,
    AnyTest,
    Condition,
    FactTest,
    GradeTest,
    HoldsTest,
    LossTest,
    NotTest,
    PeopleTest,
    SettingTest,
)
from core.rulebook.edition import Edition
from core.rulebook.fact_tests import Absent, fact_test, read_by
from core.rulebook.fields import Fields, flat_fields, value_if_absent
from core.rulebook.gate import OPEN, Gate, Test, always
from core.rulebook.opened_figures import SharedFigure


class Testing:
    """Turns the conditions of one edition into gates.

    `opened` are figures that two grades both include and that belong to the milder one.
    """

    def __init__(self, edition: Edition, opened: frozenset[SharedFigure] = frozenset()) -> None:
        self._fields: Fields = flat_fields(edition)
        self._named = edition.conditions
        self._ranks = {name: grade.rank for name, grade in edition.grades.items()}
        self._zone = ZoneInfo(edition.zone)
        self._opened = opened

    def gate(self, conditions: Sequence[Condition]) -> Gate:
        """Compile a rule's condition; nothing written is an open gate."""
        if not conditions:
            return OPEN
        facts: dict[str, None] = {}
        settings: dict[str, None] = {}
        for condition in conditions:
            self._reads(condition, facts, settings)
        asks = tuple((fact, self._asked(fact)) for fact in facts if self._may_ask(fact))
        return Gate(self.all_of(conditions), asks, tuple(settings))

    def all_of(self, conditions: Sequence[Condition]) -> Test:
        """Compile tests of which all must hold."""
        tests = tuple(self._test(condition) for condition in conditions)
        return tests[0] if len(tests) == 1 else all_of(tests)

    def _test(self, condition: Condition) -> Test:  # noqa: C901, PLR0911 (one branch a subject)
        match condition:
            case FactTest():
                return self._fact(condition)
            case LossTest():
                return loss_test(condition, self._opened)
            case GradeTest():
                return grade_test(condition, self._ranks)
            case PeopleTest():
                return people_test(condition)
            case SettingTest():
                return setting_test(condition)
            case HoldsTest():
                return self.all_of(self._named[condition.holds])
            case AllTest():
                return self.all_of(condition.all)
            case AnyTest():
                return any_of(tuple(self._test(inner) for inner in condition.any))
        return none_of(self._test(condition.not_))

    def _fact(self, test: FactTest) -> Test:
        field = self._fields.get(test.fact)
        if field is None:
            return fact_test(test, "date", self._asked_of(test), self._zone)
        return fact_test(test, field.type, self._asked_of(test), self._zone)

    def _asked_of(self, test: FactTest) -> Absent:
        asked = [self._asked(name) for name in read_by(test) if name in self._fields]
        return any_unknown(asked)

    def _asked(self, name: str) -> Absent:
        field = self._fields[name]
        if field.if_absent == "no":
            return no
        asks = self.all_of(field.ask_when) if field.ask_when else always
        record, dot, _ = name.partition(".")
        if not dot or record == "person":
            return lambda circumstances, party: None if asks(circumstances, party) else False
        return field_of(record, self._asked(record))

    def _may_ask(self, name: str) -> bool:
        field = self._fields.get(name)
        return field is not None and field.if_absent != "no" and value_if_absent(field) is None

    def _reads(self, condition: Condition, facts: dict[str, None], settings: dict[str, None]) -> None:
        match condition:
            case FactTest():
                facts.update(dict.fromkeys(read_by(condition)))
            case SettingTest():
                settings[condition.setting] = None
            case _:
                for inner in self._inside(condition):
                    self._reads(inner, facts, settings)

    def _inside(self, condition: Condition) -> tuple[Condition, ...]:
        match condition:
            case HoldsTest():
                return self._named[condition.holds]
            case AllTest():
                return condition.all
            case AnyTest():
                return condition.any
            case NotTest():
                return (condition.not_,)
        return ()
