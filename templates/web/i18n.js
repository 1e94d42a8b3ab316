/** The page's own language: which one, and the words for a key. */

import { zh } from "./words_zh.js";
import { en } from "./words_en.js";

const KEPT_AS = "gongdao.language";
const TABLES = { zh, en };

function chosen() {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept in TABLES) return kept;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "zh";
}

/** "zh" or "en". */
export const language = chosen();

/** The tag for `lang` attributes and Intl. */
export const locale = language === "zh" ? "zh-Hans" : "en";

/** Words for `key`, with `{name}` replaced from `values`; a missing key shows itself, so that it is noticed. */
export function t(key, values = {}) {
  const words = TABLES[language][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Words for a count: the English table may hold a `key.one` form. */
export function tn(key, n) {
  const one = `${key}.one`;
  return t(n === 1 && one in TABLES[language] ? one : key, { n });
}

/** Keeps the other language and opens the page in it; drafts and open chats are kept by their owners. */
export function switchLanguage() {
  localStorage.setItem(KEPT_AS, language === "zh" ? "en" : "zh");
  location.reload();
}

/** Fills the words of the static page: `data-t` is text, `data-t-label` an accessible name. */
export function translate(root) {
  document.documentElement.lang = locale;
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
}
