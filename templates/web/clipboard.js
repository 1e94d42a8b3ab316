/** Copies text and says so, on the button itself and to screen readers. */

import { t } from "./i18n.js";
import { announce } from "./toasts.js";

const SHOWN_FOR = 2000;

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    writeBySelection(text);
  }
}

/** For browsers that keep the clipboard from pages: select the text and let the browser copy it. */
function writeBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "off-screen";
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  before?.focus({ preventScroll: true });
}

/** Copies `text`; `control`, if given, shows "copied" for two seconds in place of its label. */
export async function copyText(text, control = null) {
  await write(text);
  announce(t("message.copied"));
  if (!control || control.dataset.copied) return;
  const label = [...control.childNodes];
  control.dataset.copied = "yes";
  control.replaceChildren(t("button.copied"));
  setTimeout(() => {
    delete control.dataset.copied;
    control.replaceChildren(...label);
  }, SHOWN_FOR);
}
