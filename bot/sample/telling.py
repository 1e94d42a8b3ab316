"""Plays an earlier case through the real actions, each at its own time."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.sample.person_of import person_of
from bot.sample.tale import Tale
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.actions.case.accept_case import accept_case
from core.actions.deadline.start_clock import stop_clock_of
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.choose_rate import choose_rate
from core.actions.investigation.describe_containment import describe_containment
from core.actions.investigation.end_hearing import end_hearing
from core.actions.investigation.make_statement import make_statement
from core.actions.investigation.name_cause import name_cause
from core.actions.investigation.name_party import name_party
from core.actions.remedy.answer_first_reply import answer_first_reply
from core.model.case import Case
from core.model.deadline_clock import Subject
from core.model.person import Person
from core.rules.typed.loss_text import loss_in


class Telling:
    """One case on its way. Its messages were read long ago, unless it is told `aloud`: then they are sent."""

    def __init__(self, tale: Tale, units: UnitsOfWork) -> None:
        self.tale = tale
        self.case_id = 0
        self._units = units
        self._now = tale.at
        self._is_loud = False

    def aloud(self, at: datetime | None = None) -> None:
        """From here on people get the messages; the next step is taken shortly after that moment."""
        self._is_loud = True
        self._now = at or self._now

    @asynccontextmanager
    async def after(self, **span: float) -> AsyncIterator[SqlUnitOfWork]:
        """A unit of work that long after the last one; what is told aloud goes quickly."""
        self._now += timedelta(minutes=2) if self._is_loud else timedelta(**span)
        async with self._units.open(self._now) as uow:
            yield uow
            if not self._is_loud:
                uow.messages.rows.clear()

    async def case(self, uow: SqlUnitOfWork) -> Case:
        """The case as it stands."""
        return await uow.cases.get(self.case_id)

    async def owner(self, uow: SqlUnitOfWork) -> Person:
        """The investigator."""
        case = await self.case(uow)
        return await uow.persons.get(case.owner_id or 0)

    async def accept(self) -> None:
        """Quality takes the case on, and sales answers the customer."""
        async with self.after(hours=1, minutes=20) as uow:
            case = await self.case(uow)
            quality = await person_of("E11" if self.tale.site == "wuxi" else "E07", uow)
            await accept_case(case, quality, actor=quality, uow=uow)
        await self.answer_customer()

    async def answer_customer(self) -> None:
        """Sales has answered the customer for the first time."""
        async with self.after(hours=2) as uow:
            case = await self.case(uow)
            await answer_first_reply(case, actor=await uow.persons.get(case.reporter_id), uow=uow)

    async def investigate(self) -> None:
        """Cause, containment, losses; then those named, what they say, and the rates with reasons."""
        async with self.after(hours=20) as uow:
            owner = await self.owner(uow)
            await name_cause(self.case_id, self.tale.cause, actor=owner, uow=uow)
            if self.tale.containment:
                await describe_containment(self.case_id, self.tale.containment, actor=owner, uow=uow)
            for kind, amount in self.tale.losses:
                await add_loss(self.case_id, loss_in(kind, amount), actor=owner, uow=uow)
        async with self.after(hours=2) as uow:
            for employee_no, role, _, _ in self.tale.people:
                person = await person_of(employee_no, uow)
                await name_party(self.case_id, person.id, role, actor=await self.owner(uow), uow=uow)

    async def hear(self) -> None:
        """Those named say what they have to say, or let the time for it pass; then the rates are chosen."""
        for employee_no, words in self.tale.says.items():
            async with self.after(hours=3) as uow:
                await make_statement(self.case_id, words, actor=await person_of(employee_no, uow), uow=uow)
        async with self.after(hours=20) as uow:
            for party in await uow.parties.where(case_id=self.case_id):
                await end_hearing(party.id, uow=uow)
                await stop_clock_of(Subject.PARTY, party.id, uow=uow)
            for employee_no, _, rate, reason in self.tale.people:
                person = await person_of(employee_no, uow)
                owner = await self.owner(uow)
                await choose_rate(self.case_id, person.id, rate, reason=reason, actor=owner, uow=uow)
