/**
 * The strip that says what a newcomer does next.
 *
 * Its words are data beside this file, story.json: {"zh": [{"person": ID or null, "chat": ID (optional), "text": "…"}],
 * "en": [the same steps in English]}. A step with a person has a button that opens that person's chat.
 */

import { button, el } from "./dom.js";
import { language, t } from "./i18n.js";
import { nameOf, store } from "./store.js";

const KEPT_AS = "gongdao.guide";

/** Builds the strip in `root` from a story; `open(person, chat)` shows somebody's chat. Answers {toggle}. */
export function createGuide(root, story, { open }) {
  const steps = story?.[language] ?? [];
  const kept = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '{"at":0,"closed":false}');
  let at = Math.min(kept.at, Math.max(0, steps.length - 1));
  let isClosed = kept.closed;
  const count = el("span", { class: "guide-count", data: { testid: "guide-count" } });
  const words = el("span", { class: "guide-text", data: { testid: "guide-text" } });
  const go = button("", { class: "chip guide-go", data: { testid: "guide-open" } }, () => open(steps[at].person, steps[at].chat ?? steps[at].person));
  const previous = button(t("guide.previous"), { icon: "left", class: "plain" }, () => step(-1));
  const next = button(t("guide.next"), { icon: "right", class: "plain", data: { testid: "guide-next" } }, () => step(1));
  const close = button(t("guide.close"), { icon: "close", class: "plain", data: { testid: "guide-close" } }, () => toggle());
  root.append(el("p", { class: "guide-words", "aria-live": "polite" }, count, " ", words), go, el("div", { class: "guide-steps" }, previous, next, close));

  function step(by) {
    at = Math.max(0, Math.min(steps.length - 1, at + by));
    render();
  }

  function toggle() {
    isClosed = !isClosed;
    render();
  }

  function render() {
    sessionStorage.setItem(KEPT_AS, JSON.stringify({ at, closed: isClosed }));
    root.hidden = isClosed || !steps.length;
    if (!steps.length) return;
    const person = store.people.get(steps[at].person);
    count.textContent = t("guide.step", { n: at + 1, all: steps.length });
    words.textContent = steps[at].text;
    go.hidden = !person;
    go.textContent = person ? t("guide.open", { name: nameOf(person) }) : "";
    previous.disabled = at === 0;
    next.disabled = at === steps.length - 1;
  }

  render();
  return { toggle, hasSteps: steps.length > 0 };
}
