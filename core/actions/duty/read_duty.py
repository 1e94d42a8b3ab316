"""Open a duty with a card of its own, for somebody: what a rulebook demands, or an agreed action."""

from collections.abc import Mapping
from datetime import date

from core.actions.money.read_withholding import read_withholding
from core.actions.person.read_roster import read_roster
from core.errors import NoSuchThing
from core.model.duty import Duty
from core.model.evidence import Holder
from core.model.person import Person
from core.payroll.withholding import Withholding
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.duty_rules import Duty as DutyRule
from core.rules.corrective.agreed_actions import action_rule
from core.rules.duty.demands import rule_of
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.signatures import people_in, signature_key


async def read_duty(duty_id: int, *, actor: Person, uow: UnitOfWork) -> DutyFile:
    """The duty as it stands, with all that is shown of it.

    NoSuchThing if there is none, or it has no card; NotThisPerson, naming those whose it
    is, for anybody who may not read what is filled in.
    """
    duty = await uow.duties.find(duty_id)
    if duty is None or not duty.has_card:
        raise NoSuchThing("duty_unknown")
    file = await open_duty(duty, uow=uow)
    check_theirs(Action.READ_DUTY, actor, file.around(), names=file.names())
    return file


async def open_duty(duty: Duty, *, uow: UnitOfWork) -> DutyFile:
    """The same for nobody in particular."""
    book = book_of(duty, uow=uow)
    rule = action_rule(duty) if duty.is_planned else rule_of(duty.kind, duty.rule, book.edition)
    if rule is None:
        raise NoSuchThing("duty_unknown")
    return DutyFile(
        duty=duty,
        rule=rule,
        title=book.edition.title,
        office=book.edition.offices[rule.owner].label if duty.is_demanded else duty.label,
        roster=await read_roster(duty.case_id, duty.site, uow=uow),
        beside=await _beside(duty, uow),
        evidence=await uow.evidence.where(holder=Holder.DUTY, holder_id=duty.id),
        zone=uow.company.zone(duty.site),
        now=uow.now,
        signed=await _signed(duty, rule, uow),
        withholding=await _withholding(duty, rule, uow),
    )


def book_of(duty: Duty, *, uow: UnitOfWork) -> CompiledRulebook:
    """The rulebook that demands it, in the edition of its case or of the day it was opened."""
    return uow.rulebooks.on(str(duty.data["rulebook"]), date.fromisoformat(str(duty.data["on"])))


def rules_of(duty: Duty, *, uow: UnitOfWork) -> Mapping[str, DutyRule]:
    """All duties of that rulebook."""
    return book_of(duty, uow=uow).edition.duties


async def _signed(duty: Duty, rule: DutyRule, uow: UnitOfWork) -> Mapping[str, frozenset[int]]:
    """Who has signed for themself, by the field in which they were asked to."""
    found = {}
    for name in (name for name, field in rule.fields.items() if field.type == "people"):
        keys = tuple(signature_key(duty, name, one) for one in people_in(duty, name))
        rows = await uow.duties.where(key=keys) if keys else ()
        found[name] = frozenset(row.done_by for row in rows if row.done_by is not None)
    return found


async def _withholding(duty: Duty, rule: DutyRule, uow: UnitOfWork) -> Withholding | None:
    is_theirs = rule.by_payroll and duty.case_id is not None
    return await read_withholding(duty.case_id or 0, uow=uow) if is_theirs else None


async def _beside(duty: Duty, uow: UnitOfWork) -> Mapping[str, Duty]:
    """The others of its case, the calendar's of its site: by rule, the latest of each."""
    where = {"case_id": duty.case_id, "kind": duty.kind} | ({} if duty.case_id else {"site": duty.site})
    others = await uow.duties.where(**where)
    rulebook = duty.data["rulebook"]
    return {
        one.rule: one
        for one in others
        if one.id != duty.id and one.data.get("rulebook") == rulebook and not one.has_fallen_away
    }
