"""Turn a draft into a case with a number."""

from dataclasses import replace
from datetime import date

from core.actions.open_rulebook_duties import open_rulebook_duties
from core.actions.remember_names import remember_names
from core.actions.rulebook_in_force import rulebook_in_force
from core.actions.show_case import show_case
from core.actions.start_first_reply import start_first_reply
from core.actions.tell_quality import tell_quality
from core.actions.want_rulebook import want_rulebook
from core.errors import NotAllowed
from core.model.case import Case
from core.model.draft import Draft, DraftState
from core.model.evidence import Holder
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.draft_fields import UNKNOWN, missing_in, value_of
from core.rules.first_reply import first_reply
from core.rules.numbering import case_number, day_series


async def register_case(draft: Draft, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case, registered: numbered, on its group's card, with its clock running and quality told.

    Where no rulebook is in force the case registers all the same, since the customer's clock runs, and waits for the
    admin before it can be accepted. NotAllowed if a required field is missing.
    """
    if missing := missing_in(draft):
        raise NotAllowed("draft_incomplete", missing=missing)
    case = await uow.cases.add(await _case_of(draft, actor=actor, uow=uow))
    await _hand_over(draft, case, uow=uow)
    await uow.log.write(
        LogRow(
            act="case_registered",
            case_id=case.id,
            actor_id=actor.id,
            facts={
                "number": case.number,
                "draft": draft.id,
                "rulebook": case.rulebook,
                "edition": case.edition,
            },
            words={"customer": case.customer, "happened": case.happened, "demand": case.demand},
        )
    )
    await remember_names(case, uow=uow)
    await start_first_reply(case, uow=uow)
    if not case.rulebook:
        await want_rulebook(case, uow=uow)
    case = await open_rulebook_duties(case.id, uow=uow)
    await show_case(case, uow=uow)
    await tell_quality(case, uow=uow)
    return case


async def _case_of(draft: Draft, *, actor: Person, uow: UnitOfWork) -> Case:
    site = draft.fields["site"]
    zone = uow.company.zone(site)
    today = uow.now.astimezone(zone).date()
    told = value_of(draft, "occurred_on")
    is_known = told not in ("", UNKNOWN)
    occurred_on = date.fromisoformat(told) if is_known else draft.received_at.astimezone(zone).date()
    rulebook, edition = rulebook_in_force(site, occurred_on, uow)
    clock = first_reply(uow.company, draft.received_at, uow.now)
    return Case(
        number=case_number(today, await uow.numbers.next(f"case:{day_series(today)}")),
        site=site,
        rulebook=rulebook,
        edition=edition,
        reporter_id=actor.id,
        customer=value_of(draft, "customer"),
        product=value_of(draft, "product"),
        order_no=value_of(draft, "order_no"),
        part_no=value_of(draft, "part_no"),
        quantity=value_of(draft, "quantity"),
        defective=value_of(draft, "defective"),
        happened=value_of(draft, "happened"),
        demand=value_of(draft, "demand"),
        phone=value_of(draft, "phone"),
        occurred_on=occurred_on,
        is_occurred_known=is_known,
        received_at=draft.received_at,
        registered_at=uow.now,
        first_reply_due_at=clock.due_at if clock else None,
        stage_since=uow.now,
    )


async def _hand_over(draft: Draft, case: Case, *, uow: UnitOfWork) -> None:
    for piece in await uow.evidence.where(holder=Holder.DRAFT, holder_id=draft.id):
        await uow.evidence.put(replace(piece, holder=Holder.CASE, holder_id=case.id))
    await uow.drafts.put(
        replace(draft, state=DraftState.SUBMITTED, case_id=case.id, version=draft.version + 1)
    )
