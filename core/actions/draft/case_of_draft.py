"""What a draft says, as a case that is about to be registered."""

from core.actions.case.number_case import number_case
from core.actions.rulebook.put_under import put_under
from core.actions.rulebook.rulebook_in_force import rulebook_in_force
from core.model.case import Case
from core.model.draft import Draft
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.case.case_kinds import kind_said
from core.rules.deadline.own_limits import first_reply_due
from core.rules.draft.draft_day import day_of
from core.rules.draft.intake_asked import CHANNEL, IntakeAsked
from core.rules.draft.intake_gaps import given_in


async def case_of_draft(draft: Draft, asked: IntakeAsked, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case with its number, under the rulebook of the day of the incident; not yet on its shelf."""
    site = draft.fields["site"]
    zone = uow.company.zone(site)
    received_on, today = (at.astimezone(zone).date() for at in (draft.received_at, uow.now))
    occurred_on, is_known = day_of(draft, zone)
    given = given_in(draft)
    kind = kind_said(given, uow.company, site, occurred_on)
    rulebook = rulebook_in_force(site, occurred_on, kind, uow)
    case = Case(
        number=await number_case(rulebook, received_on, today, uow=uow),
        site=site,
        rulebook="",
        edition="",
        reporter_id=actor.id,
        customer=given.get("customer", ""),
        product=given.get("product", ""),
        order_no=given.get("order_no", ""),
        part_no=given.get("part_no", ""),
        quantity=given.get("quantity", ""),
        defective=given.get("defective", ""),
        happened=given.get("happened", ""),
        demand=given.get("demand", ""),
        phone=given.get("phone", ""),
        channel=given.get(CHANNEL, "") if given.get(CHANNEL) in asked.channels else "",
        answers={key: given[key] for key in asked.own() if given.get(key)},
        occurred_on=occurred_on,
        is_occurred_known=is_known,
        received_at=draft.received_at,
        registered_at=uow.now,
        first_reply_due_at=first_reply_due(uow.company, draft.received_at),
        stage_since=uow.now,
    )
    return put_under(case, rulebook, uow=uow)
