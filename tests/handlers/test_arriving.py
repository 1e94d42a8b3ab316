from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.errors import NoSuchThing
from core.model.case import Stage
from core.model.draft import DraftState
from core.model.evidence import Holder, Kind, Storing
from core.model.party import Statement
from tests.handlers.talk import forwarded, photo, talk
from tests.make import by_no, staffed
from tests.make import case as a_case
from tests.make_intake import registered

LETTER = "宏达机电的水泵漏水，订单 SO-20871，8台，要求换货"


async def test_a_burst_becomes_one_draft_and_one_message() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")

    await sales.sends(LETTER, **forwarded())
    for name in ("a", "b", "c"):
        await sales.sends(**photo(name, media_group_id="album", **forwarded()))
    shown = await sales.settles()

    assert len(uow.drafts.things) == 1
    assert len(uow.outbox.told_to("E10")) == 1
    assert shown.data["counts"] == {Kind.TEXT: 1, Kind.PHOTO: 3}
    assert shown.data["senders"] == ("王工",)
    assert shown.data["missing"] == ("customer",)


async def test_the_original_sender_and_time_are_kept_from_every_kind_of_forward() -> None:
    at = datetime(2025, 3, 3, 0, 10, tzinfo=UTC)
    stamp = int(at.timestamp())
    chat = {"id": -5, "type": "channel", "title": "客户群"}
    origins = [
        {
            "type": "user",
            "date": stamp,
            "sender_user": {"id": 5, "is_bot": False, "first_name": "王", "last_name": "工"},
        },
        {"type": "hidden_user", "date": stamp, "sender_user_name": "隐身\u202e人"},
        {"type": "chat", "date": stamp, "sender_chat": chat},
        {"type": "channel", "date": stamp, "chat": chat, "message_id": 1},
    ]
    uow = await staffed()
    sales = await talk(uow, "E10")

    for origin in origins:
        await sales.sends("漏水", forward_origin=origin)

    kept = list(uow.evidence.things.values())
    assert [piece.origin_name for piece in kept] == ["王 工", "隐身人", "客户群", "客户群"]
    assert {piece.origin_at for piece in kept} == {at}


async def test_two_messages_of_a_long_text_are_both_kept() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")

    await sales.sends("漏" * 4096)
    await sales.sends("水" * 904)
    shown = await sales.settles()

    assert len(str(shown.data["words"])) == 5001
    assert shown.template == "loose_asked"


async def test_loose_words_are_asked_about() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await talk(uow, "E10")

    await sales.sends("我不同意")
    shown = await sales.settles()

    assert shown.template == "loose_asked"
    assert sales.button(case.number).verb == "keep_case"
    assert [button.verb for row in shown.rows for button in row] == [
        "keep_new",
        "keep_case",
        "keep_ask",
        "keep_not",
    ]


async def test_a_photo_with_nothing_else_open_begins_a_draft() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")

    await sales.sends(**photo())
    shown = await sales.settles()

    assert shown.template == "burst_received"


async def test_tomorrows_extra_photo_is_asked_about() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await talk(uow, "E10")
    uow.now += timedelta(days=1)

    await sales.sends(**photo())
    shown = await sales.settles()

    assert shown.template == "loose_asked"
    assert sales.button(case.number).verb == "keep_case"


async def test_a_forward_beside_an_open_draft_is_asked_about() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends(LETTER, **forwarded())
    first = await sales.settles()

    await sales.sends("还有一件事", **forwarded())
    shown = await sales.settles()

    assert shown.template == "loose_asked"
    assert sales.button("resume").arg == str(first.data["draft"])


async def test_a_comment_before_the_forward_belongs_to_the_same_burst() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")

    await sales.sends("客户很急")
    await sales.sends(LETTER, **forwarded())
    await sales.settles()

    assert [draft.state for draft in uow.drafts.things.values()] == [DraftState.OPEN]


async def test_an_album_part_that_comes_late_joins_its_draft() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends(**photo("a", media_group_id="album", caption=LETTER, **forwarded()))
    first = await sales.settles()
    uow.now += timedelta(seconds=20)

    await sales.sends(**photo("b", media_group_id="album", **forwarded()))
    again = await sales.settles()

    assert again.card == first.card
    assert again.data["counts"] == {Kind.PHOTO: 2}
    assert len(uow.drafts.things) == 1


async def test_an_album_part_that_comes_after_submitting_joins_the_case() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends(**photo("a", media_group_id="album", caption=f"客户：宏达机电 {LETTER}", **forwarded()))
    await sales.settles()
    await sales.presses("submit")

    await sales.sends(**photo("b", media_group_id="album", **forwarded()))

    assert [piece.holder for piece in uow.evidence.things.values()] == [Holder.CASE, Holder.CASE]


async def test_an_album_part_of_a_statement_joins_the_statement() -> None:
    uow = await staffed()
    owner = await by_no(uow, "E11")
    case = await uow.cases.add(a_case(stage=Stage.INVESTIGATING, owner_id=owner.id))
    sales = await talk(uow, "E10")
    said = Statement(case_id=case.id, person_id=sales.actor.id, text="见照片", said_at=uow.now)
    said = await uow.statements.add(said)
    await sales.sends(**photo("a", media_group_id="album"))
    first = next(iter(uow.evidence.things.values()))
    await uow.evidence.put(replace(first, holder=Holder.STATEMENT, holder_id=said.id))

    await sales.sends(**photo("b", media_group_id="album"))

    assert [(piece.holder, piece.holder_id) for piece in uow.evidence.things.values()] == [
        (Holder.STATEMENT, said.id)
    ] * 2
    assert uow.log.acts()[-1] == "statement_shown"
    assert [one.template for one in uow.outbox.told_to("E11")] == ["statement_shown"]


async def test_an_album_part_of_a_duty_joins_the_duty_and_the_log_says_so() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends(**photo("a", media_group_id="album"))
    first = next(iter(uow.evidence.things.values()))
    await uow.evidence.put(replace(first, holder=Holder.DUTY, holder_id=9))

    await sales.sends(**photo("b", media_group_id="album"))

    assert [piece.holder_id for piece in await uow.evidence.where(holder=Holder.DUTY)] == [9] * 2
    assert uow.log.rows[-1].facts == {"evidence": [2], "holder": Holder.DUTY, "of": 9}


async def test_a_reply_to_a_message_of_a_case_joins_that_case() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await talk(uow, "E10")
    uow.shown_on[(1010, 55)] = case.id
    replied = {"message_id": 55, "date": 0, "chat": {"id": 1010, "type": "private"}}

    await sales.sends(**photo(), reply_to_message=replied)

    kept = await uow.evidence.where(holder=Holder.CASE, holder_id=case.id)
    assert [piece.kind for piece in kept] == [Kind.PHOTO]
    assert [message.template for message in uow.outbox.told_to("E10")] == ["piece_joined"]
    assert [message.template for message in uow.outbox.told_to("E11")] == ["pieces_told"]


async def test_a_stranger_to_the_case_cannot_join_it() -> None:
    uow = await staffed()
    case = await registered(uow)
    worker = await talk(uow, "E17")
    uow.shown_on[(1017, 55)] = case.id
    replied = {"message_id": 55, "date": 0, "chat": {"id": 1017, "type": "private"}}

    with pytest.raises(NoSuchThing):
        await worker.sends("我也说一句", reply_to_message=replied)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("document", Kind.DOCUMENT),
        ("video", Kind.VIDEO),
        ("video_note", Kind.VIDEO),
        ("voice", Kind.VOICE),
        ("audio", Kind.AUDIO),
    ],
)
async def test_every_kind_of_file_is_kept(name: str, kind: Kind) -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    file = {"file_id": "f", "file_unique_id": "u", "duration": 1, "width": 1, "height": 1, "length": 1}
    message: dict[str, Any] = {
        name: file | {"mime_type": "x/y", "file_name": "报告.pdf"},
        "caption": "见附件",
    }

    await sales.sends(**message)

    kept = next(iter(uow.evidence.things.values()))
    assert (kept.kind, kept.storing, kept.text) == (kind, Storing.TO_FETCH, "见附件")


async def test_a_video_over_20_mb_is_said_at_once_and_its_reference_kept() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    size = 20 * 1024 * 1024 + 1
    video = {"file_id": "v", "file_unique_id": "u", "duration": 9, "width": 1, "height": 1, "file_size": size}

    await sales.sends(video=video)

    kept = next(iter(uow.evidence.things.values()))
    assert (kept.storing, kept.file_id) == (Storing.TOO_BIG, "v")
    assert sales.latest().template == "file_too_big"


async def test_a_file_of_exactly_20_mb_is_fetched() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")

    await sales.sends(**photo(size=20 * 1024 * 1024))

    assert next(iter(uow.evidence.things.values())).storing is Storing.TO_FETCH


async def test_a_sticker_gets_a_kind_answer() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")

    await sales.sends(
        sticker={
            "file_id": "s",
            "file_unique_id": "u",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
            "type": "regular",
        }
    )

    assert sales.latest().template == "kind_unsupported"
    assert not uow.evidence.things


async def test_an_edit_is_kept_beside_the_first_wording() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends("订单 SO-1001 漏水", **forwarded())
    first = next(iter(uow.evidence.things.values()))

    await sales.edits(first.message_id, "订单 SO-1002 漏水")

    texts = [piece.text for piece in uow.evidence.things.values()]
    assert texts == ["订单 SO-1001 漏水", "订单 SO-1002 漏水"]
    assert sales.latest().data == {"is_kept": True}


async def test_a_draft_is_read_by_the_edited_wording() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends("订单 SO-1001 漏水", **forwarded())
    await sales.edits(next(iter(uow.evidence.things.values())).message_id, "订单 SO-1002 漏水")

    await sales.settles()

    assert uow.drafts.things[1].found["order_no"]["value"] == "SO-1002"


async def test_an_edit_of_something_else_is_only_noted() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")

    await sales.edits(5, "改过的回答")

    assert sales.latest().data == {"is_kept": False}
    assert not uow.evidence.things


async def test_a_person_of_the_site_who_is_told_gets_nothing_twice() -> None:
    uow = await staffed()
    quality = await by_no(uow, "E11")
    case = await registered(uow)
    chat = await talk(uow, "E11")
    uow.shown_on[(1011, 55)] = case.id
    replied = {"message_id": 55, "date": 0, "chat": {"id": 1011, "type": "private"}}

    await chat.sends("现场看过", reply_to_message=replied)

    assert [message.template for message in uow.outbox.told_to(quality.employee_no)] == ["piece_joined"]
