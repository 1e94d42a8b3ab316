"""A company's years of charging, withholding, reversing, waiving: the ledger adds up to nothing after every step."""

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.ledger.account import Account
from core.ledger.balances import balances, owed_by, owed_in, standing
from core.ledger.posting import Posting
from core.model.money import ZERO, Money
from core.payroll.booking import (
    charge_behind,
    charges_in,
    difference_posting,
    waiver_posting,
    withheld_posting,
)
from core.payroll.planning import planned
from tests.core.ledger.make_postings import charged
from tests.core.payroll.make_payroll import file_of, notice
from tests.laws import tried
from tests.make import NOW, case, person

PEOPLE = tuple(person(f"E{number}", id=number) for number in (17, 18, 19))
FEN = st.integers(1, 2 * 10**6)


class LedgerMachine(RuleBasedStateMachine):
    """`debts` is kept apart from the ledger: what each person should owe, by notice."""

    def __init__(self) -> None:
        super().__init__()
        self.booked: list[Posting] = []
        self.debts: Counter[tuple[int, int]] = Counter()
        self.taken = 0

    def book(self, posting: Posting) -> None:
        self.booked.append(replace(posting, id=len(self.booked) + 1))

    @rule(fen=FEN, person_id=st.sampled_from([17, 18, 19]), case_id=st.integers(1, 4))
    def charge(self, fen: int, person_id: int, case_id: int) -> None:
        notice_id = len(self.booked) + 1
        self.book(charged(fen, person_id=person_id, case_id=case_id, notice_id=notice_id))
        self.debts[person_id, notice_id] += fen

    @precondition(lambda self: bool(standing(self.booked)))
    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        charge = data.draw(st.sampled_from(standing(self.booked)))
        self.book(charge.reversed_at(NOW, 8))
        entry = charge.entries[0]
        self.debts[entry.person_id or 0, charge.ground.notice_id or 0] -= entry.amount.fen

    @rule(
        wages=st.dictionaries(st.sampled_from([17, 18, 19]), st.integers(0, 10**6)),
        slip=st.integers(-5000, 5000),
    )
    def withhold_a_month(self, wages: dict[int, int], slip: int) -> None:
        owed = list(owed_in(self.booked))
        file = file_of(
            owed,
            people=PEOPLE,
            wages={person_id: Money(fen) for person_id, fen in wages.items()},
            notices={one.notice_id: notice(one.notice_id, one.case_id) for one in owed},
            cases={one.case_id: case(id=one.case_id, occurred_on=date(2025, 3, 1)) for one in owed},
        )
        for one in planned(file, 1):
            assert one.withheld.fen <= max(
                0, min(wages.get(one.person.id, 0) // 5, wages.get(one.person.id, 0))
            )
            for line in one.lines:
                if line.amount.fen:
                    charge = charge_behind(line, charges_in(self.booked))
                    self.book(withheld_posting(line, charge, 6, NOW))
                    self._paid(line.person_id, line.notice_id, line.amount.fen)
                    if slip:
                        told = replace(line, withheld=line.amount + Money(slip))
                        self.book(difference_posting(told, charge, 6, NOW))
                        self._paid(line.person_id, line.notice_id, slip)

    @precondition(lambda self: any(one.amount.fen > 0 for one in owed_in(self.booked)))
    @rule(data=st.data())
    def waive(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from([one for one in owed_in(self.booked) if one.amount.fen > 0]))
        charge = next(posting for posting in self.booked if posting.ground.notice_id == one.notice_id)
        self.book(waiver_posting(one.amount, charge, one.clause, 5, NOW))
        self.debts[one.person_id, one.notice_id] -= one.amount.fen

    def _paid(self, person_id: int, notice_id: int, fen: int) -> None:
        self.debts[person_id, notice_id] -= fen
        self.taken += fen

    @invariant()
    def all_accounts_together_are_nothing(self) -> None:
        assert sum((amount for amount in balances(self.booked).values()), start=ZERO) == ZERO

    @invariant()
    def every_debt_is_what_was_kept_apart(self) -> None:
        owed = {(one.person_id, one.notice_id): one.amount.fen for one in owed_in(self.booked)}
        assert owed == {key: fen for key, fen in self.debts.items() if fen}

    @invariant()
    def what_was_taken_from_wages_stands_in_its_account(self) -> None:
        assert balances(self.booked).get((Account.WITHHELD, ""), ZERO) == Money(self.taken)
        assert owed_by(owed_in(self.booked)) == Money(sum(self.debts.values()))


TestLedgerMachine = LedgerMachine.TestCase
TestLedgerMachine.settings = tried(25, steps=25)
