/** The buttons under a message and the quick replies above the composer. */

import { el, icon } from "./dom.js";
import { t } from "./i18n.js";
import { copyText } from "./clipboard.js";
import { safeAddress } from "./entities.js";

const STYLES = new Set(["primary", "success", "danger"]);

/** Rows of inline buttons; `act.press(data, button)` and `act.link(url)` do what they say. */
export function inlineKeyboard(markup, act) {
  const rows = markup?.inline_keyboard?.filter((row) => row.length) ?? [];
  if (!rows.length) return null;
  return el("div", { class: "inline-keyboard", data: { testid: "inline-keyboard" } }, ...rows.map((row) => el("div", { class: "row" }, ...row.map((spec) => inlineButton(spec, act)))));
}

function inlineButton(spec, act) {
  const style = STYLES.has(spec.style) ? ` ${spec.style}` : "";
  const node = el("button", { type: "button", class: `inline${style}`, dir: "auto", data: { testid: "inline-button" } }, el("span", { text: spec.text }));
  if (spec.callback_data !== undefined) node.addEventListener("click", () => act.press(spec.callback_data, node));
  else if (spec.copy_text) offer(node, "copy", t("button.copy", { label: spec.text }), () => copyText(spec.copy_text.text, node));
  else if (spec.url && safeAddress(spec.url)) offer(node, "link", t("button.link", { label: spec.text }), () => act.link(spec.url));
  else {
    node.disabled = true;
    node.title = t("button.unsupported");
  }
  return node;
}

function offer(node, sign, label, press) {
  node.append(icon(sign));
  node.setAttribute("aria-label", label);
  node.addEventListener("click", press);
}

/** The reply keyboard in force after these messages (oldest first), or null. */
export function replyMarkupIn(messages, botId) {
  for (const message of [...messages].reverse()) {
    const markup = message.from?.id === botId ? message.reply_markup : null;
    if (markup?.remove_keyboard) return null;
    if (markup?.keyboard || markup?.force_reply) return { markup, message };
  }
  return null;
}

/** Rows of quick replies; `say(text)` sends one. */
export function replyKeyboard(markup, say) {
  if (!markup?.keyboard) return null;
  const press = (spec) => say(typeof spec === "string" ? spec : spec.text);
  const key = (spec) => el("button", { type: "button", class: "quick", dir: "auto", text: spec.text ?? spec, on: { click: () => press(spec) } });
  return el("div", { class: "reply-keyboard", role: "group", "aria-label": t("chat.keyboard") }, ...markup.keyboard.map((row) => el("div", { class: "row" }, ...row.map(key))));
}
