/** Short words from the bot or the page: toasts, alerts with an OK, and the line that screen readers hear. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";
import { openDialog } from "./dialog.js";

const SHOWN_FOR = 6000;
const shownPresses = new Set();

/** A popover, shown anew for each toast so that it stands above an open dialog. */
const region = () => document.getElementById("toasts");

/** Said to screen readers only. */
export function announce(words) {
  const line = document.getElementById("announcer");
  line.textContent = "";
  requestAnimationFrame(() => (line.textContent = words));
}

/** A toast that goes by itself; `tone` is "info" or "error". */
export function toast(words, tone = "info") {
  const node = el("div", { class: `toast ${tone}`, dir: "auto", data: { testid: "toast" }, role: tone === "error" ? "alert" : "status" }, el("span", { text: words }));
  const away = () => node.remove();
  node.append(button(t("dialog.close"), { icon: "close", class: "plain" }, away));
  const top = region();
  if (top.matches(":popover-open")) top.hidePopover();
  top.append(node);
  top.showPopover();
  setTimeout(away, SHOWN_FOR);
}

/** Says in words why something did not work. */
export const failed = (error) => toast(t("failed", { why: error.message }), "error");

/** The bot's answer to a press, shown once however often it is heard of. */
export function showAnswer(id, answer) {
  if (!answer?.text || shownPresses.has(id)) return;
  if (id) shownPresses.add(id);
  if (!answer.show_alert) return toast(answer.text);
  openDialog({ title: t("alert.title"), testid: "alert", role: "alertdialog" }, (dialog) => [
    el("p", { class: "alert-text", dir: "auto", text: answer.text }),
    el("div", { class: "dialog-actions" }, button(t("dialog.ok"), { class: "solid", autofocus: "" }, () => dialog.close())),
  ]);
}
