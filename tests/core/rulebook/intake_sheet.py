"""A rulebook that does nothing but ask, with a field of every type, for tests of intake."""

from datetime import date

from core.rulebook.compiled import CompiledRulebook
from tests.core.rulebook.shipped import compiled
from tests.fakes import ShippedRulebooks

TEXT = """
id = "asking"
edition = "undated"
zone = "Asia/Shanghai"
clauses = ["1", "2"]
title = { zh-Hans = "登记", en = "Intake" }

[offices.service]
clause = "1"
label = { zh-Hans = "客服", en = "Service" }

[channels.hotline]
clause = "2"
label = { zh-Hans = "热线", en = "Hotline" }

[channels.shop]
clause = "2"
label = { zh-Hans = "门店", en = "Shop" }

[intake]
clause = "1"
owner = "service"

[intake.fields]
part_no = { type = "text", label = { zh-Hans = "型号", en = "Model" } }
bought_on = { type = "date", clause = "1", label = { zh-Hans = "购买日期", en = "Bought on" } }
kind = { type = "choice", label = { zh-Hans = "投诉人", en = "Complainant" }, choices = { user = { label = { zh-Hans = "用户", en = "User" } }, agent = { label = { zh-Hans = "代理商", en = "Agent" } } } }
proof = { type = "photo", label = { zh-Hans = "凭证", en = "Proof" } }
in_warranty = { type = "boolean", optional = true, label = { zh-Hans = "保修期内", en = "In warranty" } }
price = { type = "money", optional = true, label = { zh-Hans = "价格", en = "Price" } }
units = { type = "count", optional = true, label = { zh-Hans = "件数", en = "Units" } }
weight = { type = "decimal", optional = true, label = { zh-Hans = "重量", en = "Weight" } }
seen_at = { type = "time", optional = true, label = { zh-Hans = "发现时间", en = "Seen at" } }
seller = { type = "person", optional = true, label = { zh-Hans = "销售人员", en = "Seller" } }
serial_no = { type = "text", optional = true, label = { zh-Hans = "序列号", en = "Serial number" } }
"""
ASKING = compiled(TEXT)


class AskingRulebooks(ShippedRulebooks):
    """Only that rulebook, on every day."""

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        return ASKING
