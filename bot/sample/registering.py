"""An earlier case comes in: the customer's words, the fields, the number."""

from bot.sample.tale import Tale
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.case.register_case import register_case
from core.actions.draft.add_to_draft import add_to_draft
from core.actions.draft.fill_draft import fill_draft
from core.actions.draft.start_draft import start_draft
from core.model.case import Case
from core.model.draft import DraftState
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.person import Person

FIELDS = ("site", "customer", "product", "part_no", "order_no", "quantity", "defective", "happened", "demand")


async def register_tale(tale: Tale, reporter: Person, uow: SqlUnitOfWork) -> Case:
    """The case, registered by sales as the tale says."""
    draft = await start_draft(DraftState.OPEN, tale.at, actor=reporter, uow=uow)
    draft = await add_to_draft(draft, _words(tale, reporter), actor=reporter, uow=uow, is_quiet=True)
    for field in FIELDS:
        draft = await fill_draft(draft, field, getattr(tale, field), actor=reporter, uow=uow)
    draft = await fill_draft(draft, "occurred_on", tale.at.date().isoformat(), actor=reporter, uow=uow)
    return await register_case(draft, actor=reporter, uow=uow)


def _words(tale: Tale, reporter: Person) -> Evidence:
    return Evidence(
        holder=Holder.DRAFT,
        holder_id=0,
        kind=Kind.TEXT,
        storing=Storing.NO_FILE,
        text=f"订单 {tale.order_no} {tale.product} {tale.part_no}:{tale.happened}。{tale.demand}。",
        origin_name=tale.customer,
        origin_at=tale.at,
        chat_id=reporter.chat_id or 0,
        message_id=0,
        received_by=reporter.id,
        received_at=tale.at,
    )
