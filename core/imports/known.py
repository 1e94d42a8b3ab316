"""Cases that are there already, in brief: what earlier complaints are compared with."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple, Protocol

from core.imports.complaint import Complaint
from core.imports.same import plain
from core.model.company import Company


class KnownCase(NamedTuple):
    """Of one case no more than tells whether a complaint is the same."""

    id: int
    number: str
    site: str
    customer: str
    order_no: str
    part_no: str
    product: str
    received_at: datetime
    import_id: int | None = None


class KnownCases(Protocol):
    """All cases there are, looked through page by page."""

    async def after(self, case_id: int, most: int) -> tuple[KnownCase, ...]:
        """The `most` cases that come next after that id."""
        ...


class Known:
    """Of all cases those that some of the complaints could be; the others are forgotten as they pass by.

    What an import that was interrupted has brought (`import_id`) is not there before it: only its numbers are kept.
    """

    def __init__(self, entries: Collection[Complaint], company: Company, import_id: int = 0) -> None:
        self.brought: set[str] = set()
        self._import_id = import_id
        self._numbers = {plain(entry.number) for entry in entries}
        self._keys = {key_of(entry, entry.received_on) for entry in entries}
        self._company = company
        self._numbered: dict[str, KnownCase] = {}
        self._alike: dict[tuple[str, ...], KnownCase] = {}

    def learn(self, cases: Iterable[KnownCase]) -> None:
        """Look at these, too."""
        for case in cases:
            number, key = plain(case.number), key_of(case, self._received_on(case))
            if self._import_id and case.import_id == self._import_id:
                self.brought.add(number)
                continue
            if number in self._numbers:
                self._numbered[number] = case
            if key in self._keys:
                self._alike[key] = case

    def has_brought(self, entry: Complaint) -> bool:
        """Whether the import has brought it before it was interrupted."""
        return plain(entry.number) in self.brought

    def numbered(self, entry: Complaint) -> KnownCase | None:
        """The case with the same number."""
        return self._numbered.get(plain(entry.number))

    def alike(self, entry: Complaint) -> KnownCase | None:
        """The case of the same customer, order and day."""
        return self._alike.get(key_of(entry, entry.received_on))

    def _received_on(self, case: KnownCase) -> date:
        known = {site.id for site in self._company.sites}
        zone = self._company.zone(case.site if case.site in known else self._company.sites[0].id)
        return case.received_at.astimezone(zone).date()


def key_of(one: KnownCase | Complaint, day: date) -> tuple[str, ...]:
    """Without an order it is the product that tells complaints of one customer and day apart."""
    about = one.order_no or f"{one.part_no} {one.product}"
    return (one.site, plain(one.customer), plain(about), day.isoformat())
