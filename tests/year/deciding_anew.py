"""Cases that come, are taken up again, and are decided another way."""

from core.actions.investigation.conclude_without_charge import Bearer, conclude_without_charge
from core.model.case import Case, Stage
from core.model.person import Person
from core.rules.figures.entitled import APPROVE
from tests.fakes import FakeUnitOfWork
from tests.year.case_play import CasePlay
from tests.year.company import SCENES, Scene, worker
from tests.year.money_play import NAMED, picked
from tests.year.taking_back import tried


class DecidingAnew:
    """The number says which case, which worker and how much."""

    def __init__(self, uow: FakeUnitOfWork) -> None:
        self.uow = uow
        self.cases = CasePlay(uow)

    async def comes(self, number: int) -> None:
        """A case about one of the two workers of a site."""
        person = await self.uow.persons.one(employee_no=NAMED[number % len(NAMED)])
        if person is not None and person.left_on is None:
            await tried(self._comes(SCENES[number % len(SCENES)], person, number), uow=self.uow)

    async def is_taken_up(self, number: int) -> None:
        """Finance finds a decided case wrong."""
        if case := picked(await self.uow.cases.where(stage=(Stage.DECIDED, Stage.CLOSED)), number):
            await tried(self.cases.is_corrected(case.id), uow=self.uow)

    async def is_the_same(self, number: int) -> None:
        """It was right after all."""
        if case := await self._open(number):
            await tried(self._same(case), uow=self.uow)

    async def is_more(self, number: int) -> None:
        """There was a further loss."""
        if case := await self._open(number):
            await tried(self._more(case, number), uow=self.uow)

    async def was_another(self, number: int) -> None:
        """It was the other worker."""
        if case := await self._open(number):
            await tried(self._another(case), uow=self.uow)

    async def was_nobody(self, number: int) -> None:
        """The company bears the loss."""
        if case := await self._open(number):
            await tried(self._nobody(case), uow=self.uow)

    async def _open(self, number: int) -> Case | None:
        return picked(await self.uow.cases.where(stage=Stage.INVESTIGATING), number)

    async def _comes(self, scene: Scene, person: Person, number: int) -> None:
        day = self.uow.now.date().replace(day=1)
        loss = f"{20 + number * 7 % 3000}.{number % 100:02d}"
        case = await self.cases.is_decided(scene, person.id, loss, day.isoformat())
        await self._received(case)

    async def _same(self, case: Case) -> None:
        quality = await self.cases.hands.of_id(case.owner_id or 0)
        await self.cases.is_approved(case.id, quality)
        await self._received(case)

    async def _more(self, case: Case, number: int) -> None:
        quality = await self.cases.hands.of_id(case.owner_id or 0)
        await self.cases.loses(case.id, _scene(case), f"{1 + number % 500}.00", quality)
        await self._same(case)

    async def _another(self, case: Case) -> None:
        scene = _scene(case)
        place = SCENES.index(scene) + 1
        party = await self.uow.parties.one(case_id=case.id, role=scene.role)
        pair = [
            await self.uow.persons.one(employee_no=worker(place + step))
            for step in (0, len(SCENES), 2 * len(SCENES))
        ]
        others = [one for one in pair if one and party and one.id != party.person_id and one.left_on is None]
        await self.cases.is_given_to(case.id, party.person_id if party else 0, others[0].id, scene.role)
        await self._received(case)

    async def _nobody(self, case: Case) -> None:
        quality = (await self.cases.hands.of_id(case.owner_id or 0)).actor
        await conclude_without_charge(case.id, Bearer.COMPANY, reason="x", actor=quality, uow=self.uow)
        while asked := await self.uow.duties.one(case_id=case.id, kind=APPROVE, done_at=None):
            await (await self.cases.hands.of_id(asked.owner_id or 0)).taps("approve", case.id)

    async def _received(self, case: Case) -> None:
        for notice in await self.uow.notices.where(case_id=case.id):
            if notice.is_standing and notice.seen_at is None and notice.handed_over_at is None:
                await self.cases.is_received(notice)


def _scene(case: Case) -> Scene:
    return next(scene for scene in SCENES if scene.rulebook == case.rulebook)
