"""What a case owes back to somebody who has left: at once, for no next batch will reach them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from core.ledger.account import DECIDED, Account, Occasion
from core.ledger.balances import Owed, owed_by, owed_in
from core.ledger.posting import Posting, moved
from core.model.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedBack:
    """What was withheld for a case and is no longer owed.

    For whoever has left, what a notice in its place charges is `carried` to that, and the rest goes back `at_once`; who
    is still here gets all of it with the next batch.
    """

    withheld: Money = ZERO
    carried: Money = ZERO
    at_once: Money = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAccount:
    """What a case has booked for one person; nothing is settled of the notices that are `frozen`."""

    person_id: int
    postings: tuple[Posting, ...]
    frozen: frozenset[int] = frozenset()

    def credits(self) -> tuple[Owed, ...]:
        """By notice and clause, what is owed back."""
        return tuple(one for one in self._owed() if one.amount.fen < 0 and one.notice_id not in self.frozen)

    def owed_back(self) -> Money:
        """What is owed back in all."""
        return ZERO - owed_by(self.credits())

    def funds(self) -> tuple[str, ...]:
        """The funds that the money went to, by their names in the rulebook."""
        notices = {one.notice_id for one in self.credits()}
        found = {
            entry.fund
            for posting in self.postings
            if posting.ground.notice_id in notices
            for entry in posting.entries
            if entry.account is Account.FUND
        }
        return tuple(sorted(found))

    def settling(self, by: int | None, now: datetime) -> tuple[Posting, ...]:
        """What is booked for whoever has left: carried to what they still owe in the case, and the rest paid back."""
        owing = {one: one.amount.fen for one in self._owed() if one.amount.fen > 0}
        return tuple(
            Posting(
                occasion=occasion,
                ground=replace(self._charge(one.notice_id).ground, decided_by=by),
                entries=moved(Money(fen), *ways, clause=one.clause, person_id=self.person_id),
                booked_at=now,
            )
            for credit in self.credits()
            for one, fen, occasion, ways in _moves(credit, owing)
        )

    def _owed(self) -> Iterable[Owed]:
        return (one for one in owed_in(self.postings) if one.person_id == self.person_id)

    def _charge(self, notice_id: int) -> Posting:
        """The latest charge of that notice: it names edition, figures and case."""
        return max(
            (
                posting
                for posting in self.postings
                if posting.occasion in DECIDED and posting.ground.notice_id == notice_id
            ),
            key=lambda posting: posting.id,
        )


_Ways = tuple[Account, Account]
_BACK: _Ways = (Account.RECEIVABLE, Account.WITHHELD)
_TAKEN: _Ways = (Account.WITHHELD, Account.RECEIVABLE)


def _moves(credit: Owed, owing: dict[Owed, int]) -> Iterator[tuple[Owed, int, Occasion, _Ways]]:
    rest = -credit.amount.fen
    for debit, fen in tuple(owing.items()):
        part = min(rest, fen)
        if part:
            owing[debit] -= part
            rest -= part
            yield credit, part, Occasion.CARRIED, _BACK
            yield debit, part, Occasion.CARRIED, _TAKEN
    if rest:
        yield credit, rest, Occasion.PAID_BACK, _BACK


def settled_by(postings: Iterable[Posting]) -> tuple[Money, Money]:
    """Of what was settled: how much was carried to another notice, and how much is paid back."""
    carried, at_once = ZERO, ZERO
    for posting in postings:
        first = posting.entries[0]
        if posting.occasion is Occasion.PAID_BACK:
            at_once += first.amount
        elif first.account is Account.RECEIVABLE:
            carried += first.amount
    return carried, at_once
