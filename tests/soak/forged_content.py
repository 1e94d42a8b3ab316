"""What random updates are made of: words that hurt, and one of everything that can be sent."""

import random
from typing import Any

Json = dict[str, Any]

DAY = 1_740_960_720
WORDS = (
    *(
        "/start",
        "/due",
        "/cases",
        "/help",
        "/lang",
        "/new",
        "/me",
        "/start x",
        "/calendar",
        "/link",
        "//",
        "/",
    ),
    *(
        "800",
        "３人×4小时",
        "1e9",
        "-1",
        "0",
        "2025-02-30",
        "今天",
        "客户：宏达",
        "E17",
        "zhangwei",
        "30%",
        "yes",
    ),
    *(
        "=1+1",
        "<b>",
        "{{ x }}",
        "\u202eabc",
        "\x00",
        "\u200b",
        "😀" * 50,
        "字" * 4096,
        "'; drop table cases --",
    ),
)
KINDS = (
    "photo",
    "document",
    "video",
    "voice",
    "audio",
    "sticker",
    "location",
    "contact",
    "dice",
    "video_note",
)


def said(words: str) -> Json:
    """A text, with the mark that Telegram sets on a command."""
    is_command = words.startswith("/") and len(words) > 1
    length = len(words.split(maxsplit=1)[0]) if is_command else 0
    entity = {"type": "bot_command", "offset": 0, "length": length}
    return {"text": words} | ({"entities": [entity]} if is_command else {})


def content(rng: random.Random) -> Json:
    """A file, a place, a card, a dice: one of everything that can be sent."""
    kind = rng.choice(KINDS)
    file = {"file_id": f"f{rng.getrandbits(20)}", "file_unique_id": "u", "file_size": 100}
    sizes = {"width": 8, "height": 8, "duration": 1, "length": 8}
    contents: Json = {
        "photo": [file | sizes],
        "location": {"latitude": 31.0, "longitude": 120.0},
        "contact": {"phone_number": "1", "first_name": "x"},
        "dice": {"emoji": "🎲", "value": 3},
        "sticker": file | sizes | {"type": "regular", "is_animated": False, "is_video": False},
    }
    return {kind: contents.get(kind, file | sizes)}


def user(number: int, *, is_bot: bool = False) -> Json:
    """A User."""
    return {"id": number, "is_bot": is_bot, "first_name": "x"}


def chat_json(number: int) -> Json:
    """A Chat: private, or a group below 0."""
    return (
        {"id": number, "type": "private", "first_name": "x"}
        if number > 0
        else {
            "id": number,
            "type": "group",
            "title": "x",
        }
    )
