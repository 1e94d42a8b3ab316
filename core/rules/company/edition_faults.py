"""What keeps an edition from following those that are there: an older one, or one for days that have begun."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from core.model.fault import Fault
from core.rulebook.edition import Edition


def edition_faults(
    new: Edition, known: Sequence[Edition], held: Collection[str], today: date
) -> Iterator[Fault]:
    """Every fault: a rulebook that does not hold here, a day that is not after today and all editions, a name twice.

    Cases of today and before are judged by what held then: no edition changes under them. `held` are the ids of
    what holds at the company.
    """
    if new.id not in held:
        yield Fault("id", f"found is {new.id!r};", f"allowed are {', '.join(sorted(held))}")
    yield from _of_day(new, known, today)
    if new.edition in {one.edition for one in known}:
        found = f"{new.id} has another edition called {new.edition!r};"
        yield Fault("edition", found, "allowed is a name of its own")


def _of_day(new: Edition, known: Sequence[Edition], today: date) -> Iterator[Fault]:
    latest = max((one.in_force_from for one in known if one.in_force_from), default=today)
    if new.in_force_from is None:
        yield Fault("in_force_from", "is missing;", f"allowed is a day after {max(latest, today)}")
    elif new.in_force_from <= today:
        found = f"found is {new.in_force_from};"
        yield Fault("in_force_from", found, f"allowed is a day after {max(latest, today)}")
    elif new.in_force_from <= latest:
        found = f"{new.id} has an edition from {latest};"
        yield Fault("in_force_from", found, f"allowed is a day after {latest}")
