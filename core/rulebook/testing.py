"""Compiling conditions to closures, once for each edition."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from core.model.money import Money
from core.rulebook.circumstances import Circumstances, Party
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
from core.rulebook.fact_tests import Absent, fact_test
from core.rulebook.fields import Fields, flat_fields, value_if_absent
from core.rulebook.gate import OPEN, Gate, Test
from core.rulebook.limits import limits


class Testing:
    """Turns the conditions of one edition into gates.

    `opened` are figures (fen) that two grades both include and that belong to the milder one.
    """

    def __init__(self, edition: Edition, opened: frozenset[int] = frozenset()) -> None:
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
        return tests[0] if len(tests) == 1 else _all(tests)

    def _test(self, condition: Condition) -> Test:  # noqa: C901, PLR0911 (one branch a subject)
        match condition:
            case FactTest():
                return self._fact(condition)
            case LossTest():
                return self._loss(condition)
            case GradeTest():
                return self._grade(condition)
            case PeopleTest():
                return _people(condition)
            case SettingTest():
                return _setting(condition)
            case HoldsTest():
                return self.all_of(self._named[condition.holds])
            case AllTest():
                return self.all_of(condition.all)
            case AnyTest():
                return _any(tuple(self._test(inner) for inner in condition.any))
            case NotTest():
                return _not(self._test(condition.not_))

    def _fact(self, test: FactTest) -> Test:
        field = self._fields.get(test.fact)
        if field is None:
            return fact_test(test, "date", self._asked_of(test), self._zone)
        return fact_test(test, field.type, self._asked_of(test), self._zone)

    def _asked_of(self, test: FactTest) -> Absent:
        names = [test.fact] if test.within is None else [test.fact, test.within.of]
        asked = [self._asked(name) for name in names if name in self._fields]
        return asked[0] if len(asked) == 1 else _any_unknown(asked)

    def _asked(self, name: str) -> Absent:
        field = self._fields[name]
        if field.if_absent == "no":
            return _no
        asks = self.all_of(field.ask_when) if field.ask_when else _yes
        record, dot, _ = name.partition(".")
        if not dot or record == "person":
            return lambda circumstances, party: None if asks(circumstances, party) else False
        return _field_of(record, self._asked(record))

    def _may_ask(self, name: str) -> bool:
        field = self._fields.get(name)
        return field is not None and field.if_absent != "no" and value_if_absent(field) is None

    def _loss(self, test: LossTest) -> Test:
        low, high = limits(test, lambda written: Money.of(str(written)).fen, opened=self._opened)
        without, kinds = test.without, test.loss
        if kinds == "direct":

            def direct(circumstances: Circumstances, _party: Party | None) -> bool:
                found = circumstances.losses
                fen = circumstances.direct - sum(found[kind] for kind in without if kind in found)
                return low <= fen and (high is None or fen <= high)

            return direct

        def of_kinds(circumstances: Circumstances, _party: Party | None) -> bool:
            found = circumstances.losses
            fen = sum(found[kind] for kind in kinds if kind in found)
            return low <= fen and (high is None or fen <= high)

        return of_kinds

    def _grade(self, test: GradeTest) -> Test:
        ranks = frozenset(self._ranks[name] for name in test.grade)
        if test.and_graver:
            ranks = frozenset(rank for rank in self._ranks.values() if rank >= min(ranks))

        def graded(circumstances: Circumstances, _party: Party | None) -> bool | None:
            rank = circumstances.rank
            return None if rank is None else rank in ranks

        return graded

    def _reads(self, condition: Condition, facts: dict[str, None], settings: dict[str, None]) -> None:
        match condition:
            case FactTest():
                facts[condition.fact] = None
                if condition.within is not None:
                    facts[condition.within.of] = None
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


def opened_figures(edition: Edition) -> frozenset[int]:
    """Return the figures (fen) that one grade includes below and another above, as the text has them."""
    uppers: dict[tuple[object, ...], set[str]] = {}
    lowers: dict[tuple[object, ...], set[str]] = {}
    for grade in edition.grades.values():
        for criterion in grade.any:
            for test in _loss_tests(criterion.when):
                about = (test.loss, test.without)
                if "to" in test.written:
                    uppers.setdefault(about, set()).add(str(test.written["to"]))
                if "from" in test.written:
                    lowers.setdefault(about, set()).add(str(test.written["from"]))
    shared = {figure for about, figures in lowers.items() for figure in figures & uppers.get(about, set())}
    return frozenset(Money.of(figure).fen for figure in shared)


def _loss_tests(conditions: Sequence[Condition]) -> tuple[LossTest, ...]:
    return tuple(condition for condition in conditions if isinstance(condition, LossTest))


def _all(tests: tuple[Test, ...]) -> Test:
    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        answer: bool | None = True
        for test in tests:
            one = test(circumstances, party)
            if one is False:
                return False
            if one is None:
                answer = None
        return answer

    return holds


def _any(tests: tuple[Test, ...]) -> Test:
    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        answer: bool | None = False
        for test in tests:
            one = test(circumstances, party)
            if one:
                return True
            if one is None:
                answer = None
        return answer

    return holds


def _not(test: Test) -> Test:
    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        answer = test(circumstances, party)
        return None if answer is None else not answer

    return holds


def _people(test: PeopleTest) -> Test:
    low, high = limits(test, int)
    role = test.people

    def named(circumstances: Circumstances, _party: Party | None) -> bool:
        count = len(circumstances.people.get(role, ()))
        return low <= count and (high is None or count <= high)

    return named


def _setting(test: SettingTest) -> Test:
    name, values = test.setting, frozenset(test.in_)

    def holds(circumstances: Circumstances, _party: Party | None) -> bool | None:
        value = circumstances.settings.get(name)
        return None if value is None else value in values

    return holds


def _any_unknown(asked: list[Absent]) -> Absent:
    def absent(circumstances: Circumstances, party: Party | None) -> bool | None:
        return None if any(one(circumstances, party) is None for one in asked) else False

    return absent


def _field_of(record: str, of_record: Absent) -> Absent:
    def absent(circumstances: Circumstances, party: Party | None) -> bool | None:
        return None if record in circumstances.facts else of_record(circumstances, party)

    return absent


def _no(_circumstances: Circumstances, _party: Party | None) -> bool:
    return False


def _yes(_circumstances: Circumstances, _party: Party | None) -> bool:
    return True
