/** Chooses where selected messages are forwarded to. */

import { button, el, icon } from "./dom.js";
import { t } from "./i18n.js";
import * as api from "./api.js";
import { openDialog } from "./dialog.js";
import { avatar } from "./people.js";
import { chatsOf, nameOf, putMessages, store } from "./store.js";
import { announce, failed } from "./toasts.js";

/** Opens the list of targets; `done()` follows a forward. */
export function openForward({ viewer, chat, ids, done }) {
  const me = store.people.get(viewer);
  const members = store.groups.get(chat)?.members ?? [];
  const others = members.filter((id) => id !== viewer).map((id) => store.people.get(id)).filter((person) => person?.started && !person.blocked);
  openDialog({ title: t("forward.title"), testid: "forward-dialog" }, (dialog) => {
    const go = async (from, target) => {
      dialog.close();
      try {
        const { messages } = await api.forward({ from, chat: target, source_chat: chat, message_ids: ids });
        putMessages(target, messages);
        announce(t("forward.done"));
        done();
      } catch (error) {
        failed(error);
      }
    };
    const own = chatsOf(viewer).map((target) => row(me, target, () => go(viewer, target)));
    const rest = others.map((person) => row(person, person.id, () => go(person.id, person.id)));
    return [section(t("forward.own", { name: nameOf(me) }), own), rest.length ? section(t("forward.others"), rest) : null].filter(Boolean);
  });
}

const section = (title, rows) => el("section", { class: "targets" }, el("h3", { text: title }), ...rows);

function row(person, target, press) {
  const label = target === person.id ? t("forward.private", { name: nameOf(person) }) : store.groups.get(target).title;
  const node = button(label, { class: "target", data: { target } }, press);
  node.prepend(target === person.id ? avatar(person, "small") : el("span", { class: "avatar small", "aria-hidden": "true" }, icon("group")));
  return node;
}
