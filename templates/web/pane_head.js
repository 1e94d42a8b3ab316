/** The head of a chat window: whose chats these are, which one is open, what else can be done. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";
import * as api from "./api.js";
import { openMenu } from "./menu.js";
import { avatar, standing } from "./people.js";
import { chatsOf, nameOf, store, unreadIn } from "./store.js";
import { failed } from "./toasts.js";

/** A head; `open(viewer, chat)`, `back()`, `select()` and `customer()` are what its controls do. `hasPicker` adds a list of people. */
export function createHead({ hasPicker, open, back, select, customer }) {
  const picture = el("span", { class: "head-picture" });
  const title = el("h2", { class: "head-name", dir: "auto" });
  const note = el("p", { class: "head-note", dir: "auto" });
  const picker = hasPicker ? el("select", { class: "head-picker", "aria-label": t("people.pick"), data: { testid: "person-picker" } }) : null;
  const tabs = el("nav", { class: "tabs", data: { testid: "chat-tabs" } });
  const more = button(t("chat.more"), { icon: "more", class: "plain", "aria-haspopup": "menu" }, () => openMenu(more, t("chat.more"), items()));
  let at = { viewer: null, chat: null };

  const element = el(
    "header",
    { class: "pane-head" },
    el("div", { class: "head-line" }, button(t("chat.back"), { icon: "back", class: "plain back", data: { testid: "back" } }, back), picture, el("div", { class: "head-words" }, picker ?? title, note), more),
    tabs,
  );

  function items() {
    const person = store.people.get(at.viewer);
    const blocking = { label: t(person.blocked ? "person.unblock" : "person.block"), act: () => api.block(person.id, !person.blocked).catch(failed) };
    const forwarding = { label: t("composer.customer"), act: customer };
    return [...(at.viewer === at.chat && !person.blocked ? [forwarding] : []), { label: t("message.select"), act: select }, ...(person.started ? [blocking] : [])];
  }

  function tab(chat) {
    const unread = unreadIn(at.viewer, chat);
    const isOpen = chat === at.chat;
    const words = chat === at.viewer ? t("chat.private") : store.groups.get(chat).title;
    return el(
      "button",
      { type: "button", class: "tab", "aria-current": isOpen ? "true" : null, data: { testid: "chat-tab", chat }, on: { click: () => open(at.viewer, chat) } },
      el("span", { dir: "auto", text: words }),
      unread ? el("span", { class: "unread small", "aria-label": t("people.unread", { n: unread }), text: String(unread) }) : null,
    );
  }

  function renderPicker() {
    if (!picker) return;
    picker.replaceChildren(...[...store.people.values()].map((person) => el("option", { value: String(person.id), text: nameOf(person), selected: person.id === at.viewer })));
  }

  function render(viewer, chat) {
    at = { viewer, chat };
    const person = store.people.get(viewer);
    picture.replaceChildren(avatar(person));
    title.textContent = nameOf(person);
    note.textContent = [person.note, standing(person)].filter(Boolean).join(" · ");
    tabs.setAttribute("aria-label", t("chat.tabs", { name: nameOf(person) }));
    const focused = tabs.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
    tabs.replaceChildren(...chatsOf(viewer).map(tab));
    if (focused) tabs.querySelector(`[data-chat="${focused}"]`)?.focus();
    renderPicker();
  }

  picker?.addEventListener("change", () => open(Number(picker.value), Number(picker.value)));
  return { element, render };
}
