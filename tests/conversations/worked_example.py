"""The story's losses and parties: 1,460.00 once the mistyped 860 is corrected to 800, shared by three."""

# kind, what is typed, what it comes to
LOSSES = (
    ("赔偿客户的款项", "８６０", "860.00"),
    ("收费折扣", "200元", "200.00"),
    ("重复性劳动", "3人×4小时", "240.00"),
    ("车辆重复出车", "2小时 4.2米", "60.00"),
    ("车辆重复出车", "2小时 6米", "160.00"),
)
# what is typed to find them, name, role, reference wage
PARTIES = (
    ("zhangwei", "张伟", "直接责任人", "3000"),
    ("李强", "李强", "主管", "6000"),
    ("E03", "周敏", "经理", "6000"),
)
