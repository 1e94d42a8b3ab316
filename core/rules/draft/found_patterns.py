"""The patterns by which fields of a complaint are recognised in running text."""

import re
from typing import Final

_GAP: Final = r"\s{0,3}"
_UNIT: Final = r"(?:台|件|个|只|套|箱|块|片|支|根|张|pcs|pieces|units|pumps)"
_WRONG: Final = r"(?:不良|不合格|漏|坏|损|裂|故障|生锈|断|变形|脱落|defective|failed|broken|leak)"
_N: Final = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,9}"
_CODE: Final = r"[A-Za-z0-9][A-Za-z0-9\-/.]*[A-Za-z0-9]"
_IS: Final = r"\s{0,3}(?:是|为|[::#=]|no\.?|number)?\s{0,3}[::#]?\s{0,3}"

ORDER_NO: Final = (
    re.compile(rf"(?:订单号?|合同号?|采购单号?|单号|purchase order|order){_IS}({_CODE})", re.IGNORECASE),
    re.compile(r"(?<![A-Za-z0-9])((?:SO|PO|DD)-?\d[\d-]{2,})", re.IGNORECASE),
)
PART_NO: Final = (
    re.compile(rf"(?:料号|型号|零件号|图号|物料号?|part|P/N){_IS}({_CODE})", re.IGNORECASE),
    re.compile(r"(?<![A-Za-z0-9-])((?!SO|PO|DD)[A-Z]{1,4}-\d{2,6}[A-Z]?)(?![A-Za-z0-9-])"),
)
_OF: Final = r"\s+(?:out\s+)?of\s+(?:the\s+|these\s+|our\s+)?"
DEFECTIVE: Final = (
    re.compile(rf"({_N}){_OF}(?:{_N})\s+[a-z]", re.IGNORECASE),
    re.compile(
        rf"(?:不良品?|不合格品?|坏品|次品|defective){_GAP}(?:数量?|共|有|了|[::])?{_GAP}[::]?{_GAP}({_N})",
        re.IGNORECASE,
    ),
    re.compile(rf"({_N}){_GAP}{_UNIT}[^\s,。;、,:]{{0,6}}?{_WRONG}", re.IGNORECASE),
    re.compile(rf"(?:漏水|坏了?|故障|损坏|破损)(?:的)?(?:有|了)?{_GAP}({_N}){_GAP}{_UNIT}", re.IGNORECASE),
    re.compile(rf"{_WRONG}[^。\n]{{0,8}}?[,\s]({_N}){_GAP}{_UNIT}", re.IGNORECASE),
    re.compile(rf"({_N})\s+(?:of them\s+)?(?:are\s+)?{_WRONG}", re.IGNORECASE),
)
QUANTITY: Final = (
    re.compile(rf"(?:{_N}){_OF}({_N})\s+[a-z]", re.IGNORECASE),
    re.compile(
        rf"(?:数量|总共|合计|批量|到货|发货|qty|quantity){_GAP}(?:是|为)?{_GAP}[::]?{_GAP}(?:of\s+)?({_N})",
        re.IGNORECASE,
    ),
    re.compile(rf"({_N}){_GAP}{_UNIT}", re.IGNORECASE),
    re.compile(
        rf"({_N})\s+(?:of them\s+)?(?:were\s+|have\s+)?(?:arrived|delivered|received|shipped)\b",
        re.IGNORECASE,
    ),
)
PHONE: Final = (
    re.compile(r"(?<!\d)(1[3-9]\d(?:[ -]?\d{4}){2})(?!\d)"),
    re.compile(r"(?<!\d)(0\d{2,3}-\d{7,8}(?:-\d{1,6})?)(?!\d)"),
    re.compile(r"(?<!\d)(\+\d{1,3}[ -]?\d(?:[ -]?\d){6,12})(?!\d)"),
)
# Chinese names end at a space; English ones go on while words begin with a capital letter and name no other field.
_OTHER_FIELD: Final = r"(?:Order|Part|Product|Customer|Quantity|Qty|Defective|Phone|Tel|Date|P/N)\b"
_NAME: Final = (
    rf"((?-i:[A-Z][A-Za-z&'-]+(?:\ (?!{_OTHER_FIELD})[A-Z&][A-Za-z&'-]{{0,20}}){{1,5}})|[^\s,。;,;]{{2,40}})"
)
CUSTOMER: Final = (re.compile(rf"(?:客户名称|客户|customer)\s{{0,3}}[::]\s{{0,3}}{_NAME}", re.IGNORECASE),)
PRODUCT: Final = (
    re.compile(rf"(?:产品名称|产品|品名|货物|product)\s{{0,3}}[::]\s{{0,3}}{_NAME}", re.IGNORECASE),
)
# A full stop ends a sentence where nothing or a space follows it: not in 1.5.
_IN_SENTENCE: Final = r"(?:(?!\.(?:\s|$))[^。!?!?\n;;,,])"
DEMAND: Final = (
    re.compile(
        rf"(?:要求|诉求)?[::\s]{{0,3}}({_IN_SENTENCE}{{0,60}}?"
        r"(?:换货|退货|补货|补发|返修|返工|重做|赔偿|赔付|退款|折扣|打折|整改|说明原因|8D|replace|refund|compensat|repair|discount)"
        rf"{_IN_SENTENCE}{{0,60}})",
        re.IGNORECASE,
    ),
)
