/** Says sandbox times in words; the zone is the sandbox clock's own offset, never the computer's. */

import { locale, language } from "./i18n.js";

/** Minutes east of UTC in an ISO time such as 2025-03-03T08:12:00+08:00. */
export function offsetOf(iso) {
  const found = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === "-" ? -minutes : minutes;
}

const shifted = (ms, offset) => new Date(ms + offset * 60_000);

const format = (options) => new Intl.DateTimeFormat(language === "zh" ? locale : "en-GB", { timeZone: "UTC", ...options });

const CLOCK = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = format({ month: "long", day: "numeric", weekday: "long" });
const FULL_DAY = format({ year: "numeric", month: "long", day: "numeric", weekday: "long" });
const BRIEF_DAY = format({ month: "short", day: "numeric", weekday: "short" });
const SHORT_DAY = format({ month: "short", day: "numeric" });

/** 08:12 */
export const clockTime = (ms, offset) => CLOCK.format(shifted(ms, offset));

/** 3月3日星期一 */
export const dayName = (ms, offset) => DAY.format(shifted(ms, offset));

/** 2025年3月3日星期一 */
export const fullDayName = (ms, offset) => FULL_DAY.format(shifted(ms, offset));

/** 3月3日周一 */
export const briefDayName = (ms, offset) => BRIEF_DAY.format(shifted(ms, offset));

/** 3月3日 */
export const shortDay = (ms, offset) => SHORT_DAY.format(shifted(ms, offset));

/** 3月3日 08:12 */
export const shortMoment = (ms, offset) => `${shortDay(ms, offset)} ${clockTime(ms, offset)}`;

/** 2025-03-03, for telling days apart */
export const dayKey = (ms, offset) => shifted(ms, offset).toISOString().slice(0, 10);

/** The value a datetime-local field wants. */
export const fieldValue = (ms, offset) => shifted(ms, offset).toISOString().slice(0, 16);

/** An ISO time with offset from a datetime-local field's value. */
export function isoFromField(value, offset) {
  const size = Math.abs(offset);
  const two = (n) => String(n).padStart(2, "0");
  return `${value}:00${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
