"""Recorded cases under another edition, in words: who would have paid what, and what could not be answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.render.filters import money
from bot.rulebook_words.faults import fault_said
from bot.rulebook_words.vocabulary import Vocabulary
from bot.sheets.writing import CellValue
from core.model.assessment import Assessment, Status
from core.model.case import Case
from core.model.money import Money
from core.replay import Replayed
from core.rules.assessment.bill_change import BillChange, Span, bill_changes, total

COLUMNS = ("case", "day", "person", "was", "would", "change")


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedCase:
    """A case with what its figures were, and what the other edition makes of it."""

    case: Case
    was: Assessment
    replayed: Replayed

    @property
    def changes(self) -> tuple[BillChange, ...]:
        """Who pays what; nobody where the other edition does not answer."""
        answer = self.replayed.answer
        return bill_changes(self.was, answer) if answer and _answers(answer) else ()


class Simulation:
    """Says simulated cases in one language; `names` are the persons by id."""

    def __init__(self, cases: Iterable[SimulatedCase], names: Mapping[str, str], words: Vocabulary) -> None:
        self._cases = tuple(cases)
        self._names = names
        self._words = words
        self._texts = words.tables["simulate"]

    def heading(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(self._texts[column] for column in COLUMNS)

    def lines(self) -> list[tuple[str, ...]]:
        """A line for each person of each case that was answered, then the total."""
        return [tuple(_shown(value) for value in row) for row in self._rows()]

    def cells(self) -> list[tuple[CellValue, ...]]:
        """The same for a sheet: amounts without a choice are numbers; the notes stand below."""
        rows: list[tuple[CellValue, ...]] = [tuple(map(_cell, row)) for row in self._rows()]
        return [*rows, *((note, *[None] * (len(COLUMNS) - 1)) for note in self.notes())]

    def notes(self) -> Iterator[str]:
        """What could not be answered, what waits for somebody, and what was left out, case by case."""
        for one in self._cases:
            number, replayed = one.case.number, one.replayed
            if replayed.answer is None:
                faults = "; ".join(fault_said(fault, self._words.language) for fault in replayed.faults)
                yield self._words.text_of("simulate", "refused", case=number, why=faults)
            else:
                yield from self._of_answer(number, replayed.answer)
            if replayed.left_out:
                left = ", ".join(replayed.left_out)
                yield self._words.text_of("simulate", "left_out", case=number, what=left)

    def _of_answer(self, number: str, answer: Assessment) -> Iterator[str]:
        needed, pending = answer.needs_configuration, dict.fromkeys(one.what for one in answer.pending)
        if answer.status is Status.NOT_APPLICABLE:
            yield self._words.text_of("simulate", "not_applicable", case=number)
        elif answer.status is Status.NEEDS_CONFIGURATION:
            yield self._words.text_of("simulate", "needs", case=number, what=", ".join(needed))
        elif pending:
            yield self._words.text_of("simulate", "pending", case=number, what=", ".join(pending))

    def _rows(self) -> Iterator[tuple[str | Span | None, ...]]:
        everything: list[BillChange] = []
        for one in self._cases:
            for change in one.changes:
                everything.append(change)
                day, name = one.case.occurred_on.isoformat(), self._names.get(change.person, change.person)
                yield (one.case.number, day, name, *_amounts(change))
        whole = BillChange("", total(one.was for one in everything), total(one.would for one in everything))
        yield (self._texts["total"], "", "", *_amounts(whole))


def _answers(answer: Assessment) -> bool:
    return answer.status not in {Status.NOT_APPLICABLE, Status.NEEDS_CONFIGURATION}


def _amounts(change: BillChange) -> tuple[Span | None, ...]:
    both = change.was is not None and change.would is not None
    return (change.was, change.would, change.would.less(change.was) if both else None)  # type: ignore[union-attr, arg-type]


def _shown(value: str | Span | None) -> str:
    if isinstance(value, Span):
        ends = dict.fromkeys((value.low, value.high))
        return " – ".join(money(end) for end in ends)
    return "?" if value is None else value


def _cell(value: str | Span | None) -> str | Money:
    if isinstance(value, Span) and value.low == value.high:
        return value.low
    return _shown(value)
