"""The second baseline: an echo bot on bare aiogram 3, as its own introduction shows it."""

import asyncio
import logging
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message) -> None:
    """Say it back."""
    await message.answer(message.text or "")


async def main(origin: str, token: str) -> None:
    """Poll that server until told to stop."""
    logging.basicConfig(level=logging.WARNING)
    dispatcher = Dispatcher()
    dispatcher.message.register(echo, F.text)
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(origin)))
    await dispatcher.start_polling(bot, polling_timeout=10)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
