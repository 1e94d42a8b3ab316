"""Cases that look alike are offered; what somebody says about them is kept, shown on both, and taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.case.show_case import show_case
from core.actions.investigation.name_cause import name_cause
from core.actions.kin.link_cases import link_cases
from core.actions.kin.offer_look_alikes import offer_look_alikes
from core.actions.kin.offer_same_file import offer_same_file
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.case import Case, Stage
from core.model.case_link import Likeness, LinkKind
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.message import Button, Message
from handlers import cases, linking, triaging
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk
from tests.make import NOW, by_no, case, staffed


async def two_cases(**changes: object) -> FakeUnitOfWork:
    """A pump of 宏达机电 complained of twice, by default under the same order."""
    uow = await staffed()
    await uow.cases.add(case())
    await uow.cases.add(case(number="250304", registered_at=NOW + timedelta(days=5), **changes))
    return uow


async def talk_of(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    actor = await by_no(uow, employee_no)
    return Talk(uow, actor, linking.handlers(), cases.handlers(), triaging.handlers())


async def open_kin(talk: Talk, case_id: int = 2) -> Message:
    message = Message(template="x", rows=((Button("kin", "kin", case_id, 1),),))
    await talk.presses("kin", message)
    return talk.latest()


def photo(case_id: int, **changes: object) -> Evidence:
    settings: dict[str, object] = {
        "holder": Holder.CASE,
        "holder_id": case_id,
        "kind": Kind.PHOTO,
        "storing": Storing.STORED,
        "chat_id": 1,
        "message_id": 1,
        "received_by": 1,
        "received_at": NOW,
    }
    return Evidence(**(settings | changes))  # type: ignore[arg-type]


def alike_in(message: Message) -> list[tuple[str, tuple[Likeness, ...]]]:
    assert message.template == "kin_shown"
    return [(one["number"], one["likeness"]) for one in message.data["alike"]]  # type: ignore[attr-defined]


async def test_same_customer_and_order_look_alike_however_they_are_written() -> None:
    talk = await talk_of(await two_cases(customer="宏达机电", order_no="so 20871"), "E11")

    assert alike_in(await open_kin(talk)) == [("250303", (Likeness.ORDER,))]


async def test_same_product_and_cause_look_alike() -> None:
    uow = await two_cases(order_no="", cause="密封圈老化")
    await uow.cases.put(replace(await uow.cases.get(1), facts={"cause": "密封圈老化"}))

    assert alike_in(await open_kin(await talk_of(uow, "E11"))) == [("250303", (Likeness.CAUSE,))]


@pytest.mark.parametrize("same", [{"sha256": "ab" * 32}, {"file_unique_id": "AQAD"}])
async def test_the_same_photo_looks_alike_by_its_content_and_as_forwarded(same: dict[str, str]) -> None:
    uow = await two_cases(order_no="")
    await uow.evidence.add(photo(1, **same))
    await uow.evidence.add(photo(2, **same))

    assert alike_in(await open_kin(await talk_of(uow, "E11"))) == [("250303", (Likeness.PHOTO,))]


SIGHT = "1234567890abcdef" * 4


async def test_a_picture_that_was_sent_again_looks_alike_though_its_bytes_are_others() -> None:
    uow = await two_cases(order_no="")
    await uow.evidence.add(photo(1, sha256="ab" * 32, sight=SIGHT))
    again = await uow.evidence.add(photo(2, sha256="cd" * 32, sight=SIGHT[:-2] + "00"))

    await offer_same_file(again, uow=uow)

    (message,) = uow.outbox.told_to("E11")
    assert alike_in(message) == [("250303", (Likeness.PICTURE,))]


async def test_a_part_in_common_is_no_picture_in_common() -> None:
    uow = await two_cases(order_no="")
    await uow.evidence.add(photo(1, sight=SIGHT))
    other = await uow.evidence.add(photo(2, sight=SIGHT[:8] + "5a" * 28))

    await offer_same_file(other, uow=uow)

    assert uow.outbox.told == []
    assert alike_in(await open_kin(await talk_of(uow, "E11"))) == []


async def test_the_same_file_is_not_named_twice_as_a_picture() -> None:
    uow = await two_cases(order_no="")
    for case_id in (1, 2):
        await uow.evidence.add(photo(case_id, sha256="ab" * 32, sight=SIGHT))

    assert alike_in(await open_kin(await talk_of(uow, "E11"))) == [("250303", (Likeness.PHOTO,))]


async def test_everything_they_share_is_named() -> None:
    uow = await two_cases(cause="老化")
    await uow.cases.put(replace(await uow.cases.get(1), cause="老化"))

    assert alike_in(await open_kin(await talk_of(uow, "E11"))) == [
        ("250303", (Likeness.ORDER, Likeness.CAUSE))
    ]


async def test_cases_too_far_apart_do_not_look_alike() -> None:
    uow = await two_cases()
    far = NOW + timedelta(days=91)
    await uow.cases.put(replace(await uow.cases.get(2), registered_at=far))

    message = await open_kin(await talk_of(uow, "E11"))

    assert alike_in(message) == []


async def test_a_case_with_nothing_to_compare_has_no_look_alikes() -> None:
    talk = await talk_of(await two_cases(customer="", order_no="", product="", part_no=""), "E11")

    assert alike_in(await open_kin(talk)) == []


async def test_sales_are_not_shown_cases_of_others() -> None:
    uow = await two_cases()
    await uow.cases.put(replace(await uow.cases.get(1), reporter_id=5))

    assert alike_in(await open_kin(await talk_of(uow, "E10"))) == []


async def test_who_may_not_link_sees_links_only() -> None:
    uow = await two_cases()
    await link_cases(
        await the(uow, 2), await the(uow, 1), LinkKind.RELATED, actor=await by_no(uow, "E11"), uow=uow
    )
    message = await open_kin(await talk_of(uow, "E06"))

    assert message.data["may_link"] is False
    assert [one["kind"] for one in message.data["links"]] == [LinkKind.RELATED]  # type: ignore[attr-defined]
    assert [button.verb for row in message.rows for button in row] == ["case"]


async def the(uow: FakeUnitOfWork, case_id: int) -> Case:
    return await uow.cases.get(case_id)


@pytest.mark.parametrize("kind", list(LinkKind))
async def test_what_is_said_is_kept_and_taken_back_and_no_evidence_moves(kind: LinkKind) -> None:
    uow = await two_cases()
    for case_id in (1, 1, 2):
        await uow.evidence.add(photo(case_id))
    talk = await talk_of(uow, "E11")
    await open_kin(talk)
    await talk.presses("250303")
    assert talk.latest().template == "pair_shown"

    await talk.presses(f"link_{kind.value}")
    (link,) = await uow.case_links.where()
    assert (link.case_id, link.other_id, link.kind, link.evidence_before) == (2, 1, kind, 3)
    assert (link.linked_by, link.linked_at, link.likeness) == (talk.actor.id, uow.now, (Likeness.ORDER,))
    assert talk.latest().data["linked"]

    await talk.presses("take_back")
    (link,) = await uow.case_links.where()
    assert (link.undone_by, link.undone_at) == (talk.actor.id, uow.now)
    assert talk.latest().data["linked"] is None
    assert [len(await uow.evidence.where(holder_id=case_id)) for case_id in (1, 2)] == [2, 1]
    assert [(row.act, row.case_id, row.facts["evidence"]) for row in uow.log.rows] == [
        ("cases_linked", 2, 3),
        ("cases_linked", 1, 3),
        ("cases_unlinked", 2, 3),
        ("cases_unlinked", 1, 3),
    ]
    assert talk.reply.toasts == ["cases_linked", "cases_unlinked"]


async def test_a_link_stands_on_the_cards_and_screens_of_both_until_it_is_taken_back() -> None:
    uow = await two_cases()
    talk = await talk_of(uow, "E11")
    await open_kin(talk)
    await talk.presses("250303")
    await talk.presses("link_duplicate")

    posted = {message.data["number"]: message.data["links"] for _, message in uow.outbox.posted}
    assert posted == {
        "250304": [{"kind": LinkKind.DUPLICATE, "number": "250303", "is_later": False}],
        "250303": [{"kind": LinkKind.DUPLICATE, "number": "250304", "is_later": True}],
    }
    await talk.presses("open_case:250303")
    assert talk.latest().data["links"] == posted["250303"]
    await talk.presses("links")
    await talk.presses("250304")
    await talk.presses("take_back")
    await show_case(await the(uow, 1), uow=uow)
    assert uow.outbox.posted[-1][1].data["links"] == []


async def test_unrelated_cases_are_not_offered_again_nor_shown_on_cards() -> None:
    uow = await two_cases()
    talk = await talk_of(uow, "E11")
    await open_kin(talk)
    await talk.presses("250303")
    await talk.presses("link_unrelated")

    message = await open_kin(talk)

    assert alike_in(message) == []
    assert uow.outbox.posted[-1][1].data["links"] == []
    assert not await offer_look_alikes(await the(uow, 2), person=talk.actor, uow=uow)


async def test_any_other_case_can_be_linked_by_its_number() -> None:
    uow = await two_cases(order_no="")
    talk = await talk_of(uow, "E11")
    await open_kin(talk)
    await talk.presses("link_other")
    await talk.sends(" 250303 ")
    await talk.presses("link_recurrence")

    (link,) = await uow.case_links.where()
    assert (link.kind, link.likeness) == (LinkKind.RECURRENCE, (Likeness.SAID,))
    assert await uow.dialogues.find(talk.actor.id) is None


async def test_an_unknown_number_leaves_the_question_open() -> None:
    talk = await talk_of(await two_cases(), "E11")
    await open_kin(talk)
    await talk.presses("link_other")

    with pytest.raises(NoSuchThing):
        await talk.sends("999999")

    assert await talk.uow.dialogues.find(talk.actor.id) is not None


async def test_a_case_is_not_linked_to_itself() -> None:
    talk = await talk_of(await two_cases(), "E11")
    await open_kin(talk)
    await talk.presses("link_other")
    await talk.sends("250304")

    with pytest.raises(NotAllowed):
        await talk.presses("link_related")


async def test_two_cases_are_linked_once() -> None:
    uow = await two_cases()
    quality = await by_no(uow, "E11")
    await link_cases(await the(uow, 2), await the(uow, 1), LinkKind.RELATED, actor=quality, uow=uow)

    with pytest.raises(SomebodyWasFirst):
        await link_cases(await the(uow, 1), await the(uow, 2), LinkKind.DUPLICATE, actor=quality, uow=uow)


async def test_what_was_taken_back_cannot_be_taken_back_again() -> None:
    uow = await two_cases()
    talk = await talk_of(uow, "E11")
    await open_kin(talk)
    await talk.presses("250303")
    await talk.presses("link_related")
    linked = talk.latest()
    await talk.presses("take_back")

    with pytest.raises(SomebodyWasFirst):
        await talk.presses("take_back", linked)


async def test_who_reads_by_role_alone_can_neither_link_nor_take_back() -> None:
    uow = await two_cases()
    talk = await talk_of(uow, "E11")
    await open_kin(talk)
    await talk.presses("250303")
    await talk.presses("link_related")
    finance = await talk_of(uow, "E06")

    with pytest.raises(NotThisPerson):
        await finance.presses("take_back", talk.latest())
    with pytest.raises(NotThisPerson):
        await finance.presses(
            "link_other", Message(template="x", rows=((Button("link_other", "link_other", 2, 1),),))
        )


async def test_the_reporter_of_the_earlier_case_may_take_back_too() -> None:
    uow = await two_cases(reporter_id=5)
    await uow.cases.put(replace(await uow.cases.get(1), owner_id=5))
    talk = await talk_of(uow, "E11")
    await open_kin(talk)
    await talk.presses("250303")
    await talk.presses("link_related")
    owner = await talk_of(uow, "E01")

    await owner.presses("take_back", talk.latest())

    assert uow.log.acts()[-1] == "cases_unlinked"


async def test_the_watch_of_the_bot_links_in_nobodys_name() -> None:
    uow = await two_cases()
    link = await link_cases(await the(uow, 2), await the(uow, 1), LinkKind.RECURRENCE, actor=None, uow=uow)
    message = await open_kin(await talk_of(uow, "E11"))

    assert link.linked_by is None
    assert message.data["links"][0]["by"] == ""  # type: ignore[index]


@pytest.mark.parametrize("arg", ["enemies.1", "duplicate.x", "duplicate", "duplicate.99"])
async def test_a_forged_kind_or_case_is_nothing(arg: str) -> None:
    talk = await talk_of(await two_cases(), "E11")
    await open_kin(talk)
    await talk.presses("250303")
    forged = replace(talk.button("link_duplicate"), arg=arg, label="forged")

    with pytest.raises(NoSuchThing):
        await talk.presses("forged", Message(template="x", rows=((forged,),)))


async def test_a_link_is_not_taken_back_from_a_third_case() -> None:
    uow = await two_cases()
    await uow.cases.add(case(number="250305", order_no="", reporter_id=5))
    talk = await talk_of(uow, "E11")
    await open_kin(talk)
    await talk.presses("250303")
    await talk.presses("link_related")
    forged = replace(talk.button("take_back"), arg="3", label="forged")

    with pytest.raises(NoSuchThing):
        await talk.presses("forged", Message(template="x", rows=((forged,),)))


async def test_the_triage_card_says_that_something_looks_alike() -> None:
    uow = await two_cases()
    talk = await talk_of(uow, "E11")
    message = Message(template="x", rows=((Button("triage", "triage", 2, 1),),))
    await talk.presses("triage", message)

    assert talk.button("look_alikes").text == "1"


async def test_looking_alike_is_offered_to_who_registered_in_a_card_of_its_own() -> None:
    uow = await two_cases()
    reporter = await by_no(uow, "E10")

    assert await offer_look_alikes(await the(uow, 2), person=reporter, uow=uow)

    (message,) = uow.outbox.told_to("E10")
    assert (message.template, message.card) == ("kin_shown", "kin:2")


async def test_a_file_that_another_case_has_is_offered_once_its_bytes_are_here() -> None:
    uow = await two_cases(order_no="")
    first, second = [await uow.evidence.add(photo(case_id, sha256="ab" * 32)) for case_id in (1, 2)]
    lone = await uow.evidence.add(photo(2, sha256="cd" * 32))

    await offer_same_file(lone, uow=uow)
    await offer_same_file(replace(first, holder=Holder.DRAFT), uow=uow)
    assert uow.outbox.told == []
    await offer_same_file(second, uow=uow)

    (message,) = uow.outbox.told_to("E11")
    assert alike_in(message) == [("250303", (Likeness.PHOTO,))]


async def test_a_cause_that_was_named_is_offered_only_where_an_earlier_case_has_it_too() -> None:
    uow = await two_cases(stage=Stage.INVESTIGATING, owner_id=2)
    quality = await by_no(uow, "E11")

    await name_cause(2, "密封圈老化", actor=quality, uow=uow)
    assert uow.outbox.told_to("E11") == []
    await uow.cases.put(replace(await the(uow, 1), cause="密封圈老化"))
    await name_cause(2, "密封圈老化", actor=quality, uow=uow)

    (message,) = uow.outbox.told_to("E11")
    assert alike_in(message) == [("250303", (Likeness.ORDER, Likeness.CAUSE))]


async def test_who_reads_by_role_sees_two_cases_side_by_side_without_anything_to_say() -> None:
    finance = await talk_of(await two_cases(), "E06")

    await finance.presses("2 and 1", Message(template="x", rows=((Button("2 and 1", "pair", 2, 1, "1"),),)))

    message = finance.latest()
    assert [one["number"] for one in message.data["cases"]] == ["250304", "250303"]  # type: ignore[attr-defined]
    assert [button.verb for row in message.rows for button in row] == ["kin", "case"]
