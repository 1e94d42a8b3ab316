"""The rulebook's questions answered in chat: percentages, and several choices at once."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rulebooks import rulebook
from core.actions.rulebook.put_under import put_under
from core.errors import NoSuchThing, NotAllowed
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.vocabulary import FactField
from core.rules.case.asked_facts import asked_facts
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.handlers.talk import Talk
from tests.liability import investigated, named, the_case, version, who

DAY = date(2025, 3, 3)
BREACHES = asked_facts(rulebook("production-complaints", DAY))["breaches"]


async def under(rulebook_id: str) -> tuple[FakeUnitOfWork, Talk]:
    uow = await investigated()
    await uow.cases.put(put_under(await the_case(uow), rulebook_id, uow=uow))
    return uow, await liability_talk(uow, "E11")


async def asked(talk: Talk, uow: FakeUnitOfWork, question: str) -> None:
    await talk.hits(f"question:1:{await version(uow)}:{question}")


def marked(talk: Talk) -> list[str]:
    return [button.text for row in talk.latest().rows for button in row if button.text.startswith("☑")]


async def test_several_choices_are_marked_and_recorded_by_done() -> None:
    uow, quality = await under("production-complaints")
    await asked(quality, uow, "breaches")
    assert "按一下选上" in quality.words()

    await quality.presses("☐ 未按要求时间到达现场")
    await quality.presses("☐ 对客户不礼貌")
    await quality.presses("☐ 三日内未交工作报告")
    await quality.presses("☑ 对客户不礼貌")
    assert marked(quality) == ["☑ 未按要求时间到达现场", "☑ 三日内未交工作报告"]
    assert "breaches" not in (await the_case(uow)).facts
    await quality.presses("done")

    assert (await the_case(uow)).facts["breaches"] == ["late_arrival", "late_work_report"]
    assert "违规事项：未按要求时间到达现场、三日内未交工作报告" in quality.words()


async def test_a_question_opens_with_what_is_recorded_marked() -> None:
    uow, quality = await under("production-complaints")
    await asked(quality, uow, "breaches")
    await quality.presses("☐ 对客户不礼貌")
    await quality.presses("done")

    await asked(quality, uow, "breaches")

    assert marked(quality) == ["☑ 对客户不礼貌"]


async def test_done_without_a_mark_says_that_there_was_none() -> None:
    uow, quality = await under("production-complaints")
    await asked(quality, uow, "breaches")

    await quality.presses("done")

    assert (await the_case(uow)).facts["breaches"] == []
    assert "违规事项：都没有" in quality.words()


async def test_several_choices_are_pressed_not_typed() -> None:
    uow, quality = await under("production-complaints")
    await asked(quality, uow, "breaches")

    with pytest.raises(NotAllowed, match="answer_unfit"):
        await quality.sends("对客户不礼貌")


async def test_a_forged_question_is_unknown() -> None:
    _, quality = await under("production-complaints")

    with pytest.raises(NoSuchThing, match="question_unknown"):
        await quality.hits("several_done:1:1:nothing=1")


@pytest.mark.parametrize(("typed", "kept"), [("0", "0"), ("100", "100"), ("2.5%", "2.5"), ("６５％", "65")])
async def test_a_percentage_is_typed_with_or_without_its_sign(typed: str, kept: str) -> None:
    uow, quality = await under("graded-incidents")
    await asked(quality, uow, "structural.target_percent")
    assert "0 到 100" in quality.words()

    await quality.sends(typed)

    assert (await the_case(uow)).facts["structural.target_percent"] == kept
    assert f"议定的不良率目标：{kept}%" in quality.words()


@pytest.mark.parametrize(("typed", "why"), [("100.0001", "answer_unfit"), ("viel", "percent_unreadable")])
async def test_no_percentage_is_above_a_hundred(typed: str, why: str) -> None:
    uow, quality = await under("graded-incidents")
    await asked(quality, uow, "structural.target_percent")

    with pytest.raises(NotAllowed, match=why):
        await quality.sends(typed)


class AskingOfPersons:
    """`logistics-liability`, asking of a person what breaches there were, and no more."""

    def on(self, rulebook_id: str, day: date) -> object:
        held = rulebook(rulebook_id, day)
        persons: dict[str, FactField] = {"breaches": BREACHES}
        return replace(held, edition=held.edition.model_copy(update={"person": persons}))


async def test_several_choices_are_asked_of_a_person_too() -> None:
    uow = await named()
    uow.rulebooks = AskingOfPersons()  # type: ignore[assignment]  # the same face
    quality, worker = await liability_talk(uow, "E11"), await who(uow, "E17")
    await quality.hits(f"detail:1:{await version(uow)}:{worker.id}:breaches")

    await quality.presses("☐ 对客户不礼貌")
    await quality.presses("done")
    assert "对客户不礼貌" in quality.words()
    await quality.hits(f"detail:1:{await version(uow)}:{worker.id}:breaches")

    assert marked(quality) == ["☑ 对客户不礼貌"]
    with pytest.raises(NoSuchThing, match="question_unknown"):
        await quality.hits(f"detail_several:1:1:{worker.id}:nothing=1")


class AskingAtLength:
    """`logistics-liability`, with names as long as a composition may make them."""

    FACT = "through_crack_of_precast_complaint_liability"
    CHOICE = "inside_and_not_reported_to_anybody"
    DETAIL = "breaches_of_production_complaints_undated"
    ROLE = "responsible_of_incident_compensation_to_all_users"

    def on(self, rulebook_id: str, day: date) -> CompiledRulebook:
        held = rulebook(rulebook_id, day)
        crack = BREACHES.model_copy(
            update={"type": "choice", "choices": {self.CHOICE: BREACHES.choices["rudeness"]}}
        )
        changes = {
            "facts": {self.FACT: crack},
            "person": {self.DETAIL: BREACHES},
            "roles": {self.ROLE: held.edition.roles["responsible"]},
        }
        return replace(held, edition=held.edition.model_copy(update=changes), fields={self.FACT: crack})


def room(talk: Talk) -> int:
    return max(len(button.pressed()) for row in talk.latest().rows for button in row)


async def test_names_longer_than_a_press_has_room_for_are_asked_and_answered_all_the_same() -> None:
    uow = await investigated()
    uow.rulebooks = AskingAtLength()  # type: ignore[assignment]  # the same face
    quality, worker = await liability_talk(uow, "E11"), await who(uow, "E17")

    await quality.hits("questions:1:0")
    assert room(quality) <= 64
    await quality.presses(BREACHES.label.zh_hans)
    assert room(quality) <= 64
    await quality.presses("对客户不礼貌")
    assert (await the_case(uow)).facts == {AskingAtLength.FACT: AskingAtLength.CHOICE}

    await quality.hits(f"party_pick:1:{await version(uow)}:{worker.id}")
    assert room(quality) <= 64
    await quality.presses("直接责任人")
    assert room(quality) <= 64
    await quality.presses(BREACHES.label.zh_hans)
    await quality.presses("☐ 对客户不礼貌")
    assert room(quality) <= 64
    await quality.presses("done")

    (party,) = await uow.parties.where()
    assert party.role == AskingAtLength.ROLE
    assert party.details == {AskingAtLength.DETAIL: ["rudeness"]}
