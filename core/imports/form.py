"""Which columns a file of earlier records may have, by their Chinese and English headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.model.imported import ImportKind
from core.rules.typed.headings import Headings

# a file is read whole into memory, and somebody waits for it
MOST_ROWS: Final = 50_000


@dataclass(frozen=True, slots=True)
class Form(Headings):
    """The columns of one kind of file, and how many characters each may have."""

    longest: Mapping[str, int]


COMPLAINTS = Form(
    headings={
        "number": ("编号", "投诉编号", "案件编号", "单号", "number", "case no", "complaint no", "no"),
        "customer": ("客户", "客户名称", "投诉客户", "customer", "customer name"),
        "received_on": ("收到日期", "投诉日期", "登记日期", "日期", "received on", "received", "complaint date", "date"),
        "happened": ("情况", "问题描述", "投诉内容", "问题", "what happened", "description", "problem", "complaint"),
        "product": ("产品", "产品名称", "品名", "product", "product name"),
        "part_no": ("产品编号", "料号", "型号", "part no", "part number", "model"),
        "order_no": ("订单", "订单号", "合同号", "order no", "order number", "order"),
        "quantity": ("数量", "quantity"),
        "defective": ("不良数", "不良数量", "defective", "defects"),
        "occurred_on": ("发生日期", "事故日期", "occurred on", "incident date"),
        "closed_on": ("关闭日期", "结案日期", "完成日期", "closed on", "closed"),
        "demand": ("诉求", "客户要求", "demand", "request"),
        "phone": ("电话", "联系电话", "phone", "telephone"),
        "cause": ("原因", "原因分析", "cause", "root cause"),
        "containment": ("措施", "处理措施", "measures", "action taken"),
        "result": ("结果", "处理结果", "result", "outcome"),
        "site": ("厂区", "site"),
    },
    needed=("number", "customer", "received_on", "happened"),
    longest={
        "number": 40, "customer": 200, "product": 200, "part_no": 100, "order_no": 100, "quantity": 40,
        "defective": 40, "phone": 40, "happened": 4000, "demand": 2000, "cause": 2000, "containment": 2000,
        "result": 2000,
    },
)  # fmt: skip
CUSTOMERS = Form(
    headings={
        "name": ("客户", "客户名称", "名称", "customer", "customer name", "name"),
        "language": ("语言", "language"),
    },
    needed=("name",),
    longest={"name": 200},
)
PRODUCTS = Form(
    headings={"name": ("产品", "产品名称", "品名", "名称", "product", "product name", "name")},
    needed=("name",),
    longest={"name": 200},
)
FORMS: Mapping[ImportKind, Form] = {
    ImportKind.COMPLAINTS: COMPLAINTS,
    ImportKind.CUSTOMERS: CUSTOMERS,
    ImportKind.PRODUCTS: PRODUCTS,
}
