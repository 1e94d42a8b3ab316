"""Take a complaint on: an investigator who did not report it leads it from here."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.case.tell_quality import tell_quality
from core.actions.case.triage_rights import check_triage
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.rulebook.settle_rulebook import settle_rulebook
from core.model.case import Case, Stage
from core.model.deputy import Deputy
from core.model.log import LogRow
from core.model.message import Button, Message
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import around_case
from core.rights.may import check_theirs
from core.screens.case_buttons import opened
from core.screens.case_head import head_of


async def accept_case(case: Case, investigator: Person, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case under investigation; the reporter, the group and the other quality persons see who has it.

    NotThisPerson without quality at the site; SomebodyWasFirst when another press came before; NotAllowed if the
    investigator reported the case, is not quality there, or no rulebook is in force.
    """
    await check_triage(case, actor=actor, uow=uow)
    await check_investigator(case, investigator, uow=uow)
    case = await settle_rulebook(case, uow=uow)
    case = await uow.cases.put(
        replace(case, stage=Stage.INVESTIGATING, owner_id=investigator.id, stage_since=uow.now)
    )
    facts = {"investigator": investigator.id}
    await uow.log.write(LogRow(act="case_accepted", case_id=case.id, actor_id=actor.id, facts=facts))
    case = await open_rulebook_duties(case.id, uow=uow)
    await show_case(case, uow=uow)
    await tell_quality(case, uow=uow)
    reporter = await uow.persons.get(case.reporter_id)
    await uow.outbox.tell(reporter, _told(case, investigator))
    return case


async def check_investigator(case: Case, person: Person, *, uow: UnitOfWork) -> None:
    """NotThisPerson unless the person is quality at the site, did not report the case, and is not named in it."""
    named = {party.person_id for party in await uow.parties.where(case_id=case.id)}
    today = uow.today(case.site)
    there = around_case(case).barring(Bar.NAMED, named)
    check_theirs(
        Action.BE_INVESTIGATOR,
        person,
        there.barring(Bar.LEFT, (person.id,) if (await uow.persons.get(person.id)).has_left(today) else ()),
        name=person.name,
    )


def who_investigates(case: Case, actor: Person) -> Person:
    """Who presses; or whom they act for, where it is not quality by themself."""
    is_quality = Person.holds(actor, Role.QUALITY, case.site)
    return actor.absent if isinstance(actor, Deputy) and not is_quality else actor


def _told(case: Case, investigator: Person) -> Message:
    data = head_of(case) | {"investigator": investigator.name}
    texts = Button("customer_texts", "customer_texts", case.id)
    return Message(template="case_accepted", data=data, rows=((opened(case), texts),))
