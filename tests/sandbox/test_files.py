"""Files in both directions: uploads, albums, sizes, downloads."""

import io
import json

import aiohttp
import pytest

from bot.sandbox.client_person import Player, file_part
from bot.sandbox.client_wire import ControlRefused
from tests.sandbox.caller import PIXEL, TOKEN, Caller

MEGABYTE = 1024 * 1024


def form(**fields: object) -> aiohttp.FormData:
    made = aiohttp.FormData()
    for name, value in fields.items():
        if isinstance(value, bytes):
            made.add_field(name, io.BytesIO(value), filename=f"{name}.png", content_type="image/png")
        else:
            made.add_field(name, str(value))
    return made


async def test_a_photo_that_a_person_sends_comes_in_sizes_and_can_be_fetched(
    api: Caller, session: aiohttp.ClientSession, lin: Player
) -> None:
    picture = PIXEL[:16] + (1600).to_bytes(4) + (1200).to_bytes(4) + PIXEL[24:]
    await lin.sends_file(picture, caption="看 https://example.com/x")

    [update] = await api.updates()
    sizes = update["message"]["photo"]
    named = await api("getFile", file_id=sizes[-1]["file_id"])
    async with session.get(f"{api.url}/file/bot{TOKEN}/{named['file_path']}") as response:
        fetched = await response.read()

    assert [(size["width"], size["height"]) for size in sizes] == [
        (90, 67),
        (320, 240),
        (800, 600),
        (1600, 1200),
    ]
    assert len({size["file_unique_id"] for size in sizes}) == 4
    assert fetched == picture
    assert update["message"]["caption_entities"][0]["type"] == "url"


@pytest.mark.parametrize("kind", ["document", "video", "voice", "audio", "sticker"])
async def test_every_kind_of_file_reaches_the_bot(api: Caller, lin: Player, kind: str) -> None:
    await lin.sends_file(b"abc", kind=kind, name="b.bin")
    [update] = await api.updates()
    assert update["message"][kind]["file_size"] == 3


async def test_over_20_megabytes_a_file_is_named_but_not_given(
    api: Caller, session: aiohttp.ClientSession, lin: Player
) -> None:
    await lin.sends_file(20 * MEGABYTE, kind="video")
    await lin.sends_file(20 * MEGABYTE + 1, kind="video")
    just, over = (update["message"]["video"]["file_id"] for update in await api.updates())

    named = await api("getFile", file_id=just)
    async with session.get(f"{api.url}/file/bot{TOKEN}/{named['file_path']}") as response:
        assert len(await response.read()) == named["file_size"] == 20 * MEGABYTE
    assert await api.refusal("getFile", file_id=over) == "Bad Request: file is too big"
    assert await api.refusal("getFile", file_id="x") == "Bad Request: invalid file_id"


async def test_the_bot_sends_a_photo_and_sends_it_again_by_its_id(api: Caller, lin: Player) -> None:
    answer = await api.form(
        "sendPhoto", form(chat_id=lin.id, photo=PIXEL, caption="<b>图</b>", parse_mode="HTML")
    )
    photo = answer["result"]["photo"]

    again = await api("sendPhoto", chat_id=lin.id, photo=photo[-1]["file_id"])

    assert answer["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert again["photo"] == photo


async def test_the_bot_sends_other_files_and_their_captions_can_be_edited(api: Caller, lin: Player) -> None:
    for kind in ("document", "video", "voice", "audio", "sticker"):
        answer = await api.form(f"send{kind.title()}", form(chat_id=lin.id, **{kind: b"abc"}))
        assert answer["result"][kind]["file_size"] == 3
    document = (await api.form("sendDocument", form(chat_id=lin.id, document=b"abc", caption="一")))["result"]
    place = {"chat_id": lin.id, "message_id": document["message_id"]}

    edited = await api("editMessageCaption", **place, caption="二")
    text = await api.refusal("editMessageText", **place, text="三")

    assert (edited["caption"], edited["document"]["file_name"]) == ("二", "document.png")
    assert text == "Bad Request: there is no text in the message to edit"


async def test_an_edit_may_bring_another_file(api: Caller, lin: Player) -> None:
    sent = (await api.form("sendPhoto", form(chat_id=lin.id, photo=PIXEL, caption="一")))["result"]
    media = json.dumps({"type": "document", "media": "attach://new"})
    place = {"chat_id": lin.id, "message_id": sent["message_id"]}

    answer = await api.form("editMessageMedia", form(**place, media=media, new=b"abc"))

    assert "photo" not in answer["result"]
    assert answer["result"]["document"]["file_name"] == "new.png"


async def test_files_that_are_none_are_refused(api: Caller, lin: Player) -> None:
    assert await api.refusal("sendPhoto", chat_id=lin.id) == "Bad Request: there is no photo in the request"
    assert await api.refusal("sendPhoto", chat_id=lin.id, photo="https://x.cn/a.png") == (
        "Bad Request: failed to get HTTP URL content"
    )
    assert await api.refusal("sendPhoto", chat_id=lin.id, photo="abc") == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )
    broken = await api.form("sendPhoto", form(chat_id=lin.id, photo=b"abc"))
    assert broken["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    narrow = PIXEL[:16] + (2000).to_bytes(4) + (10).to_bytes(4) + PIXEL[24:]
    odd = await api.form("sendPhoto", form(chat_id=lin.id, photo=narrow))
    assert odd["description"] == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    empty = await api.form("sendDocument", form(chat_id=lin.id, document=b""))
    assert empty["description"] == "Bad Request: file must be non-empty"


async def test_uploads_end_at_10_megabytes_for_photos_and_50_for_files(api: Caller, lin: Player) -> None:
    photo = await api.form("sendPhoto", form(chat_id=lin.id, photo=PIXEL + b"0" * (10 * MEGABYTE)))
    file = await api.form("sendDocument", form(chat_id=lin.id, document=b"0" * (50 * MEGABYTE + 1)))

    assert "is too big for a photo; the maximum size is 10485760 bytes" in photo["description"]
    assert (file["error_code"], file["description"]) == (413, "Request Entity Too Large")


async def test_a_caption_has_up_to_1024_characters(api: Caller, lin: Player) -> None:
    photo = (await api.form("sendPhoto", form(chat_id=lin.id, photo=PIXEL)))["result"]["photo"][0]["file_id"]
    assert (await api("sendPhoto", chat_id=lin.id, photo=photo, caption="a" * 1024))["photo"]
    reason = await api.refusal("sendPhoto", chat_id=lin.id, photo=photo, caption="a" * 1025)
    assert reason == "Bad Request: message caption is too long"


async def test_the_bot_sends_albums_of_two_to_ten(api: Caller, lin: Player) -> None:
    items = [
        {"type": "photo", "media": "attach://a", "caption": "一"},
        {"type": "photo", "media": "attach://b"},
    ]
    answer = await api.form("sendMediaGroup", form(chat_id=lin.id, media=json.dumps(items), a=PIXEL, b=PIXEL))
    photo = {"type": "photo", "media": answer["result"][0]["photo"][0]["file_id"]}

    assert len({message["media_group_id"] for message in answer["result"]}) == 1
    for count in (0, 1, 11):
        assert "album" in await api.refusal("sendMediaGroup", chat_id=lin.id, media=[photo] * count)
    mixed = [photo, {"type": "document", "media": photo["media"]}]
    assert "mixed" in await api.refusal("sendMediaGroup", chat_id=lin.id, media=mixed)
    odd = [photo, {"type": "photo"}]
    assert "there is no photo" in await api.refusal("sendMediaGroup", chat_id=lin.id, media=odd)
    unknown = await api.refusal(
        "editMessageMedia", chat_id=lin.id, message_id=999_999, media={"type": "dream"}
    )
    assert unknown == "Bad Request: message to edit not found"


async def test_a_copy_may_have_another_caption(api: Caller, lin: Player) -> None:
    theirs = await lin.sends_file(PIXEL, caption="一")
    place = {"chat_id": lin.id, "from_chat_id": lin.id, "message_id": theirs}
    await api("copyMessage", **place, caption="<b>二</b>", parse_mode="HTML")
    await api("copyMessage", **place)

    captions = [message.text for message in (await lin.screen())[-3:]]

    assert captions == ["一", "二", "一"]


async def test_album_parts_reach_the_bot_in_any_order_under_one_name(api: Caller, lin: Player) -> None:
    parts = [file_part(PIXEL, caption="一"), file_part(PIXEL), file_part(PIXEL)]
    numbers = await lin.sends_album(parts, order=[2, 0, 1], origin={"type": "user", "name": "王工"})

    messages = [update["message"] for update in await api.updates()]

    assert [message["message_id"] for message in messages] == [numbers[2], numbers[0], numbers[1]]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert messages[1]["caption"] == "一"
    assert messages[0]["forward_origin"]["sender_user"]["first_name"] == "王工"


async def test_the_rest_of_an_album_may_come_later(api: Caller, lin: Player) -> None:
    first = await lin.sends_album([file_part(PIXEL), file_part(PIXEL)])
    alone = await lin.sends_file(PIXEL)
    album = (await api.updates())[0]["message"]["media_group_id"]

    await lin.sends_album([file_part(PIXEL)], of=first[0])

    assert [update["message"]["media_group_id"] for update in await api.updates()] == [album]
    with pytest.raises(ControlRefused, match="is of no album"):
        await lin.sends_album([file_part(PIXEL)], of=alone)


async def test_a_forwarded_album_stays_an_album_under_another_name(api: Caller, lin: Player) -> None:
    numbers = await lin.sends_album([file_part(PIXEL), file_part(PIXEL)])
    old = (await api.updates())[0]["message"]["media_group_id"]

    await lin.forwards_messages(numbers, source=lin.id)

    [new] = {update["message"]["media_group_id"] for update in await api.updates()}
    assert new != old


async def test_what_people_send_wrongly_is_explained(lin: Player) -> None:
    with pytest.raises(ControlRefused, match="kind must be one of"):
        await lin.sends_file(b"a", kind="dream")
    with pytest.raises(ControlRefused, match="up to 1024"):
        await lin.sends_file(b"a", caption="a" * 1025)
    with pytest.raises(ControlRefused, match="up to 10"):
        await lin.sends_album([file_part(PIXEL)] * 11)
    with pytest.raises(ControlRefused, match="order"):
        await lin.sends_album([file_part(PIXEL)] * 2, order=[0, 0])
    with pytest.raises(ControlRefused, match="base64"):
        await lin.forwards({"files": [{"kind": "photo", "base64": "?"}]})
    with pytest.raises(ControlRefused, match="text is empty"):
        await lin.says(" ")


async def test_the_page_uploads_as_a_form_and_shows_pictures(
    api: Caller, session: aiohttp.ClientSession, lin: Player
) -> None:
    body = aiohttp.FormData()
    for name, value in {"from": lin.id, "chat": lin.id, "caption": "两张", "album": "true"}.items():
        body.add_field(name, str(value))
    body.add_field("files", PIXEL, filename="a.png", content_type="image/png")
    body.add_field("files", PIXEL, filename="b.png", content_type="image/png")
    async with session.post(f"{api.url}/sandbox/upload", data=body) as response:
        messages = (await response.json())["messages"]

    file_id = messages[0]["photo"][-1]["file_id"]
    async with session.get(f"{api.url}/sandbox/file/{file_id}") as response:
        assert (response.content_type, await response.read()) == ("image/png", PIXEL)
    assert (messages[0]["caption"], len(messages)) == ("两张", 2)
    async with session.get(f"{api.url}/sandbox/file/none") as response:
        assert response.status == 404
    async with session.get(f"{api.url}/file/bot{TOKEN}/none") as response:
        assert response.status == 404


async def test_what_a_browser_could_run_comes_as_a_download(
    api: Caller, session: aiohttp.ClientSession, lin: Player
) -> None:
    await lin.forwards({"files": [file_part(b"<script>", kind="document", name="a.html", mime="text/html")]})
    [update] = await api.updates()
    async with session.get(f"{api.url}/sandbox/file/{update['message']['document']['file_id']}") as response:
        assert response.content_type == "application/octet-stream"
