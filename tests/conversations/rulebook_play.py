"""A case played in chat under any rulebook, from the forwarded complaint to 关闭案件, by what the bot asks."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from core.rulebook.edition import Edition
from core.rulebook.vocabulary import FactField
from tests.conversations.desk import Desk
from tests.conversations.duty_play import DutyPlay
from tests.conversations.form_answers import answers_intake
from tests.conversations.rulebook_plans import Charged, Plan
from tests.conversations.workplace import Workplace

COMPLAINT: Final = "贵司送来的水泵 P-300，订单 SO-20871，数量 120，不良 8 台，运行两小时后轴封漏水。事故日期 {day}。要求换货。"
PARTIES: Final = ("张伟", "李强")
DEPARTMENT: Final = "仓储部"
_ROUNDS: Final = 20


class RulebookPlay:
    """One case of one plan: everybody at work, and all that they were shown at each moment."""

    def __init__(self, edition: Edition, plan: Plan, place: Workplace, desks: dict[str, Desk]) -> None:
        self.edition = edition
        self.plan = plan
        self.place = place
        self.desks = desks
        self.sales, self.quality = desks["sales"], desks["quality"]
        self.shown: dict[str, str] = {}

    async def is_played(self, day: date) -> dict[str, str]:
        """From the complaint about that day to the closed case; what was shown, by moment."""
        for desk in self.desks.values():
            await desk.begins()
        await self._registers(day)
        await self._investigates()
        if self.plan.charged:
            await self._charges()
        else:
            await self._charges_nobody()
        await self._closes()
        return self.shown

    def _notes(self, moment: str, *desks: Desk) -> None:
        """What was shown since the last moment, is what belongs to this one."""
        self.shown[moment] = "\n".join(word for desk in desks for word in desk.said)
        for desk in self.desks.values():
            desk.said.clear()

    def _number(self) -> str:
        return self.shown["registered"].split("已登记 ", 1)[1].split()[0]

    async def _registers(self, day: date) -> None:
        await self.sales.player.forwards(COMPLAINT.format(day=day))
        await self.sales.waits(seconds=3)
        if self.sales.shows("keep_new"):
            await self.sales.taps("keep_new")
        for _ in range(_ROUNDS):
            if self.sales.shows("submit"):
                break
            await self._answers(self.sales.newest.text)
        await self.sales.taps("submit")
        self._notes("registered", self.sales)

    async def _answers(self, asked: str) -> None:
        gap = asked.split("还缺：", 1)[-1]
        if gap.startswith("客户名称"):
            await self.sales.says("宏达机电")
            return
        fields = self.edition.intake.fields.values() if self.edition.intake else ()
        await answers_intake(self.sales, min(fields, key=lambda field: _place(field.label.zh_hans, gap)))

    async def _investigates(self) -> None:
        quality = self.quality
        await quality.looks()
        await quality.taps("accept")
        await quality.taps("investigate")
        for name, answer in self.plan.facts.items():
            await self._says_fact(name, answer)
        await self._names_cause()
        for kind, amount in self.plan.losses:
            await self._enters_loss(kind, amount)
        if self.plan.fault:
            await self._faults(self.plan.fault)
        if self.edition.closing and self.edition.closing.needs_parties:
            await self._tries_without_anybody()
        for name, one in zip(PARTIES, self.plan.charged, strict=False):
            await self._names(name, one)
        await quality.taps("why")
        self._notes("assessed", quality)

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

    async def _charges(self) -> None:
        for name in ("driver", "head")[: len(self.plan.charged)]:
            await self.desks[name].looks()
            await self.desks[name].taps("silent")
        await self.quality.opens(self._number())
        await self.quality.taps("investigate")
        await self.quality.taps("put")
        await self._decide("confirm", ("deputy",) if len(self.plan.charged) > 1 else ("head",))
        await self._decide("approve", ("boss", "second", "quality", "deputy"))
        await self.desks["driver"].looks()
        self._notes("decided", *self.desks.values())

    async def _charges_nobody(self) -> None:
        await self.quality.taps("more")
        await self.quality.taps("nobody")
        await self.quality.taps("bearer", "company")
        await self.quality.says("查明与个人无关")
        await self._decide("approve", ("boss", "second", "quality", "deputy"))
        self._notes("decided", *self.desks.values())

    async def _decide(self, verb: str, names: Sequence[str]) -> None:
        """Whoever is asked presses, until nobody is."""
        for _ in range(_ROUNDS):
            asked = [desk for desk in map(self.desks.__getitem__, names) if await _is_asked(desk, verb)]
            if not asked:
                return
            await asked[0].taps(verb)

    async def _closes(self) -> None:
        duties = DutyPlay(self.edition, self.desks, self._number())
        await duties.lists()
        self._notes("listed", self.quality)
        is_closable = await duties.opens_closing()
        self._notes("blocked", self.quality)
        if not is_closable:
            await duties.does_all(self.plan.does)
            self._notes("done", *self.desks.values())
            assert await duties.opens_closing(), self.quality.said[-1]
        await self.quality.taps("close_now")
        self._notes("closed", self.quality)


async def _is_asked(desk: Desk, verb: str) -> bool:
    await desk.looks()
    return desk.has(verb)


def _place(label: str, text: str) -> int:
    return text.index(label) if label in text else len(text)
