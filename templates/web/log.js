/** The scrolling list of messages: changed in place, keeping what the reader looks at where it is. */

import { button, el } from "./dom.js";
import { t, tn } from "./i18n.js";
import { bubble } from "./bubble.js";
import { arranged } from "./grouping.js";
import { lineBetween } from "./service.js";

const NEAR_THE_END = 60;

/** A message list. `view` is what `bubble` wants; `older()` loads earlier messages. */
export function createLog({ view, older }) {
  const list = el("div", { class: "log-list" });
  const olderButton = button(t("chat.older"), { class: "quiet older", hidden: true }, older);
  const empty = el("p", { class: "log-empty" });
  const scroller = el("div", { class: "log", role: "log", tabindex: "0", "aria-label": t("chat.log"), data: { testid: "log" } }, olderButton, empty, list);
  const jump = button("", { class: "newer", hidden: true, data: { testid: "newer" } }, () => toEnd());
  const element = el("div", { class: "log-frame" }, scroller, jump);
  const shown = new Map();
  let follows = true;
  let missed = 0;

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    noteMissed(0);
  }

  function noteMissed(count) {
    missed = count;
    jump.hidden = missed === 0;
    jump.textContent = tn("chat.newer", missed);
  }

  function onScroll() {
    follows = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_THE_END;
    if (follows) noteMissed(0);
  }

  /** The first message in sight and where it is: what must not move. */
  function anchor() {
    const top = scroller.getBoundingClientRect().top;
    const entry = [...shown].find(([, { node }]) => node.getBoundingClientRect().bottom > top);
    return entry && { key: entry[0], at: entry[1].node.getBoundingClientRect().top };
  }

  function hold(mark) {
    const entry = mark && shown.get(mark.key);
    if (entry) scroller.scrollTop += entry.node.getBoundingClientRect().top - mark.at;
  }

  function drop(items) {
    const keys = new Set(items.map((item) => item.key));
    for (const [key, { node }] of shown) {
      if (keys.has(key)) continue;
      node.remove();
      shown.delete(key);
    }
  }

  function place(items) {
    let after = null;
    for (const item of items) {
      const node = upToDate(item);
      const wanted = after ? after.nextSibling : list.firstChild;
      if (wanted !== node) list.insertBefore(node, wanted);
      after = node;
    }
  }

  function upToDate(item) {
    const entry = shown.get(item.key);
    if (entry?.signature === item.signature) return entry.node;
    const node = item.kind === "message" ? bubble(item.messages, { ...view(), showsName: item.showsName }) : lineBetween(item.words, item.kind);
    if (entry) replace(entry.node, node);
    shown.set(item.key, { node, signature: item.signature });
    return node;
  }

  /** Shows these messages; `fresh` counts new ones from others, `own` tells that the viewer just wrote. */
  function sync(messages, { fresh = 0, own = false, hasOlder = false, emptyWords = "" } = {}) {
    const mark = follows ? null : anchor();
    const items = arranged(messages);
    drop(items);
    place(items);
    olderButton.hidden = !hasOlder;
    empty.textContent = messages.length ? "" : emptyWords;
    markCurrent(list);
    if (follows || own) toEnd();
    else {
      hold(mark);
      if (fresh) noteMissed(missed + fresh);
    }
  }

  function clear() {
    shown.clear();
    list.replaceChildren();
    follows = true;
    noteMissed(0);
  }

  scroller.addEventListener("scroll", onScroll, { passive: true });
  scroller.addEventListener("keydown", (event) => walk(event, list));
  scroller.addEventListener("focusin", (event) => event.target.matches("article") && makeCurrent(list, event.target));
  new ResizeObserver(() => follows && toEnd()).observe(list);
  new ResizeObserver(() => follows && toEnd()).observe(scroller);
  return { element, sync, clear, focus: () => scroller.focus({ preventScroll: true }), find: (id) => list.querySelector(`article[data-id="${id}"]`) };
}

/** Swaps a message's node; focus inside it moves to the button with the same words, else to the message. */
function replace(before, after) {
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  const words = focused?.textContent;
  after.tabIndex = before.tabIndex;
  before.replaceWith(after);
  if (!focused) return;
  const same = [...after.querySelectorAll("button, a")].find((node) => words && node.textContent === words);
  (same ?? after).focus({ preventScroll: true });
}

function makeCurrent(list, article) {
  for (const old of list.querySelectorAll("article[tabindex='0']")) setCurrent(old, "-1");
  setCurrent(article, "0");
}

function setCurrent(article, tabindex) {
  article.setAttribute("tabindex", tabindex);
  article.querySelector(".actions").setAttribute("tabindex", tabindex);
}

function markCurrent(list) {
  const last = list.querySelector("article:last-of-type");
  if (last && !list.querySelector("article[tabindex='0']")) setCurrent(last, "0");
}

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

function walk(event, list) {
  const { target } = event;
  if (!target.matches("article, .log")) return;
  if (target.matches("article") && (event.key === "Enter" || event.key === "ContextMenu")) {
    event.preventDefault();
    target.querySelector(".actions").click();
  }
  if (!(event.key in STEPS)) return;
  event.preventDefault();
  const articles = [...list.querySelectorAll("article")];
  const at = articles.indexOf(target);
  articles.at(at < 0 ? -1 : Math.max(0, Math.min(articles.length - 1, at + STEPS[event.key])))?.focus();
}
