"""What two Bot API libraries think of an answer: known fields only, all needed ones there."""

from functools import cache
from typing import Any

import aiogram.methods
import telegram
from pydantic import BaseModel, TypeAdapter

ANSWERS_OF: dict[str, Any] = {
    "getMe": telegram.User,
    "getUpdates": telegram.Update,
    "getWebhookInfo": telegram.WebhookInfo,
    "getFile": telegram.File,
    "getChat": telegram.ChatFullInfo,
    "getChatMember": telegram.ChatMember,
    "getChatAdministrators": telegram.ChatMember,
    "getMyCommands": telegram.BotCommand,
    "getMyName": telegram.BotName,
    "getMyDescription": telegram.BotDescription,
    "getMyShortDescription": telegram.BotShortDescription,
    "getChatMenuButton": telegram.MenuButton,
    "copyMessage": telegram.MessageId,
    "copyMessages": telegram.MessageId,
    "forwardMessages": telegram.MessageId,
    "sendMessage": telegram.Message,
    "sendPhoto": telegram.Message,
    "sendDocument": telegram.Message,
    "sendVideo": telegram.Message,
    "sendVoice": telegram.Message,
    "sendAudio": telegram.Message,
    "sendSticker": telegram.Message,
    "sendMediaGroup": telegram.Message,
    "forwardMessage": telegram.Message,
    "editMessageText": telegram.Message,
    "editMessageCaption": telegram.Message,
    "editMessageMedia": telegram.Message,
    "editMessageReplyMarkup": telegram.Message,
}


def judge(method: str, result: Any) -> None:
    """AssertionError or ValidationError when aiogram or python-telegram-bot does not know the result."""
    _walk_aiogram(_adapter(method).validate_python(result), method)
    if isinstance(result, bool | int):
        return
    for item in result if isinstance(result, list) else [result]:
        _walk_ptb(ANSWERS_OF[method].de_json(item, None), method)


@cache
def _adapter(method: str) -> TypeAdapter[Any]:
    returning: Any = getattr(aiogram.methods, method[0].upper() + method[1:]).__returning__
    return TypeAdapter(returning)


def _walk_aiogram(value: Any, path: str) -> None:
    if isinstance(value, list):
        for item in value:
            _walk_aiogram(item, path)
    if isinstance(value, BaseModel):
        assert not value.model_extra, f"aiogram does not know {sorted(value.model_extra)} at {path}"
        for name in value.model_fields_set:
            _walk_aiogram(getattr(value, name), f"{path}.{name}")


def _walk_ptb(value: Any, path: str) -> None:
    if isinstance(value, list | tuple):
        for item in value:
            _walk_ptb(item, path)
    if isinstance(value, telegram.TelegramObject):
        unknown = set(value.api_kwargs)
        assert not unknown, f"python-telegram-bot does not know {sorted(unknown)} at {path}"
        for name in {slot for kind in type(value).__mro__ for slot in getattr(kind, "__slots__", ())}:
            if not name.startswith("_") and name != "api_kwargs":
                _walk_ptb(getattr(value, name, None), f"{path}.{name}")
