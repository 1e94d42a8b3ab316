"""Find cases that look like one: same customer and order, same product and cause, same file or picture, within so many days."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from core.actions.case.find_cases import may_see
from core.actions.kin.live_links import live_links
from core.finding.case_words import CaseSaid, likeness_tags
from core.finding.look_alike import LookAlike, Looks, likeness_between
from core.finding.wanted import Wanted, Way
from core.model.case import Case
from core.model.case_link import Likeness
from core.model.evidence import Evidence, Holder
from core.model.person import Person
from core.ports import UnitOfWork

# the newest so many are looked at: a customer who complains of one order more often is seen to by people
_MOST: Final = 20


async def find_look_alikes(case: Case, *, uow: UnitOfWork) -> tuple[LookAlike, ...]:
    """The newest first, without those that somebody has linked to it, or said to be unrelated."""
    own = _looks(case, await uow.evidence.where(holder=Holder.CASE, holder_id=case.id), uow)
    if not own.tags:
        return ()
    ids = await uow.case_index.find(Wanted(ways=(Way(tags=tuple(own.tags)),)), _MOST)
    settled = {case.id, *(link.beyond(case.id) for link in await live_links(case.id, uow=uow))}
    others = await uow.cases.where(id=tuple(one for one in ids if one not in settled))
    near = [other for other in others if abs(other.registered_at - case.registered_at) <= _within(uow)]
    pieces = await uow.evidence.where(holder=Holder.CASE, holder_id=tuple(other.id for other in near))
    alike = [
        LookAlike(other, likeness_between(own, _looks(other, _of(other, pieces), uow)))
        for other in sorted(near, key=lambda other: -other.id)
    ]
    return tuple(one for one in alike if one.likeness)


async def likeness_of(case: Case, other: Case, *, uow: UnitOfWork) -> tuple[Likeness, ...]:
    """Why these two look alike; empty if they do not."""
    pieces = await uow.evidence.where(holder=Holder.CASE, holder_id=(case.id, other.id))
    return likeness_between(*(_looks(one, _of(one, pieces), uow) for one in (case, other)))


async def those_seen_by(
    person: Person, alike: Iterable[LookAlike], *, uow: UnitOfWork
) -> tuple[LookAlike, ...]:
    """Those that the person may open."""
    return tuple([one for one in alike if await may_see(one.case, actor=person, uow=uow)])


def _within(uow: UnitOfWork) -> timedelta:
    return timedelta(days=uow.company.kinship.days)


def _of(case: Case, pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(piece for piece in pieces if piece.holder_id == case.id)


def _looks(case: Case, pieces: tuple[Evidence, ...], uow: UnitOfWork) -> Looks:
    said = CaseSaid(case=case, pieces=pieces, zone=uow.company.zone(case.site))
    return Looks(tuple(likeness_tags(said)), tuple(piece.sight for piece in pieces if piece.sight))
