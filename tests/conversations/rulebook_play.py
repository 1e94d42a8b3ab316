"""A case played in chat under any rulebook, from the forwarded complaint to 关闭案件, by what the bot asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from core.rulebook.edition import Edition
from tests.conversations.desk import Desk
from tests.conversations.duty_play import DutyPlay
from tests.conversations.form_answers import answers_intake
from tests.conversations.investigation_play import InvestigationPlay
from tests.conversations.rulebook_plans import Plan
from tests.conversations.workplace import Workplace

# another pump of another order each time: these cases have nothing to do with each other
COMPLAINT: Final = "贵司送来的水泵 P-{day:%j}，订单 SO-20{day:%j}，数量 120，不良 8 台，运行两小时后轴封漏水。事故日期 {day}。要求换货。"
_ROUNDS: Final = 20


@dataclass(frozen=True, slots=True)
class Played:
    """What was shown at each moment of a case, and when it was registered, in the site's zone."""

    shown: Mapping[str, str]
    registered_at: datetime

    def unseen(self, plan: Plan) -> list[str]:
        """What the plan says must be seen and was not, with what was there instead."""
        later = (self.registered_at + timedelta(days=1)).strftime("%-m月%-d日 %H:%M")
        return [
            f"{words} not in what was shown when {moment}:\n{self.shown[moment]}"
            for moment, expected in plan.shows.items()
            for words in expected
            if words.replace("{a day later}", later) not in self.shown[moment]
        ]


class RulebookPlay:
    """One case of one plan: everybody at work, and all that they were shown at each moment."""

    def __init__(self, edition: Edition, plan: Plan, place: Workplace, desks: dict[str, Desk]) -> None:
        self.edition = edition
        self.plan = plan
        self.place = place
        self.desks = desks
        self.sales, self.quality = desks["sales"], desks["quality"]
        self.shown: dict[str, str] = {}

    async def is_played(self, day: date) -> Played:
        """From the complaint about that day to the closed case."""
        for desk in self.desks.values():
            await desk.begins()
        await self._registers(day)
        registered_at = await self.place.sandbox.now()
        await self._investigates()
        if self.plan.charged:
            await self._charges()
        else:
            await self._charges_nobody()
        await self._closes()
        return Played(self.shown, registered_at)

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
        await InvestigationPlay(self.edition, self.plan, self.quality).is_played()
        self._notes("assessed", self.quality)

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
            await duties.does_all()
            self._notes("done", *self.desks.values())
            assert await duties.opens_closing(), self.quality.said[-1]
        await self.quality.taps("close_now")
        self._notes("closed", self.quality)


async def _is_asked(desk: Desk, verb: str) -> bool:
    await desk.looks()
    return desk.has(verb)


def _place(label: str, text: str) -> int:
    return text.index(label) if label in text else len(text)
