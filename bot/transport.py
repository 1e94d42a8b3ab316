"""The Bot API over aiohttp: quick with many connections, and raw where we want the answer as it came."""

import os
from dataclasses import dataclass
from typing import Any

import aiohttp
from pydantic_core import from_json, to_json
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# python-telegram-bot then gives spans as timedelta, and does not warn at each of them that it will
os.environ.setdefault("PTB_TIMEDELTA", "true")

CONNECTIONS = 256
ANSWER_WITHIN = 15.0
CONNECT_WITHIN = 10.0


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's requests on one aiohttp session; an HTTP proxy may stand between."""

    def __init__(self, proxy: str = "") -> None:
        self._proxy = proxy or None
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer unless a call says otherwise."""
        return ANSWER_WITHIN

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS))

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer of the Bot API: read quickly, or as leniently as the library does; TelegramError if it is none."""
        try:
            parsed: dict[str, Any] = from_json(payload)
        except ValueError:
            return BaseRequest.parse_json_payload(payload)
        return parsed

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - the library's own marker for "not given"
        *_timeouts: object,
        **_more_timeouts: object,
    ) -> tuple[int, bytes]:
        """One request; TimedOut and NetworkError stand for everything that can go wrong on the way."""
        if self._session is None:
            raise NetworkError("the transport is closed")
        seconds = read_timeout if isinstance(read_timeout, int | float) else ANSWER_WITHIN
        timeout = aiohttp.ClientTimeout(total=seconds + CONNECT_WITHIN, sock_connect=CONNECT_WITHIN)
        body = _body(request_data)
        try:
            asked = self._session.request(method, url, timeout=timeout, proxy=self._proxy, **body)
            async with asked as answer:
                return answer.status, await answer.read()
        except TimeoutError as fault:
            raise TimedOut from fault
        except (aiohttp.ClientError, OSError) as fault:
            raise NetworkError(type(fault).__name__) from fault


@dataclass(frozen=True, slots=True)
class RawData:
    """Parameters that are JSON already: what the library's own RequestData would come to, without its detours."""

    json_payload: bytes
    contains_files: bool = False


class Wire(Bot):
    """A Bot that also calls any method with raw parameters and gives the raw result."""

    async def call(self, method: str, parameters: dict[str, Any], *, within: float = ANSWER_WITHIN) -> Any:  # noqa: ANN401 - JSON
        """The `result` of the Bot API's answer; TelegramError says what went wrong. `within` is seconds."""
        request = self._request[0 if method == "getUpdates" else 1]
        data: Any = RawData(to_json(parameters))
        return await request.post(f"{self.base_url}/{method}", request_data=data, read_timeout=within)

    async def content_of(self, file_id: str) -> bytes:
        """The bytes of a file that lies with Telegram; TelegramError says why it cannot be had."""
        file = await self.call("getFile", {"file_id": file_id})
        return await self.request.retrieve(f"{self.base_file_url}/{file['file_path']}")


def wire_to(token: str, api_base_url: str, file_base_url: str, proxy: str) -> Wire:
    """A wire to that server; polling has a session of its own, so that a burst cannot hold it up."""
    return Wire(
        token,
        base_url=f"{api_base_url}/bot",
        base_file_url=f"{file_base_url or api_base_url + '/file'}/bot",
        request=AiohttpRequest(proxy),
        get_updates_request=AiohttpRequest(proxy),
    )


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"data": request_data.json_payload, "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}
