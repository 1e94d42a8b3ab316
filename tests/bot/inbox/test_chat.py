"""The chat of an update is found without trusting its shape."""

from typing import Any

import pytest

from bot.inbox.chat import chat_of

CHAT = {"chat": {"id": 5, "type": "private"}}


@pytest.mark.parametrize(
    ("update", "chat_id"),
    [
        ({"update_id": 1, "message": {**CHAT, "from": {"id": 6}}}, 5),
        ({"update_id": 1, "edited_message": CHAT}, 5),
        ({"update_id": 1, "callback_query": {"from": {"id": 6}, "message": CHAT}}, 5),
        ({"update_id": 1, "callback_query": {"from": {"id": 6}}}, 6),
        ({"update_id": 1, "my_chat_member": {**CHAT, "from": {"id": 6}}}, 5),
        ({"update_id": 1}, 0),
        ({"update_id": 1, "message": "nonsense"}, 0),
        ({"update_id": 1, "message": {"chat": "5"}}, 0),
        ({"update_id": 1, "message": {"chat": {"id": "5"}, "message": []}}, 0),
    ],
)
def test_the_chat_is_where_it_can_be_found(update: dict[str, Any], chat_id: int) -> None:
    assert chat_of(update) == chat_id
