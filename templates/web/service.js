/** Words for service messages: who joined, who left, what a group became. */

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { nameOf } from "./store.js";

const WORDS = [
  ["new_chat_members", (message) => t("service.joined", { names: message.new_chat_members.map(nameOf).join("、") })],
  ["left_chat_member", (message) => t("service.left", { name: nameOf(message.left_chat_member) })],
  ["group_chat_created", () => t("service.created")],
  ["supergroup_chat_created", () => t("service.created")],
  ["migrate_to_chat_id", () => t("service.migrated")],
  ["migrate_from_chat_id", () => t("service.migrated")],
  ["pinned_message", (message) => t("service.pinned", { name: nameOf(message.from) })],
  ["new_chat_title", (message) => t("service.renamed", { name: message.new_chat_title })],
];

/** Words for a service message, or null if it is an ordinary one. */
export function serviceWords(message) {
  const found = WORDS.find(([name]) => message[name] !== undefined);
  return found ? found[1](message) : null;
}

/** A line in the middle of the chat: a day, or what happened to the group. */
export const lineBetween = (words, kind) => el("div", { class: `between ${kind}`, dir: "auto" }, el("span", { text: words }));
