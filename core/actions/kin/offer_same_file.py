"""A file that has just been fetched may be one that another case has too."""

from core.actions.case.people_of_case import owner_or_quality
from core.actions.kin.offer_look_alikes import offer_look_alikes
from core.finding import tags
from core.finding.sights import sight_tags
from core.finding.wanted import Wanted, Way
from core.model.case_link import Likeness
from core.model.evidence import Evidence, Holder
from core.ports import UnitOfWork


async def offer_same_file(piece: Evidence, *, uow: UnitOfWork) -> None:
    """Offer the look-alikes to whoever has the case in hand, if another case has the same bytes or the same picture."""
    if piece.holder is not Holder.CASE:
        return
    marks = (tags.shows_file(piece.sha256), *sight_tags(piece.sight))
    wanted = Wanted(ways=(Way(tags=marks),))
    if len(await uow.case_index.find(wanted, 2)) > 1:
        case = await uow.cases.get(piece.holder_id)
        for person in await owner_or_quality(case, uow=uow):
            await offer_look_alikes(case, person=person, uow=uow, new=(Likeness.PHOTO, Likeness.PICTURE))
