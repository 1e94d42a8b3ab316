/** The lightbox: one photo large, the others by arrow keys, Esc closes. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";
import { openDialog } from "./dialog.js";

/** Shows `photos` ({url, caption}) starting with number `first` (from 0). */
export function openGallery(photos, first) {
  let at = first;
  const image = el("img", { class: "gallery-image" });
  const caption = el("p", { class: "gallery-caption", dir: "auto" });
  const count = el("p", { class: "gallery-count", "aria-live": "polite", data: { testid: "gallery-count" } });
  const step = (by) => {
    at = (at + by + photos.length) % photos.length;
    show();
  };
  const show = () => {
    image.src = photos[at].url;
    image.alt = photos[at].caption || t("media.photo");
    caption.textContent = photos[at].caption;
    count.textContent = t("gallery.count", { n: at + 1, all: photos.length });
  };
  const previous = button(t("gallery.previous"), { icon: "left", class: "plain" }, () => step(-1));
  const next = button(t("gallery.next"), { icon: "right", class: "plain" }, () => step(1));
  previous.hidden = next.hidden = photos.length < 2;
  const dialog = openDialog({ title: t("gallery.title"), testid: "gallery", className: "gallery" }, () => [image, caption, el("nav", { class: "gallery-bar" }, previous, count, next)]);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") step(-1);
    if (event.key === "ArrowRight") step(1);
  });
  show();
}
