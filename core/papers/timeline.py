"""What happened in a case, in the order of time, as its dossier tells it."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from core.model.dossier import Dossier, Signed
from core.model.duty import Duty
from core.model.notice import Notice

Happened = tuple[datetime, Mapping[str, object]]


def timeline(dossier: Dossier, notices: tuple[Notice, ...]) -> tuple[Mapping[str, object], ...]:
    """Moments of the case, statements, decisions, duties and actions done, notices: each with when, what, who."""
    found: list[Happened] = [
        *_moments(dossier),
        *_said(dossier),
        *_decided(dossier),
        *_done(dossier),
        *_noticed(dossier, notices),
    ]
    return tuple({"at": at, **told} for at, told in sorted(found, key=lambda one: one[0]))


def _told(what: str, by: Signed = "", label: object = None, text: str = "") -> Mapping[str, object]:
    return {"what": what, "by": by, "label": label, "text": text}


def _moments(dossier: Dossier) -> Iterator[Happened]:
    case = dossier.case
    yield case.received_at, _told("received")
    yield case.registered_at, _told("registered", dossier.name(case.reporter_id))
    for moment in ("accepted", "refused", "closed"):
        if moment in case.events:
            yield datetime.fromisoformat(case.events[moment]), _told(moment)
    if case.replied_at:
        yield case.replied_at, _told("replied")


def _said(dossier: Dossier) -> Iterator[Happened]:
    for one in dossier.statements:
        yield one.said_at, _told("statement", dossier.name(one.person_id), text=one.text)


def _decided(dossier: Dossier) -> Iterator[Happened]:
    for one in dossier.standing():
        yield one.decided_at, _told(one.act.value, dossier.signed(one), text=one.reason)


def _done(dossier: Dossier) -> Iterator[Happened]:
    for duty in dossier.duties:
        if duty.has_card and duty.done_at and not duty.has_fallen_away:
            yield duty.done_at, _told(_what(duty), dossier.name(duty.done_by), duty.label)


def _what(duty: Duty) -> str:
    return "action_verified" if duty.is_planned else "duty_done"


def _noticed(dossier: Dossier, notices: tuple[Notice, ...]) -> Iterator[Happened]:
    for notice in notices:
        yield notice.issued_at, _told("notice", dossier.name(notice.person_id), text=notice.number)
