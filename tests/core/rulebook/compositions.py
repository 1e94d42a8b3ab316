"""Compositions for tests: of what ships, and of two small regulations that disagree on words."""

from functools import cache
from importlib import resources

from core.model.label import Label
from core.rulebook.composition import Composition
from core.rulebook.edition import Edition
from core.rulebook.parsing import read_edition

EDITIONS = resources.files("core.rulebook") / "editions"
VOCABULARY = (
    "facts",
    "person",
    "settings",
    "roles",
    "faults",
    "offices",
    "accounts",
    "measures",
    "events",
    "conditions",
    "readings",
)
"""The tables that come along as far as a chosen chapter speaks of what is in them."""
HEAD = ("id", "edition", "in_force_from", "zone", "title", "clauses", "not_executable", "overridden")
"""What the composition says of itself, or what follows from the rest."""
SHIPPED = ("incident-compensation", "logistics-liability", "six-grade-incidents")

GRADED = """
id = "graded"
edition = "undated"
zone = "Asia/Shanghai"
title = { zh-Hans = "分级", en = "Grades" }

[facts]
batch = { type = "boolean", clause = "1", label = { zh-Hans = "批量", en = "In batch" } }

[offices]
finance = { label = { zh-Hans = "财务部", en = "Finance" } }
quality = { label = { zh-Hans = "品管", en = "Quality" }, clause = "9", does = { zh-Hans = "调查", en = "Looks into it" } }

[events]
known = { label = { zh-Hans = "得知", en = "Known" } }

[conditions]
many = { fact = "batch", is = true }

[grades.light]
rank = 1
clause = "2"
label = { zh-Hans = "轻", en = "Light" }
any = [{ clause = "2", id = "2(1)", when = { holds = "many" } }]

[grades.grave]
rank = 2
clause = "3"
label = { zh-Hans = "重", en = "Grave" }
any = [{ clause = "3", when = { loss = "direct", over = "100.00" } }]

[deadlines.report]
clause = "4"
owner = "quality"
clocks = [{ since = "known", hours = 24 }]
label = { zh-Hans = "报告", en = "Report" }

[[approvals]]
clause = "5"
step = 1
by = "finance"
act = "approve"

[[approvals]]
clause = "5"
step = 2
by = "quality"
act = "decide"
"""

PAYING = """
id = "paying-up"
edition = "undated"
zone = "Asia/Shanghai"
title = { zh-Hans = "赔偿", en = "Paying" }

[facts]
batch = { type = "boolean", clause = "1", label = { zh-Hans = "成批返工", en = "Reworked in batch" } }
unread = { type = "text", clause = "1", label = { zh-Hans = "无用", en = "Read by nothing" } }

[person]
skill = { type = "choice", clause = "1", if_absent = "no", label = { zh-Hans = "技能", en = "Skill" }, choices = { low = { label = { zh-Hans = "低", en = "Low" } } } }

[settings]
fine = { clause = "7", status = "missing", type = "money", label = { zh-Hans = "罚款", en = "Fine" } }

[roles]
worker = { clause = "1", label = { zh-Hans = "工人", en = "Worker" } }
chief = { clause = "1", label = { zh-Hans = "班长", en = "Chief" } }

[faults]
main = { label = { zh-Hans = "主责", en = "At fault" } }

[offices]
finance = { label = { zh-Hans = "财务科", en = "Accounts" } }
quality = { label = { zh-Hans = "品管", en = "Quality" } }

[events]
known = { label = { zh-Hans = "得知", en = "Known" } }

[causes]
haste = { clause = "6", label = { zh-Hans = "赶工", en = "Haste" }, suggests = { skill = "low" } }

[conditions]
many = { fact = "batch", is = true }

[[reassignments]]
clause = "8"
role = "chief"
becomes = "worker"
witness = { role = "worker", when = { fact = "person.skill", is = "low" } }
set = { skill = "low" }

[[splits]]
clause = "7"
over = "departments"
among = ["main"]
shares = { main = "100%" }

[[charges]]
clause = "7"
kind = "rate"
roles = "worker"
when = { holds = "many" }
rate = "40%"

[[charges]]
clause = "7"
kind = "fixed"
roles = "worker"
effect = "fine"
amount = { setting = "fine" }

[deadlines.report]
clause = "9"
owner = "finance"
clocks = [{ since = "known", hours = 8 }]
label = { zh-Hans = "报告", en = "Report" }

[appeals.employee]
clause = "10"
to = "quality"
deadline = "report"
label = { zh-Hans = "申诉", en = "Appeal" }

[duties.repair]
clause = "11"
kind = "task"
owner = "quality"
label = { zh-Hans = "返修", en = "Repair" }

[duties.checked]
clause = "12"
kind = "gate"
owner = "quality"
after = ["repair"]
covers = ["13"]
label = { zh-Hans = "复检", en = "Check again" }

[closing]
clause = "12"
label = { zh-Hans = "复检合格后关闭", en = "Closed once checked again" }
"""

GRADED_EDITION = read_edition(GRADED)
PAYING_EDITION = read_edition(PAYING)
TWO = {"graded": GRADED_EDITION, "paying-up": PAYING_EDITION}


@cache
def shipped(rulebook: str) -> Edition:
    return read_edition((EDITIONS / rulebook / "undated.toml").read_text("utf-8"))


def all_shipped() -> dict[str, Edition]:
    return {rulebook: shipped(rulebook) for rulebook in SHIPPED}


def composition(rest: str = "", settings: dict[str, str] | None = None, /, **chapters: str) -> Composition:
    return Composition(
        id="ours",
        title=Label(zh_hans="本公司规定", en="Our rules"),
        edition="2025",
        chapters=chapters,
        rest=rest,
        settings=settings or {},
    )
