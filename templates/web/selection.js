/** Choosing several messages of a chat to forward them. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";

/** The bar that stands in the composer's place; `changed()` follows each step, `forward(ids)` the wish to forward. */
export function createSelection({ changed, forward }) {
  const chosen = new Set();
  let active = false;
  const count = el("p", { class: "select-count", "aria-live": "polite" });
  const go = button(t("select.forward"), { icon: "forward", wide: true, class: "solid", data: { testid: "select-forward" } }, () => forward([...chosen].sort((a, b) => a - b)));
  const element = el("div", { class: "select-bar", role: "toolbar", hidden: true }, count, go, button(t("select.cancel"), { class: "quiet" }, () => stop()));

  function render() {
    element.hidden = !active;
    count.textContent = t("select.count", { n: chosen.size });
    go.disabled = chosen.size === 0;
    changed();
  }

  function start(ids) {
    active = true;
    for (const id of ids) chosen.add(id);
    render();
  }

  function stop() {
    active = false;
    chosen.clear();
    render();
  }

  function pick(ids, on) {
    for (const id of ids) chosen[on ? "add" : "delete"](id);
    render();
  }

  return { element, start, stop, pick, has: (id) => chosen.has(id), isActive: () => active };
}
