"""Look whether a product comes back too often, and put it before quality."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from core.actions.case.people_of_case import quality_of
from core.finding import tags
from core.finding.case_words import product_of
from core.finding.wanted import Wanted, Way
from core.model.case import Case
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.frequent import frequent_screen

FREQUENT_PRODUCT: Final = "frequent_product"


async def watch_product(case: Case, *, uow: UnitOfWork) -> Duty | None:
    """A duty for quality once the product has so many cases at the site within so many days; once in such a span.

    Its owner is a quality person who did not report the case; all of the site are told.
    """
    frequent, product = uow.company.kinship.frequent, product_of(case)
    quality = await quality_of(case.site, uow=uow)
    if not (frequent and product and quality):
        return None
    cases = await _lately(case, product, uow=uow)
    if len(cases) < frequent or await uow.duties.one(key=_key(case, product, uow)):
        return None
    duty = await uow.duties.add(_duty(case, cases, quality, uow))
    await uow.log.write(
        LogRow(
            act="frequent_product_flagged",
            facts={"duty": duty.id, "cases": [one.id for one in cases]},
            words={"product": product},
        )
    )
    for person in quality:
        await uow.outbox.tell(person, frequent_screen(duty, cases, uow.company))
    return duty


async def _lately(case: Case, product: str, *, uow: UnitOfWork) -> tuple[Case, ...]:
    wanted = Wanted(ways=(Way(tags=(tags.about_product(product),)),), among=((tags.at_site(case.site),),))
    ids = await uow.case_index.find(wanted, uow.company.kinship.frequent)
    since = uow.now - timedelta(days=uow.company.kinship.frequent_days)
    return tuple(one for one in await uow.cases.where(id=ids) if one.registered_at >= since)


def _duty(case: Case, cases: Sequence[Case], quality: Sequence[Person], uow: UnitOfWork) -> Duty:
    owner = next((one for one in quality if one.id != case.reporter_id), quality[0])
    return Duty(
        kind=FREQUENT_PRODUCT,
        owner_id=owner.id,
        data={"product": case.goods, "cases": [one.id for one in cases]},
        opened_at=uow.now,
        key=_key(case, product_of(case), uow),
        site=case.site,
    )


def _key(case: Case, product: str, uow: UnitOfWork) -> str:
    span = uow.now.date().toordinal() // uow.company.kinship.frequent_days
    return f"{FREQUENT_PRODUCT}:{tags.at_site(case.site)}:{tags.about_product(product)}:{span}"
