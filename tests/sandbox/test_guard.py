"""Only this machine's own page and programs drive the sandbox."""

from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import make_mocked_request

from bot.sandbox.page import Page


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ],
)
async def test_other_sites_are_refused(
    url: str, session: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    async with session.get(f"{url}/sandbox/state", headers=headers) as response:
        assert response.status == 403


async def test_the_own_page_is_answered(url: str, session: aiohttp.ClientSession) -> None:
    headers = {"Origin": url, "Sec-Fetch-Site": "same-origin"}
    async with session.get(f"{url}/sandbox/state", headers=headers) as response:
        assert response.status == 200


async def test_a_body_that_is_no_json_object_is_explained(url: str, session: aiohttp.ClientSession) -> None:
    for body in ("{", "[1]"):
        async with session.post(f"{url}/sandbox/people", data=body) as response:
            assert (response.status, "JSON" in (await response.json())["error"]) == (400, True)


@pytest.mark.parametrize("query", ["viewer=x", "viewer=1&chat=1.5"])
async def test_a_number_that_is_none_is_explained(
    url: str, session: aiohttp.ClientSession, query: str
) -> None:
    async with session.get(f"{url}/sandbox/messages?{query}") as response:
        assert (response.status, "whole number" in await response.text()) == (400, True)
    async with session.get(f"{url}/sandbox/wait?timeout=x") as response:
        assert "number of seconds" in await response.text()


async def test_the_page_s_files_are_served_fresh_and_nothing_beside_them(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("no", encoding="utf-8")
    web = tmp_path / "web"
    (web / "css").mkdir(parents=True)
    (web / "index.html").write_text("<p>公道</p>", encoding="utf-8")
    (web / "css" / "a.css").write_text("p{}", encoding="utf-8")
    page = Page(web)

    index = await page.index(make_mocked_request("GET", "/"))
    style = await page.asset(make_mocked_request("GET", "/web/css/a.css", match_info={"name": "css/a.css"}))

    assert (index.content_type, index.charset, index.headers["Cache-Control"]) == (
        "text/html",
        "utf-8",
        "no-store",
    )
    assert style.content_type == "text/css"
    for name in ("../secret.txt", "css/../../secret.txt", "css", "none.js", "/etc/passwd"):
        with pytest.raises(aiohttp.web.HTTPNotFound):
            await page.asset(make_mocked_request("GET", "/web/x", match_info={"name": name}))
