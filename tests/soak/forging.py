"""Random updates: words, files, forwards, edits, memberships, and buttons that nobody was shown; some no update at all."""

import random
from collections.abc import Callable, Sequence

from tests.soak.forged_content import DAY, WORDS, Json, chat_json, content, said, user

IDS = ("1", "2", "3", "4", "7", "0", "-1", "999999999999999999", "x", "")
ARGS = (
    *(
        "",
        "0",
        "1",
        "2",
        "3",
        "0=",
        "0=yes",
        "0=1",
        ":",
        "::",
        "1:x",
        "x=1",
        "1=x",
        "99999999999999999999",
        "３",
    ),
    *(
        "3:manager",
        "3:month_wage=5000",
        "freight::800.00",
        "rules_broken",
        "photos",
        "all",
        "3:30",
        "0:2",
        "again",
    ),
    *("2:16", "zh-Hans", "en", "suzhou", "closed", "yes", "no", "today"),
)
BROKEN: Sequence[Json] = (
    {"message": {"message_id": 1, "date": DAY}},
    {"message": {"message_id": "x", "date": None, "chat": {"id": 1017, "type": "private"}, "from": 7}},
    {"callback_query": {"id": 1}},
    {"message": []},
)


class Forger:
    """Draws updates of the people of `chats`; `buttons` are real ones, `verbs` all that any button can begin with."""

    def __init__(
        self, rng: random.Random, verbs: Sequence[str], buttons: Sequence[str], chats: Sequence[int]
    ) -> None:
        self._rng = rng
        self._verbs = verbs
        self._buttons = buttons
        self._chats = chats
        self._draws: tuple[Callable[[int], Json], ...] = (
            *(self._press,) * 12,
            *(self._text,) * 4,
            self._file,
            self._forward,
            self._edit,
            self._membership,
            self._in_group,
        )

    def update(self, number: int) -> tuple[Json, bool]:
        """One update with that number, and whether it can be read at all."""
        if self._rng.random() < 0.002:
            return {"update_id": number, **self._rng.choice(BROKEN)}, False
        chat = self._rng.choice(self._chats)
        return {"update_id": number, **self._rng.choice(self._draws)(chat)}, True

    def _press(self, chat: int) -> Json:
        rng = self._rng
        data = rng.choice(self._buttons) if rng.random() < 0.4 else self._made_up()
        place = chat if rng.random() < 0.9 else -2001
        query: Json = {
            "id": str(rng.getrandbits(60)),
            "from": user(chat),
            "chat_instance": "1",
            "data": data,
        }
        if rng.random() < 0.95:
            query["message"] = self._message(place) | {"text": "x"}
        return {"callback_query": query}

    def _made_up(self) -> str:
        rng = self._rng
        verb = rng.choice(self._verbs) if rng.random() < 0.95 else rng.choice(WORDS)[:20]
        parts = [verb, rng.choice(IDS), str(rng.choice((0, 1, 1, 2, 3, 4, 5, 6, 7, 8, -1)))]
        return ":".join([*parts, rng.choice(ARGS)] if rng.random() < 0.7 else parts)

    def _text(self, chat: int) -> Json:
        return {"message": self._message(chat) | said(self._rng.choice(WORDS))}

    def _file(self, chat: int) -> Json:
        more: Json = {"caption": self._rng.choice(WORDS)[:1000]} if self._rng.random() < 0.5 else {}
        if self._rng.random() < 0.5:
            more["media_group_id"] = str(self._rng.randint(1, 5))
        return {"message": self._message(chat) | content(self._rng) | more}

    def _forward(self, chat: int) -> Json:
        origin = self._rng.choice(
            (
                {"type": "hidden_user", "date": DAY, "sender_user_name": "王工"},
                {"type": "user", "date": DAY, "sender_user": user(77)},
                {"type": "chat", "date": DAY, "sender_chat": {"id": -5, "type": "group", "title": "x"}},
                {
                    "type": "channel",
                    "date": DAY,
                    "message_id": 3,
                    "chat": {"id": -1005, "type": "channel", "title": "x"},
                },
            )
        )
        shown = content(self._rng) if self._rng.random() < 0.5 else said(self._rng.choice(WORDS))
        return {"message": self._message(chat) | shown | {"forward_origin": origin}}

    def _edit(self, chat: int) -> Json:
        words = said(self._rng.choice(WORDS))
        return {"edited_message": self._message(chat) | words | {"edit_date": DAY + 1}}

    def _membership(self, chat: int) -> Json:
        place = self._rng.choice((chat, -2001, -3003))
        new = self._rng.choice(("member", "left"))
        old = {"user": user(1, is_bot=True), "status": "member"}
        changed = {"chat": chat_json(place), "from": user(chat), "date": DAY, "old_chat_member": old}
        return {"my_chat_member": changed | {"new_chat_member": old | {"status": new}}}

    def _in_group(self, chat: int) -> Json:
        message = self._message(-2001) | {"from": user(chat)}
        more = self._rng.choice(
            ({"migrate_to_chat_id": -1002001}, said("/link"), said(self._rng.choice(WORDS)))
        )
        return {"message": message | more}

    def _message(self, chat: int) -> Json:
        number = self._rng.randint(1, 50)
        return {"message_id": number, "date": DAY, "chat": chat_json(chat), "from": user(abs(chat))}
