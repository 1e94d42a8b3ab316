"""A case played by presses: registered, investigated, confirmed, approved; appealed against, corrected."""

from typing import Final

from core.model.case import Case, Stage
from core.model.draft import Draft
from core.model.duty import Duty
from core.model.notice import Notice
from core.rules.figures.entitled import APPROVE, CONFIRM
from tests.fakes import FakeUnitOfWork
from tests.make_intake import COMPLETE
from tests.year.company import Scene
from tests.year.hands import Hand, Hands

REPORTER: Final = "E10"
INVESTIGATOR: Final = "E11"
HEARER: Final = "E08"
_ROUNDS: Final = 8


class CasePlay:
    """Everything that people do about cases, each by the buttons that they are shown."""

    def __init__(self, uow: FakeUnitOfWork) -> None:
        self.uow = uow
        self.hands = Hands(uow)

    async def is_decided(self, scene: Scene, person_id: int, loss: str, day: str) -> Case:
        """A complaint about that day becomes a decided case, in which that person pays."""
        case = await self._registered(scene, day)
        quality = await self._investigated(case, scene, loss)
        for role, employee_no in scene.others.items():
            await self._named(case.id, (await self.hands.of(employee_no)).actor.id, role, quality)
        await self._named(case.id, person_id, scene.role, quality)
        if scene.repeats and await self._has_repeated(case, person_id):
            await self._hits(quality, case.id, "detail", f"{person_id}:{scene.repeats}")
            await quality.writes("1")
            await self._hits(quality, case.id, "investigate", "")
            await self._rated(case.id, quality)
        await self._approved(case.id, quality)
        return await self._case(case.id)

    async def _registered(self, scene: Scene, day: str) -> Case:
        sales = await self.hands.of(REPORTER)
        fields = COMPLETE | {"site": scene.site, "occurred_on": day, "channel": "customer_call"}
        draft = await self.uow.drafts.add(
            Draft(person_id=sales.actor.id, fields=fields, received_at=self.uow.now, opened_at=self.uow.now)
        )
        await sales.hits(f"submit:{draft.id}:{draft.version}:")
        submitted = await self.uow.drafts.get(draft.id)
        return await self._case(submitted.case_id or 0)

    async def _investigated(self, case: Case, scene: Scene, loss: str) -> Hand:
        quality = await self.hands.of(INVESTIGATOR)
        await quality.taps("accept", case.id)
        for name, answer in scene.facts.items():
            await self._hits(quality, case.id, "answer_fact", f"{name}={answer}")
        await self._hits(quality, case.id, "cause", "")
        if button := quality.shown("cause_code", case.id):
            await self._hits(quality, case.id, "cause_code", button.arg)
        await quality.writes("交接时没有复检")
        if scene.has_fault:
            await self._hits(quality, case.id, "departments", "")
            await quality.taps("department", case.id)
            await quality.taps("fault", case.id)
        await self.loses(case.id, scene, loss, quality)
        return quality

    async def loses(self, case_id: int, scene: Scene, loss: str, quality: Hand) -> None:
        """A loss of that amount is entered."""
        await self._hits(quality, case_id, "loss_new", scene.loss)
        await quality.writes(loss)

    async def is_approved(self, case_id: int, quality: Hand) -> None:
        """The figures of a case that was taken up again go the same way once more."""
        await self._hits(quality, case_id, "investigate", "")
        await self._rated(case_id, quality)
        await self._approved(case_id, quality)

    async def _named(self, case_id: int, person_id: int, role: str, quality: Hand) -> None:
        await self._hits(quality, case_id, "party_role", f"{person_id}:{role}")
        await self._hits(quality, case_id, "investigate", "")
        await self._rated(case_id, quality)
        person = await self.hands.of_id(person_id)
        await self._hits(person, case_id, "silent", "")

    async def _has_repeated(self, case: Case, person_id: int) -> bool:
        """Whether an earlier case under that rulebook ended with a notice for them that stands."""
        notices = await self.uow.notices.where(person_id=person_id)
        earlier = [await self._case(notice.case_id) for notice in notices if notice.is_standing]
        return any(one.rulebook == case.rulebook for one in earlier)

    async def _rated(self, case_id: int, quality: Hand) -> None:
        """Choose the first rate on offer for each whose rate is open."""
        for _ in range(_ROUNDS):
            rates = [one for row in quality.latest().rows for one in row if one.verb == "rate"]
            if not rates:
                return
            await self._hits(quality, case_id, "rate", rates[0].arg)
            await quality.writes("按规定")

    async def _approved(self, case_id: int, quality: Hand) -> None:
        await self._hits(quality, case_id, "put", "")
        for verb, kind in (("confirm", CONFIRM), ("approve", APPROVE)):
            for _ in range(_ROUNDS):
                asked = await self._asked(case_id, kind)
                if asked is None:
                    break
                await (await self.hands.of_id(asked.owner_id or 0)).taps(verb, case_id)
        left = [
            (duty.kind, duty.owner_id) for duty in await self.uow.duties.where(case_id=case_id, done_at=None)
        ]
        assert (await self._case(case_id)).stage is Stage.DECIDED, left

    async def _asked(self, case_id: int, kind: str) -> Duty | None:
        open_ones = await self.uow.duties.where(case_id=case_id, kind=kind, done_at=None)
        return open_ones[0] if open_ones else None

    async def is_received(self, notice: Notice) -> None:
        """已知悉 in chat; who has none is given the paper by a superior, who says so."""
        person = await self.hands.of_id(notice.person_id)
        if person.actor.can_be_told():
            await person.taps("ack", notice.id)
            return
        for duty in await self.uow.duties.where(
            case_id=notice.case_id, kind="hand_over_notice", done_at=None
        ):
            await (await self.hands.of_id(duty.owner_id or 0)).taps("handed", duty.id)

    async def is_appealed(self, notice: Notice) -> None:
        """The employee appeals, an auditor takes it, and the investigator answers."""
        person = await self.hands.of_id(notice.person_id)
        await person.taps("appeal", notice.id)
        await person.writes("不是我装的")
        (appeal,) = await self.uow.appeals.where(notice_id=notice.id)
        await (await self.hands.of(HEARER)).taps("hear", appeal.id)
        quality = await self.hands.of(INVESTIGATOR)
        await quality.taps("appeal_put", appeal.id)
        await quality.writes("装配记录上是他签的")

    async def is_judged(self, notice: Notice, outcome: str) -> None:
        """The auditor decides the appeal."""
        (appeal,) = await self.uow.appeals.where(notice_id=notice.id)
        hearer = await self.hands.of(HEARER)
        await hearer.hits(f"judge:{appeal.id}:0:{outcome}")
        await hearer.writes("查看了记录")

    async def is_corrected(self, case_id: int) -> None:
        """Finance finds that it was somebody else."""
        finance = await self.hands.of("E06")
        await self._hits(finance, case_id, "correct", "")
        await finance.writes("查错了人")

    async def is_given_to(self, case_id: int, before: int, after: int, role: str) -> None:
        """The case is decided anew: another person answers for it."""
        quality = await self.hands.of(INVESTIGATOR)
        await self._hits(quality, case_id, "party_drop", str(before))
        await self._named(case_id, after, role, quality)
        await self._approved(case_id, quality)

    async def _hits(self, hand: Hand, case_id: int, verb: str, arg: str) -> None:
        case = await self._case(case_id)
        await hand.hits(f"{verb}:{case.id}:{case.version}:{arg}")

    async def _case(self, case_id: int) -> Case:
        return await self.uow.cases.get(case_id)
