"""Reads an HTTP request of the Bot API into parameters."""

import json

from aiohttp import web
from aiohttp.web_request import FileField

from bot.sandbox.faults import ApiFault, bad_request
from bot.sandbox.params import Params, Upload
from bot.sandbox.wire import Json

MAX_UPLOAD = 50 * 1024 * 1024
TOO_LARGE = "Request Entity Too Large"


async def params_of(request: web.Request) -> Params:
    """Query and body together; the body wins. A file over 50 MB is refused with 413."""
    values: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    try:
        if request.content_type == "application/json":
            values |= _object(await request.text())
        elif request.can_read_body:
            for name, value in (await request.post()).items():
                _sort(name, value, values, uploads)
    except web.HTTPRequestEntityTooLarge:
        raise ApiFault(413, TOO_LARGE) from None
    return Params(values, uploads)


def _object(text: str) -> Json:
    try:
        values = json.loads(text or "{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise bad_request("object expected as request body")
    return values


def _sort(name: str, value: object, values: Json, uploads: dict[str, Upload]) -> None:
    if isinstance(value, FileField):
        with value.file as opened:
            data = opened.read()
        if len(data) > MAX_UPLOAD:
            raise ApiFault(413, TOO_LARGE)
        uploads[name] = Upload(name=value.filename, mime=value.content_type, data=data)
    elif isinstance(value, bytes | bytearray):
        uploads[name] = Upload(name=name, mime="application/octet-stream", data=bytes(value))
    else:
        values[name] = value
