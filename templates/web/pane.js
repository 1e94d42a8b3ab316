/** One chat window: a person's head, messages and composer, kept live. */

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { createComposer } from "./composer.js";
import { openCustomer } from "./customer.js";
import { openForward } from "./forwarding.js";
import { gate } from "./gate.js";
import { replyKeyboard, replyMarkupIn } from "./keyboards.js";
import { loadChat, loadOlder, markRead, mayHaveOlder } from "./loading.js";
import { createLog } from "./log.js";
import { createHead } from "./pane_head.js";
import { createActs } from "./pane_acts.js";
import { createSelection } from "./selection.js";
import { chatMessages, chatsOf, listen, nameOf, store } from "./store.js";
import { announce, failed } from "./toasts.js";

const TYPING_SHOWN_FOR = 5000;

/** A window; `opened(viewer, chat)` is told what it shows, `back()` leaves it on a narrow screen. */
export function createPane({ number, hasPicker, opened, back }) {
  const at = { viewer: null, chat: null };
  const place = () => at;
  const usedKeyboards = new Set();
  const head = createHead({ hasPicker, open, back, select: () => selection.start([]), customer: () => openCustomer(at.viewer) });
  const composer = createComposer({ place, customer: () => openCustomer(at.viewer) });
  const selection = createSelection({ changed: renderFoot, forward: (ids) => openForward({ ...at, ids, done: () => selection.stop() }) });
  const act = createActs({ place, composer, selection, find: (id) => log.find(id) });
  const view = () => ({ viewer: at.viewer, isGroup: at.chat < 0, act, picked: selection.has });
  const log = createLog({ view, older: () => loadOlder(at.viewer, at.chat).catch(failed) });
  const typing = el("p", { class: "typing", hidden: true });
  const keys = el("div", { class: "keys" });
  const gateSlot = el("div", { class: "gate-slot" });
  const foot = el("footer", { class: "pane-foot" }, typing, selection.element, gateSlot, keys, composer.element);
  const element = el("section", { class: "pane", data: { testid: `pane-${number}` } }, head.element, log.element, foot);
  let typingEnds = 0;

  async function open(viewer, chat = viewer) {
    const isNew = at.viewer !== viewer || at.chat !== chat;
    Object.assign(at, { viewer, chat });
    element.setAttribute("aria-label", t("chat.area", { name: nameOf(store.people.get(viewer)) }));
    if (isNew) startAfresh();
    opened(viewer, chat);
    await load();
  }

  function startAfresh() {
    log.clear();
    selection.stop();
    composer.show();
    showTyping(false);
    head.render(at.viewer, at.chat);
  }

  async function load() {
    const { viewer, chat } = at;
    log.element.setAttribute("aria-busy", "true");
    await loadChat(viewer, chat).catch(failed);
    log.element.removeAttribute("aria-busy");
    renderLog();
  }

  const all = () => [...chatMessages(at.chat).values()].sort((a, b) => a.message_id - b.message_id);

  function renderLog(change = {}) {
    const person = store.people.get(at.viewer);
    const emptyWords = at.chat === at.viewer ? t("chat.empty.private", { name: nameOf(person) }) : t("chat.empty");
    log.sync(all(), { ...change, hasOlder: mayHaveOlder(at.chat), emptyWords });
    renderFoot();
  }

  function renderFoot() {
    if (at.viewer === null) return;
    const barrier = gate(store.people.get(at.viewer), at.chat === at.viewer);
    const busy = selection.isActive();
    element.dataset.selecting = String(busy);
    gateSlot.replaceChildren(...(barrier && !busy ? [barrier] : []));
    composer.element.hidden = busy || barrier !== null;
    renderKeys();
  }

  function renderKeys() {
    const found = replyMarkupIn(all(), store.bot.id);
    const isUsed = found && usedKeyboards.has(found.message.message_id);
    const say = (words) => {
      if (found.markup.one_time_keyboard) usedKeyboards.add(found.message.message_id);
      composer.say(words);
    };
    const node = found && !isUsed && !composer.element.hidden ? replyKeyboard(found.markup, say) : null;
    keys.replaceChildren(...(node ? [node] : []));
  }

  function onChange({ kind, fresh, messages }) {
    const fromOthers = fresh.filter((message) => message.from?.id !== at.viewer);
    if (fromOthers.some((message) => message.from?.id === store.bot.id)) showTyping(false);
    renderLog({ fresh: kind === "message" ? fromOthers.length : 0, own: kind === "message" && fromOthers.length < fresh.length });
    if (kind === "history") return;
    if (kind === "edit") announceAll(messages, at.viewer);
    if (kind === "message" && fromOthers.length) seen();
  }

  function seen() {
    if (document.visibilityState === "visible" && element.offsetParent) markRead(at.viewer, at.chat).catch(failed);
  }

  function showTyping(on) {
    clearTimeout(typingEnds);
    typing.hidden = !on;
    typing.textContent = on ? t("chat.typing", { name: nameOf(store.bot) }) : "";
    if (on) typingEnds = setTimeout(() => showTyping(false), TYPING_SHOWN_FOR);
  }

  function onPeople() {
    if (at.viewer === null || !store.people.has(at.viewer)) return;
    if (!chatsOf(at.viewer).includes(at.chat)) open(at.viewer, store.moved.get(at.chat) ?? at.viewer);
    head.render(at.viewer, at.chat);
    renderFoot();
  }

  /** Where typing or pressing goes on; on a narrow window the messages, so that no keyboard covers them. */
  function focus(isNarrow) {
    const barrier = gateSlot.querySelector("button");
    if (barrier) barrier.focus({ preventScroll: true });
    else if (isNarrow) log.focus();
    else composer.focus();
  }

  listen("chat", ({ chat, ...change }) => chat === at.chat && onChange(change));
  listen("typing", (event) => event.chat === at.chat && showTyping(true));
  listen("people", onPeople);
  listen("unread", () => at.viewer !== null && head.render(at.viewer, at.chat));
  listen("reload", () => at.viewer !== null && load());
  composer.dropOn(element);
  return { element, open, focus, place };
}

function announceAll(messages, viewer) {
  for (const message of messages) if (message.from?.id !== viewer) announce(`${nameOf(message.from)}: ${message.text ?? message.caption ?? ""}`);
}
