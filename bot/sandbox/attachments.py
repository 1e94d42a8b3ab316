"""Files in a call of the bot: uploaded, attached (attach://), or named by file id."""

from bot.sandbox.composing import caption_content
from bot.sandbox.faults import bad_request
from bot.sandbox.file_store import StoredFile
from bot.sandbox.media import KINDS, media_json, store_media
from bot.sandbox.params import Params, Upload
from bot.sandbox.picture_size import picture_size
from bot.sandbox.wire import Json
from bot.sandbox.world import World

MAX_PHOTO = 10 * 1024 * 1024
ATTACH = "attach://"


def file_content(world: World, params: Params, kind: str, reference: str) -> Json:
    """The message's field for a file of this kind, from the reference or the upload of the same name."""
    upload = params.uploads.get(reference.removeprefix(ATTACH) if reference.startswith(ATTACH) else kind)
    if upload is not None:
        return {kind: media_json(world.files, _stored(world, kind, upload))}
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    if reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = world.files.find(reference)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return {known.kind: media_json(world.files, known)}


def media_content(world: World, params: Params, item: Json) -> Json:
    """File and caption of one InputMedia object."""
    kind = item.get("type")
    if kind not in KINDS:
        raise bad_request("can't parse InputMedia: Unsupported media type")
    content = file_content(world, params, kind, str(item.get("media", "")))
    return content | caption_content(world, Params(item))


def _stored(world: World, kind: str, upload: Upload) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        _check_photo(upload.data)
    mime = "" if kind == "photo" or upload.mime == "application/octet-stream" else upload.mime
    return store_media(world.files, upload.data, kind=kind, name=upload.name, mime=mime)


def _check_photo(data: bytes) -> None:
    if len(data) > MAX_PHOTO:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes"
        )
    size = picture_size(data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):  # noqa: PLR2004  # Telegram's bounds, pixels and ratio
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
