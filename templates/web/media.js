/** Photos as a grid, everything else that carries a file as a chip with a download. */

import { el, icon } from "./dom.js";
import { fileUrl } from "./api.js";
import { t } from "./i18n.js";
import { openGallery } from "./gallery.js";

const SHOWN_WIDTH = 640;
const FILE_KINDS = ["document", "video", "voice", "audio", "animation", "video_note"];
const KIND_WORDS = { animation: "video", video_note: "video" };

/** The smallest size that is sharp in a bubble. */
function shownSize(sizes) {
  const sorted = [...sizes].sort((a, b) => a.width - b.width);
  return sorted.find((size) => size.width >= SHOWN_WIDTH) ?? sorted.at(-1);
}

const largest = (sizes) => [...sizes].sort((a, b) => b.width * b.height - a.width * a.height)[0];

/** The grid for the photos among `messages` (one message, or an album's), or null. */
export function photoGrid(messages) {
  const photos = messages.filter((message) => message.photo?.length);
  if (!photos.length) return null;
  const shown = photos.map((message) => ({ url: fileUrl(largest(message.photo).file_id), caption: message.caption ?? "" }));
  const grid = el("div", { class: "photos", data: { count: Math.min(photos.length, 4), testid: photos.length > 1 ? "album" : "photo" } });
  if (photos.length > 1) {
    grid.setAttribute("role", "group");
    grid.setAttribute("aria-label", t("media.album", { n: photos.length }));
  }
  grid.append(...photos.map((message, at) => photoButton(message, at, shown)));
  return grid;
}

function photoButton(message, at, shown) {
  const size = shownSize(message.photo);
  const image = el("img", { src: fileUrl(size.file_id), width: size.width, height: size.height, alt: message.caption || t("media.photo"), loading: "lazy", draggable: "false" });
  const label = t("media.open", { n: at + 1 });
  return el("button", { type: "button", class: "photo", "aria-label": label, on: { click: () => openGallery(shown, at) } }, image);
}

/** Chips for the files of a message. */
export function fileChips(message) {
  const chips = FILE_KINDS.filter((kind) => message[kind] && !(kind === "document" && message.animation)).map((kind) => fileChip(kind, message[kind]));
  if (message.sticker) chips.push(el("div", { class: "sticker", text: message.sticker.emoji ?? t("media.sticker") }));
  return chips;
}

function fileChip(kind, file) {
  const words = t(`media.${KIND_WORDS[kind] ?? kind}`);
  const name = file.file_name ?? words;
  const facts = [words, sizeWords(file.file_size), file.duration ? t("media.seconds", { n: file.duration }) : ""];
  return el(
    "a",
    { class: "file-chip", href: fileUrl(file.file_id), download: name, "aria-label": t("media.download", { name }), data: { testid: "file" } },
    icon(kind === "document" ? "file" : "play"),
    el("span", { class: "file-words" }, el("span", { class: "file-name", dir: "auto", text: name }), el("span", { class: "file-facts", text: facts.filter(Boolean).join(" · ") })),
  );
}

/** 1.5 MB, 12 KB; nothing for an unknown size. */
export function sizeWords(bytes) {
  if (!bytes) return "";
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} KB`;
}
