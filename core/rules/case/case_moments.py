"""The moments of a case's life that have come, and the events of its rulebook that are known."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final, get_args

from core.model.case import DECIDED, Case, Stage
from core.model.label import Label
from core.rulebook.duty_rules import Moment
from core.rulebook.edition import Edition

_SEEN: Final = frozenset({"received", *get_args(Moment)})


def moments_of(case: Case, *, is_noticed: bool) -> frozenset[str]:
    """The moments that have come; `is_noticed` says whether anybody was given a notice."""
    come = {
        "registered": True,
        "accepted": case.owner_id is not None,
        "refused": case.stage is Stage.REFUSED,
        "decided": case.stage in DECIDED,
        "noticed": case.stage in DECIDED and is_noticed,
        "closed": case.stage is Stage.CLOSED,
    }
    return frozenset(moment for moment, has_come in come.items() if has_come)


def moments_to_record(case: Case, come: frozenset[str], now: datetime) -> Mapping[str, str]:
    """The instants of those moments that the case does not know yet."""
    known = {"received": case.received_at, "registered": case.registered_at}
    instants = {moment: known.get(moment, now).isoformat() for moment in ("received", *sorted(come))}
    return {moment: at for moment, at in instants.items() if moment not in case.events}


def not_closed(case: Case) -> Case:
    """The case without the moment it was closed at: it is open again, and will be closed at another."""
    return replace(case, events={event: at for event, at in case.events.items() if event != "closed"})


def case_events(case: Case, edition: Edition) -> Mapping[str, str]:
    """The instants of the rulebook's events, as far as they are known: recorded by the bot or by a person."""
    sources = {event: _recorded_by(event, edition) for event in edition.events}
    return {event: case.events[source] for event, source in sources.items() if source in case.events}


def events_to_tell(edition: Edition) -> Mapping[str, tuple[Label, str]]:
    """The events that the bot cannot see by itself, with their words and type, in the order of the file."""
    return {
        event: (named.label, named.type)
        for event, named in edition.events.items()
        if _recorded_by(event, edition) not in _SEEN
    }


def _recorded_by(event: str, edition: Edition) -> str:
    """The moment by which the bot records that event, or the event itself."""
    return edition.events[event].records or event
