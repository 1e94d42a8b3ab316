"""Makes sure that one bot at a time works on a database."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another bot holds this database."""

    def __init__(self, database: Path) -> None:
        super().__init__(
            f"{database}: another bot is running on this database. Stop it first, or set another data folder. "
            f"/ 另一个机器人正在使用这个数据库，请先停止它，或设置别的数据目录。"
        )
        self.database = database


@contextmanager
def alone_on(database: Path) -> Iterator[None]:
    """Hold the database; AlreadyRunning if somebody does. The system lets go when the process ends, however it ends."""
    with database.with_suffix(".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise AlreadyRunning(database) from fault
        yield
