/** Modal dialogs on the browser's own <dialog>: focus is kept inside and goes back to where it was. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";

let count = 0;

/**
 * Opens a dialog; `fill(dialog)` answers its children. Esc, the close button and a press beside it close it.
 * `testid` is its data-testid.
 */
export function openDialog({ title, testid, role = null, className = "" }, fill) {
  const heading = `dialog-${(count += 1)}`;
  const before = document.activeElement;
  const dialog = el("dialog", { class: className, role, "aria-labelledby": heading, data: { testid } });
  const close = button(t("dialog.close"), { icon: "close", class: "plain" }, () => dialog.close());
  dialog.append(el("header", { class: "dialog-head" }, el("h2", { id: heading, text: title }), close), ...fill(dialog));
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
