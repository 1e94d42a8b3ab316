/** Files waiting to be sent with the next message: chosen, pasted or dropped. */

import { button, el, icon } from "./dom.js";
import { t } from "./i18n.js";
import { sizeWords } from "./media.js";
import { toast } from "./toasts.js";

const MOST_MEGABYTES = 40;
const PHOTO_TYPES = new Set(["image/jpeg", "image/png", "image/webp"]);

/** The Bot API kind a file is sent as. */
export function kindOf(file, asFile) {
  if (asFile) return "document";
  if (PHOTO_TYPES.has(file.type)) return "photo";
  if (file.type.startsWith("video/")) return "video";
  if (file.type === "audio/ogg") return "voice";
  return file.type.startsWith("audio/") ? "audio" : "document";
}

/** A file's bytes as base64. */
export function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** The wire form of a file; the caption goes with it. */
export async function wireFile(file, { asFile = false, caption = "" } = {}) {
  const name = file.name || "photo.png";
  const wire = { kind: kindOf(file, asFile), name, mime: file.type || "application/octet-stream", base64: await base64Of(file) };
  return caption ? { ...wire, caption } : wire;
}

/** The tray above the text field; `changed()` is called when files come or go. */
export function createAttachments(changed) {
  let files = [];
  const thumbs = el("ul", { class: "thumbs" });
  const album = el("input", { type: "checkbox", checked: true });
  const asFiles = el("input", { type: "checkbox" });
  const albumLabel = el("label", { class: "switch" }, album, t("composer.album"));
  const filesLabel = el("label", { class: "switch" }, asFiles, t("composer.files"));
  const element = el("div", { class: "tray", hidden: true, data: { testid: "attachments" } }, thumbs, el("div", { class: "switches" }, albumLabel, filesLabel));

  function render() {
    element.hidden = files.length === 0;
    albumLabel.hidden = files.length < 2;
    filesLabel.hidden = !files.some(({ file }) => PHOTO_TYPES.has(file.type));
    thumbs.replaceChildren(...files.map(thumb));
    changed();
  }

  function thumb(entry) {
    const { file } = entry;
    const picture = entry.url ? el("img", { src: entry.url, alt: file.name }) : el("span", { class: "thumb-file" }, icon("file"));
    const away = button(t("composer.remove", { name: file.name }), { icon: "close", class: "plain remove" }, () => remove(entry));
    return el("li", {}, picture, el("span", { class: "thumb-name", text: `${file.name} ${sizeWords(file.size)}` }), away);
  }

  function remove(entry) {
    if (entry.url) URL.revokeObjectURL(entry.url);
    files = files.filter((other) => other !== entry);
    render();
  }

  function add(chosen) {
    for (const file of chosen) {
      const megabytes = file.size / 1_000_000;
      if (megabytes > MOST_MEGABYTES) toast(t("composer.too_big", { name: file.name, size: megabytes.toFixed(0) }), "error");
      else files.push({ file, url: file.type.startsWith("image/") ? URL.createObjectURL(file) : null });
    }
    render();
  }

  function clear() {
    for (const { url } of files) if (url) URL.revokeObjectURL(url);
    files = [];
    render();
  }

  const wire = (caption) => Promise.all(files.map(({ file }, at) => wireFile(file, { asFile: asFiles.checked, caption: at === 0 ? caption : "" })));

  return { element, add, clear, wire, count: () => files.length, isAlbum: () => album.checked && files.length > 1 };
}
