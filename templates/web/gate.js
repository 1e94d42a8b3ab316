/** What stands in the composer's place while a person has not started, or has blocked, the bot. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";
import * as api from "./api.js";
import { nameOf } from "./store.js";
import { failed } from "./toasts.js";

/** The Start or Unblock panel for a person in their private chat, or null when they may write. */
export function gate(person, isPrivate) {
  if (!isPrivate || (person.started && !person.blocked)) return null;
  const name = nameOf(person);
  if (!person.started) return panel(t("person.start.why", { name }), t("person.start"), "start", () => api.start(person.id));
  return panel(t("person.blocked.why", { name }), t("person.unblock"), "unblock", () => api.block(person.id, false));
}

function panel(words, label, testid, deed) {
  const node = button(label, { class: "solid", data: { testid } }, async () => {
    node.disabled = true;
    await deed().catch(failed);
    node.disabled = false;
  });
  return el("div", { class: "gate" }, el("p", { text: words }), node);
}
