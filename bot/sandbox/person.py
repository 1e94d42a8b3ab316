"""A person one can play, and the bot's own account: Telegram users both."""

from dataclasses import asdict, dataclass

from bot.sandbox.wire import Json, without_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a Telegram account. `note` is the page's label only and never reaches the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "zh-hans"
    note: str = ""
    started: bool = False
    blocked: bool = False

    def as_user(self) -> Json:
        """The Bot API's User."""
        return without_empty(
            {"id": self.id, "is_bot": False, **self._names(), "language_code": self.language_code}
        )

    def as_chat(self) -> Json:
        """The Bot API's Chat: this person's private chat with the bot, with the same id."""
        return without_empty({"id": self.id, "type": "private", **self._names()})

    def as_card(self) -> Json:
        """What the page shows of the person."""
        return {key: value for key, value in asdict(self).items() if value != "" or key == "note"}

    def _names(self) -> Json:
        return {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}


@dataclass(frozen=True, slots=True, kw_only=True)
class BotAccount:
    """The bot that talks to this server. With privacy on it hears only commands, replies and services in groups."""

    token: str
    id: int
    first_name: str = "公道"
    username: str = "gongdao_bot"
    privacy: bool = True

    def as_user(self) -> Json:
        """The Bot API's User, as it stands in messages."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def as_me(self) -> Json:
        """The fuller User of getMe."""
        return self.as_user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }


def account_of(token: str) -> BotAccount:
    """The account a token belongs to: the digits before the colon are its id."""
    head, _, rest = token.partition(":")
    if not head.isdecimal() or not rest:
        msg = f"a token looks like 123456:letters, not {token!r}"
        raise ValueError(msg)
    return BotAccount(token=token, id=int(head))
