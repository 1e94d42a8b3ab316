"""The chat page: files of the package folder templates/web, served as they are."""

import mimetypes
from importlib import resources
from importlib.resources.abc import Traversable

from aiohttp import web

INDEX = "index.html"
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class Page:
    """/ and /web/<file>."""

    def __init__(self, folder: Traversable | None = None) -> None:
        self._folder = folder or resources.files("templates") / "web"

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [web.get("/", self.index), web.get("/web/{name:.+}", self.asset)]

    async def index(self, request: web.Request) -> web.Response:
        """The page itself."""
        del request
        return self._answer(INDEX)

    async def asset(self, request: web.Request) -> web.Response:
        """A file beside it."""
        return self._answer(request.match_info["name"])

    def _answer(self, name: str) -> web.Response:
        parts = name.split("/")
        found = self._folder.joinpath(*parts)
        if any(part in {"", ".", ".."} for part in parts) or not found.is_file():
            raise web.HTTPNotFound
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        charset = "utf-8" if mime.startswith("text/") or mime.endswith(("javascript", "json")) else None
        return web.Response(body=found.read_bytes(), content_type=mime, charset=charset, headers=HEADERS)
