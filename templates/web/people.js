/** The people of the sample company: who they are, what waits for them, whether the bot may write to them. */

import { el } from "./dom.js";
import { t, tn } from "./i18n.js";
import { listen, nameOf, store, unreadOf } from "./store.js";

/** One or two signs of a name for the round picture. */
export function initials(person) {
  const name = nameOf(person);
  return /[\u3400-\u9fff]/.test(name) ? name.slice(-2) : name.split(/\s+/).map((part) => part[0]).join("").slice(0, 2).toUpperCase();
}

export const avatar = (person, extra = "") => el("span", { class: `avatar tint-${Math.abs(person.id) % 6} ${extra}`, "aria-hidden": "true", text: initials(person) });

/** What a person's state is, in words; empty when all is usual. */
export function standing(person) {
  if (person.blocked) return t("people.blocked");
  return person.started ? "" : t("people.not_started");
}

/** Fills the list in `root`; `open(id)` is called for the person chosen, `current()` says who is open. */
export function createPeople(root, { open, current }) {
  function row(person) {
    const unread = unreadOf(person.id);
    const isOpen = current() === person.id;
    const state = standing(person);
    return el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "person", tabindex: isOpen ? "0" : "-1", "aria-current": isOpen ? "true" : null, data: { testid: "person", id: person.id }, on: { click: () => open(person.id) } },
        avatar(person),
        el("span", { class: "person-words" }, el("span", { class: "person-name", dir: "auto", text: nameOf(person) }), el("span", { class: "person-note", dir: "auto", text: person.note ?? "" }), state ? el("span", { class: "person-state", text: state }) : null),
        unread ? el("span", { class: "unread", data: { testid: "unread" }, "aria-label": tn("people.unread", unread), text: unread > 99 ? "99+" : String(unread) }) : null,
      ),
    );
  }

  function render() {
    const focused = root.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    root.replaceChildren(...[...store.people.values()].map(row));
    const rows = [...root.querySelectorAll(".person")];
    if (rows.length && !rows.some((node) => node.tabIndex === 0)) rows[0].tabIndex = 0;
    if (focused) rows.find((node) => node.dataset.id === focused)?.focus({ preventScroll: true });
  }

  root.addEventListener("keydown", (event) => walk(event, root));
  listen("people", render);
  listen("unread", render);
  return { render };
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function walk(event, root) {
  if (!(event.key in STEPS)) return;
  event.preventDefault();
  const rows = [...root.querySelectorAll(".person")];
  const at = rows.indexOf(document.activeElement) + STEPS[event.key];
  const next = rows[Math.max(0, Math.min(rows.length - 1, at))];
  for (const row of rows) row.tabIndex = row === next ? 0 : -1;
  next.focus();
}
