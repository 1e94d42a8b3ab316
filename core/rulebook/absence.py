"""What a test of an absent fact answers: no, or unknown where the fact is asked for."""

from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.fact_tests import Absent


def any_unknown(asked: list[Absent]) -> Absent:
    """Return unknown where any of these is asked for."""
    if len(asked) == 1:
        return asked[0]

    def absent(circumstances: Circumstances, party: Party | None) -> bool | None:
        return None if any(one(circumstances, party) is None for one in asked) else False

    return absent


def field_of(record: str, of_record: Absent) -> Absent:
    """Return unknown for a field of a record that was given; else what holds for the record."""

    def absent(circumstances: Circumstances, party: Party | None) -> bool | None:
        return None if record in circumstances.facts else of_record(circumstances, party)

    return absent


def no(_circumstances: Circumstances, _party: Party | None) -> bool:
    """Answer no: there was none."""
    return False
