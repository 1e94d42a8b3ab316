"""What the shell does with a database of that size, beside a bot that could be at work: how long, and how much memory."""

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.child import gongdao

EVERY = 0.02
COMMANDS = (
    ("find", "水泵"),
    ("find", "B500000"),
    ("health",),
    ("report", "--json"),
    ("audit", "verify"),
    ("backup", "{beside}/backups"),
    ("export", "--json", "{beside}/export.zip", "--since", "{day}", "--until", "{day}"),
)


@dataclass(frozen=True, slots=True)
class Ran:
    """Seconds from begin to end and of processor time, and the most memory (MiB) that one command needed."""

    seconds: float
    cpu: float
    memory: float
    code: int


def run(words: Sequence[str], folder: Path) -> Ran:
    """Run the command in that folder; what it prints is of no interest."""
    begun, memory, cpu = time.perf_counter(), 0, 0.0
    process = subprocess.Popen(gongdao(*words), cwd=folder, stdout=subprocess.DEVNULL, stderr=sys.stderr)
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            memory = max(memory, watched.memory_info().rss)
            cpu = sum(watched.cpu_times()[:2])
        except psutil.NoSuchProcess:
            break
        time.sleep(EVERY)
    return Ran(time.perf_counter() - begun, cpu, memory / 2**20, process.wait())
