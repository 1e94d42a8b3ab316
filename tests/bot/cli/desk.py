"""A folder with a configuration, and the command line in it."""

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.storage.engine import open_database
from bot.storage.unit_of_work import SqlUnitOfWork
from tests.make import NOW
from tests.storage.opening import units_on

STAFF = """工号,姓名,部门,直接上级,角色,厂区
E1,赵刚,总经办,,总经理@*; 管理员@*; 稽核; 复核; 主管; 财务,总厂
E2,陈洁,品管部,E1,品管; 主管; 财务,总厂
"""


class Desk:
    """What somebody does there, and what stands in the database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        assert self.run("init", str(folder), config=False).exit_code == 0

    def run(self, *words: str, typed: str = "", lang: str = "en", config: bool = True) -> Result:
        where = ["--config", str(self.folder / "gongdao.toml")] if config else []
        return CliRunner().invoke(main, ["--lang", lang, *where, *words], input=typed)

    def file(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def with_staff(self) -> "Desk":
        if (self.folder / "data").exists():
            self.hires()
        else:
            shutil.copytree(Path(_staffed().name) / "data", self.folder / "data")
        return self

    def hires(self) -> None:
        """Those of STAFF, from a file."""
        assert self.run("staff", "import", self.file("staff.csv", STAFF), "--yes").exit_code == 0

    def filled(self, fill: Callable[[SqlUnitOfWork], Awaitable[None]]) -> "Desk":
        """With what that adds to the database; nothing is derived from it yet."""
        asyncio.run(self._fill(fill))
        return self

    @property
    def database(self) -> Path:
        """The file of the database."""
        (file,) = self.folder.rglob("*.sqlite3")
        return file

    @contextmanager
    def tampering(self) -> Iterator[sqlite3.Connection]:
        """A hand in the database, past the bot."""
        with closing(sqlite3.connect(self.database)) as connection, connection:
            yield connection

    async def _fill(self, fill: Callable[[SqlUnitOfWork], Awaitable[None]]) -> None:
        database = open_database(self.database)
        async with units_on(database).open(NOW) as uow:
            await fill(uow)
            uow.touched.clear()
        await database.close()


@cache
def _staffed() -> TemporaryDirectory[str]:
    """A company that has just hired, once in this process; it goes with the process."""
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    Desk(Path(folder.name)).hires()
    return folder
