/** A small menu beside a button: arrow keys, Enter, Esc; closes on a press elsewhere. */

import { el } from "./dom.js";

let open = null;

/** Closes the open menu, if any; focus goes back to its button unless `keepFocus`. */
export function closeMenu(keepFocus = false) {
  if (!open) return;
  const { node, anchor } = open;
  open = null;
  node.remove();
  anchor.setAttribute("aria-expanded", "false");
  if (!keepFocus && anchor.isConnected) anchor.focus({ preventScroll: true });
}

/** Opens a menu of `{label, act}` at `anchor`. */
export function openMenu(anchor, label, items) {
  const again = open?.anchor === anchor;
  closeMenu();
  if (again || !items.length) return;
  const entries = items.map((item) => el("button", { type: "button", role: "menuitem", tabindex: "-1", text: item.label, on: { click: () => choose(item) } }));
  const node = el("div", { class: "menu", role: "menu", "aria-label": label, data: { testid: "menu" }, on: { keydown: (event) => move(event, entries) } }, ...entries);
  anchor.setAttribute("aria-haspopup", "menu");
  anchor.setAttribute("aria-expanded", "true");
  document.body.append(node);
  place(node, anchor);
  open = { node, anchor };
  entries[0].focus();
}

function choose(item) {
  closeMenu();
  item.act();
}

function place(node, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = node;
  const below = at.bottom + height < innerHeight - 8;
  node.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
  node.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
}

function move(event, entries) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    return closeMenu();
  }
  if (!(event.key in steps)) return undefined;
  event.preventDefault();
  const at = entries.indexOf(document.activeElement);
  return entries[(at + steps[event.key] + entries.length) % entries.length].focus();
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.node.contains(event.target) && !open.anchor.contains(event.target)) closeMenu(true);
});
