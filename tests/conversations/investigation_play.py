"""What an investigator enters in chat: answers to the rulebook's questions, cause, losses, departments and persons."""

from typing import Final

from core.rulebook.edition import Edition
from core.rulebook.vocabulary import FactField
from tests.conversations.desk import Desk
from tests.conversations.rulebook_plans import Charged, Plan

PARTIES: Final = ("张伟", "李强")
DEPARTMENT: Final = "仓储部"


class InvestigationPlay:
    """The investigation of one plan, at the investigator's desk."""

    def __init__(self, edition: Edition, plan: Plan, quality: Desk) -> None:
        self.edition = edition
        self.plan = plan
        self.quality = quality

    async def is_played(self) -> None:
        """Take the case on, enter everything, and ask why."""
        quality = self.quality
        await quality.looks()
        await quality.taps("accept")
        await quality.taps("investigate")
        for name, answer in self.plan.facts.items():
            await self._says_fact(name, answer)
        await self._names_cause()
        for kind, amount in self.plan.losses:
            await self._enters_loss(kind, amount)
        await self._names_who_is_responsible()
        await quality.taps("why")

    async def _names_who_is_responsible(self) -> None:
        if self.plan.fault:
            await self._faults(self.plan.fault)
        if self.edition.closing and self.edition.closing.needs_parties:
            await self._tries_without_anybody()
        for name, one in zip(PARTIES, self.plan.charged, strict=False):
            await self._names(name, one)

    async def _says_fact(self, name: str, answer: str) -> None:
        await self.quality.taps("questions")
        await self.quality.taps("question", name)
        await self._answers_question("answer_fact", name, answer)
        await self.quality.taps("investigate")

    async def _answers_question(self, verb: str, name: str, answer: str) -> None:
        if self.quality.has(verb, f"{name}={answer}"):
            await self.quality.taps(verb, f"{name}={answer}")
        elif self.quality.shows("several"):
            field = self.edition.facts[name]
            assert isinstance(field, FactField)
            await self.quality.taps("several", label=field.choices[answer].label.zh_hans)
            await self.quality.taps("several_done")
        else:
            await self.quality.says(answer)

    async def _names_cause(self) -> None:
        await self.quality.taps("cause")
        if self.edition.causes:
            await self.quality.taps("cause_code")
        await self.quality.says("交接时没有复检")

    async def _enters_loss(self, kind: str, amount: str) -> None:
        await self.quality.taps("losses")
        if kind not in self.quality.args("loss_new"):
            await self.quality.taps("losses", "all")
        await self.quality.taps("loss_new", kind)
        await self.quality.says(amount)
        await self.quality.taps("investigate")

    async def _tries_without_anybody(self) -> None:
        await self.quality.taps("more")
        await self.quality.taps("nobody")
        await self.quality.taps("investigate")

    async def _faults(self, fault: str) -> None:
        """The parties' department was at fault."""
        await self.quality.taps("more")
        await self.quality.taps("departments")
        await self.quality.taps("department", label=DEPARTMENT)
        await self.quality.taps("fault", label=fault)
        await self.quality.taps("investigate")

    async def _names(self, name: str, one: Charged) -> None:
        quality = self.quality
        await quality.taps("parties")
        await quality.taps("party_find")
        await quality.says(name)
        await quality.taps("party_pick")
        person = quality.args("party_role")[0].split(":")[0]
        await quality.taps("party_role", f"{person}:{one.role}")
        told = {"month_wage": one.wage, "share_percent": one.share, **one.details}
        for detail, answer in told.items():
            if answer:
                await quality.taps("detail", f"{person}:{detail}")
                await self._answers_question("detail_answer", f"{person}:{detail}", answer)
        await quality.taps("parties")
        await quality.taps("investigate")
        if one.rate:
            await quality.taps("rate", f"{person}:{one.rate}")
            await quality.says("首次，主动报告")
