"""Bots written with other people's libraries run against the sandbox unchanged."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import telegram
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bot.sandbox.client_person import Player, file_part
from tests.sandbox.caller import PIXEL, TOKEN

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="再来", callback_data="again", style="success")]]
)


@pytest.fixture
async def aiogram_echo(url: str, lin: Player) -> AsyncIterator[Player]:
    """A polling aiogram bot that greets, echoes whatever it gets, and edits at a press."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()
    dispatcher.message.register(_greet, CommandStart(deep_link=True))
    dispatcher.message.register(_echo)
    dispatcher.callback_query.register(_again)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
    yield lin
    await dispatcher.stop_polling()
    await polling


async def _greet(message: Message) -> None:
    await message.answer("<b>欢迎</b>", parse_mode="HTML", reply_markup=KEYBOARD)


async def _echo(message: Message) -> None:
    await message.copy_to(message.chat.id)
    if message.photo:
        await message.answer_media_group(
            [
                InputMediaPhoto(media=BufferedInputFile(PIXEL, "a.png"), caption="两张"),
                InputMediaPhoto(media=message.photo[-1].file_id),
            ]
        )


async def _again(query: CallbackQuery) -> None:
    assert isinstance(query.message, Message)
    await query.message.edit_text("再见")
    await query.answer("好的")


async def test_an_aiogram_bot_greets_echoes_and_answers_presses(aiogram_echo: Player) -> None:
    lin = aiogram_echo
    await lin.starts("from_test")
    greeting = await lin.sees("欢迎", button="再来")
    assert await greeting.press("再来") == "好的"
    assert (await lin.sees("再见")).labels == []

    await lin.says("水泵漏水")
    assert (await lin.sees("水泵漏水")).text == "水泵漏水"

    await lin.sends_album([file_part(PIXEL, caption="一"), file_part(PIXEL)])
    assert (await lin.sees("两张")).raw["media_group_id"]


async def test_python_telegram_bot_sends_files_receives_and_downloads(url: str, lin: Player) -> None:
    async with telegram.Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        await lin.sends_file(PIXEL, caption="一")
        [update] = await bot.get_updates(timeout=5, allowed_updates=telegram.Update.ALL_TYPES)
        assert update.message is not None
        file = await update.message.photo[-1].get_file()
        downloaded = await file.download_as_bytearray()
        await bot.send_photo(lin.id, bytes(downloaded), caption="<i>回</i>", parse_mode="HTML")
        await bot.send_media_group(lin.id, [telegram.InputMediaPhoto(PIXEL), telegram.InputMediaPhoto(PIXEL)])

        with pytest.raises(telegram.error.Forbidden, match="initiate"):
            await bot.send_message(await _somebody_silent(lin), "您好")

    assert bytes(downloaded) == PIXEL
    assert (await lin.sees("回")).raw["caption_entities"][0]["type"] == "italic"


async def _somebody_silent(lin: Player) -> int:
    return int((await lin.wire.post("people", {"first_name": "静"}))["id"])
