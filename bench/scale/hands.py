"""What somebody writes or presses, as Telegram sends it."""

import time
from itertools import count
from typing import Any

Update = dict[str, Any]
_numbers = count(1)


def says(chat_id: int, words: str) -> Update:
    """Somebody writes that in their private chat; a slash begins a command."""
    message = {"message_id": next(_numbers), "date": int(time.time()), "text": words, **_of(chat_id)}
    if words.startswith("/"):
        length = len(words.split(maxsplit=1)[0])
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"update_id": next(_numbers), "message": message}


def presses(chat_id: int, data: str) -> Update:
    """Somebody presses the button that carries this."""
    shown = {"message_id": next(_numbers), "date": int(time.time()), "text": "…", **_of(chat_id)}
    query = {"id": str(next(_numbers)), "chat_instance": "1", "message": shown, "data": data}
    return {"update_id": next(_numbers), "callback_query": {**query, "from": shown["from"]}}


def _of(chat_id: int) -> Update:
    person = {"id": chat_id, "first_name": f"P{chat_id}"}
    return {"chat": {**person, "type": "private"}, "from": {**person, "is_bot": False}}
