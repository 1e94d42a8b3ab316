"""Turn a draft into a case with a number."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.case.tell_quality import tell_quality
from core.actions.deadline.start_clock import run_clock
from core.actions.draft.case_of_draft import case_of_draft
from core.actions.draft.intake_in_force import intake_in_force
from core.actions.draft.remember_names import remember_names
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.kin.offer_look_alikes import offer_look_alikes
from core.actions.kin.watch_product import watch_product
from core.actions.rulebook.want_rulebook import want_rulebook
from core.errors import NotAllowed
from core.model.case import Case
from core.model.draft import Draft, DraftState
from core.model.evidence import Holder
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.deadline.own_limits import first_reply_clock
from core.rules.draft.intake_gaps import given_in, intake_gaps


async def register_case(draft: Draft, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case, registered: numbered, on its group's card, with its clock running and quality told.

    Where no rulebook is in force the case registers all the same, since the customer's clock runs, and waits for the
    admin before it can be accepted. NotAllowed if a required field is missing.
    """
    asked = await intake_in_force(draft, uow=uow)
    if gaps := intake_gaps(given_in(draft), asked):
        missing = tuple(gap.field for gap in gaps)
        raise NotAllowed("draft_incomplete", missing=missing, gaps=gaps, next_step=asked.next_step)
    case = await uow.cases.add(await case_of_draft(draft, asked, actor=actor, uow=uow))
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
                "sha256": case.edition_sha256,
            },
            words={"customer": case.customer, "happened": case.happened, "demand": case.demand},
        )
    )
    await remember_names(case, uow=uow)
    if clock := first_reply_clock(case, uow.company):
        await run_clock(clock, uow=uow)
    if not case.rulebook:
        await want_rulebook(case, uow=uow)
    case = await open_rulebook_duties(case.id, uow=uow)
    await show_case(case, uow=uow)
    await tell_quality(case, uow=uow)
    await offer_look_alikes(case, person=actor, uow=uow)
    await watch_product(case, uow=uow)
    return case


async def _hand_over(draft: Draft, case: Case, *, uow: UnitOfWork) -> None:
    for piece in await uow.evidence.where(holder=Holder.DRAFT, holder_id=draft.id):
        await uow.evidence.put(replace(piece, holder=Holder.CASE, holder_id=case.id))
    await uow.drafts.put(
        replace(draft, state=DraftState.SUBMITTED, case_id=case.id, version=draft.version + 1)
    )
