"""The readers of all tables of a request, made once for each edition."""

from core.rulebook.compiled import Readers
from core.rulebook.edition import Edition, LossKinds
from core.rulebook.readers import Reader, one_of, reader_of, readers_of, setting_reader
from core.rulebook.scalars import (
    read_anything,
    read_date,
    read_fen,
    read_id,
    read_millionths,
    read_percent,
    read_text,
)
from core.rulebook.timing_readers import event_readers, length_readers
from core.rulebook.vocabulary import RecordFact


def request_readers(edition: Edition, kinds: LossKinds) -> Readers:
    """Return how a request under this edition is read."""
    records = {name: fact for name, fact in edition.facts.items() if isinstance(fact, RecordFact)}
    tables = dict.fromkeys(("losses", "facts", "departments", "people", "events", "settings"), read_anything)
    settings = {name: setting_reader(setting) for name, setting in edition.settings.items()}
    return Readers(
        request={"rulebook": one_of((edition.id,)), "occurred_on": read_date, **tables},
        losses={
            "kind": one_of(kinds.kinds),
            "amount": read_fen,
            "person_hours": read_millionths,
            "vehicle_hours": read_millionths,
            "length_m": read_millionths,
        },
        facts=_fact_readers(edition),
        records={name: readers_of(record.fields) for name, record in records.items()},
        complete=frozenset(name for name, record in records.items() if record.complete),
        person={**_person_readers(edition), **readers_of(edition.person)},
        events=event_readers(edition),
        settings={**settings, **length_readers(edition), "minimum_wage": read_fen},
    )


def _fact_readers(edition: Edition) -> dict[str, Reader]:
    """A record reads as given; its fields are read under their own path."""
    return {
        name: bool if isinstance(fact, RecordFact) else reader_of(fact)
        for name, fact in edition.facts.items()
    }


def _person_readers(edition: Edition) -> dict[str, Reader]:
    return {
        "id": read_id,
        "role": one_of(edition.roles),
        "department": read_id,
        "share_percent": read_percent,
        "level": read_text,
        "chosen_rate": read_percent,
        "reason": read_text,
        "month_wage": read_fen,
    }
