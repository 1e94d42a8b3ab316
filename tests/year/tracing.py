"""What every account comes to, by the log and by the ledger."""

from collections import Counter

from tests.fakes import FakeUnitOfWork


def from_the_log(uow: FakeUnitOfWork) -> Counter[tuple[str, str, int | None]]:
    """The balances by nothing but what the log says was booked."""
    found: Counter[tuple[str, str, int | None]] = Counter()
    for row in uow.log.rows:
        if row.act == "booked":
            entries = row.facts["entries"]
            assert isinstance(entries, list)
            for account, fund, person_id, fen in entries:
                found[account, fund, person_id] += fen
    return Counter({key: fen for key, fen in found.items() if fen})


def from_the_ledger(uow: FakeUnitOfWork) -> Counter[tuple[str, str, int | None]]:
    found: Counter[tuple[str, str, int | None]] = Counter()
    for posting in uow.ledger.booked:
        for entry in posting.entries:
            found[entry.account.value, entry.fund, entry.person_id] += entry.amount.fen
    return Counter({key: fen for key, fen in found.items() if fen})
