/** Ready-made customer messages, so that a newcomer's first forward needs no typing. */

/** `texts` become one message each; `pictures` name what is painted; `plate` is on the type plate; `{day}` is two days ago. */
export const EXAMPLES = [
  {
    id: "pump",
    label: { zh: "水泵漏水，资料齐全", en: "Leaking pump, all told" },
    name: "王工 · 宏达机电",
    hidden: false,
    texts: [
      "您好，订单 SO-20871 的水泵 P-300，{day}到货 120 台，装机运行两小时后轴封漏水，共 8 台不良。",
      "现场已经停线，麻烦尽快处理：这 8 台请换货。我的电话 13800138000，照片见下。",
    ],
    pictures: ["pump", "seal", "label"],
    plate: ["P-300 水泵", "SO-20871", "批号 B-02", "NO. 0087"],
  },
  {
    id: "missing",
    label: { zh: "话没说清楚（要补问）", en: "Unclear (the bot must ask)" },
    name: "小刘",
    hidden: true,
    texts: ["你们这批泵怎么又漏水啊，赶紧来人看看！"],
    pictures: ["pump"],
    plate: [],
  },
  {
    id: "english",
    label: { zh: "英文客户", en: "A customer in English" },
    name: "Maria Keller",
    hidden: false,
    texts: ["Order SO-20904, part V-120: 6 of 50 valves arrived with the wrong label on {day}. Please send a replacement and credit note, about CNY 1,460.00."],
    pictures: ["label"],
    plate: ["V-112 VALVE", "SO-20904", "LOT B-01", "NO. 0311"],
  },
];
