/** One message, or one album, as a bubble. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";
import { formatted } from "./entities.js";
import { inlineKeyboard } from "./keyboards.js";
import { fileChips, photoGrid } from "./media.js";
import { clockTime, offsetOf, shortMoment } from "./moments.js";
import { serviceWords } from "./service.js";
import { nameOf, store } from "./store.js";

const offset = () => offsetOf(store.clock.now);

/** "08:12" in the sandbox's zone for a Bot API date. */
export const timeOf = (message) => clockTime(message.date * 1000, offset());

const senderOf = (message) => nameOf(message.sender_chat ?? message.from);

/**
 * The article for `messages` (one, or an album's in order).
 * `view`: `viewer` id, `isGroup`, `showsName`, `act` (press, link, command, menu, jump, pick) and `picked(id)`.
 */
export function bubble(messages, view) {
  const [first] = messages;
  const own = first.from?.id === view.viewer;
  const label = t("message.from", { name: senderOf(first), time: timeOf(first) });
  return el(
    "article",
    { class: `message ${own ? "own" : "other"}`, tabindex: "-1", "aria-label": label, data: { testid: "message", id: first.message_id, ids: JSON.stringify(messages.map((message) => message.message_id)), from: first.from?.id } },
    pick(messages, view),
    el("div", { class: "bubble" }, ...inside(messages, view, own)),
    button(t("message.actions"), { icon: "more", class: "plain actions", tabindex: "-1", "aria-haspopup": "menu" }, (event) => view.act.menu(first, event.currentTarget)),
  );
}

function inside(messages, view, own) {
  const [first] = messages;
  const keyboardOf = messages.find((message) => message.reply_markup?.inline_keyboard);
  const act = { press: (data, node) => view.act.press(keyboardOf, data, node), link: view.act.link };
  return [
    view.isGroup && view.showsName && !own ? el("p", { class: `sender tint-${Math.abs(first.from?.id ?? 0) % 6}`, dir: "auto", text: senderOf(first) }) : null,
    forwardedLine(first),
    quoteLine(first, view),
    photoGrid(messages),
    ...messages.flatMap(fileChips),
    ...messages.map((message) => words(message, view)),
    isUnknown(messages) ? el("p", { class: "muted", text: t("media.other") }) : null,
    footer(messages),
    keyboardOf ? inlineKeyboard(keyboardOf.reply_markup, act) : null,
  ];
}

function pick(messages, view) {
  const ids = messages.map((message) => message.message_id);
  const box = el("input", { type: "checkbox", class: "pick", "aria-label": t("select.toggle"), checked: view.picked(ids[0]) });
  box.addEventListener("change", () => view.act.pick(ids, box.checked));
  return box;
}

function words(message, view) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const act = (kind, value) => (kind === "link" ? view.act.inside(value) : view.act[kind](value));
  const context = { key: `${message.chat.id}/${message.message_id}`, act };
  return el("div", { class: "text", dir: "auto" }, ...formatted(text, message.entities ?? message.caption_entities, context));
}

const KNOWN = ["text", "caption", "photo", "document", "video", "voice", "audio", "sticker", "animation", "video_note"];

const isUnknown = (messages) => messages.every((message) => KNOWN.every((name) => message[name] === undefined));

const ORIGIN_NAMES = {
  user: (origin) => nameOf(origin.sender_user),
  hidden_user: (origin) => origin.sender_user_name,
  chat: (origin) => origin.sender_chat.title,
  channel: (origin) => origin.chat.title,
};

function forwardedLine(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const name = ORIGIN_NAMES[origin.type]?.(origin) ?? "";
  const key = origin.type === "hidden_user" ? "message.forwarded.hidden" : "message.forwarded";
  return el("p", { class: "forwarded", dir: "auto", data: { testid: "forwarded" }, text: `${t(key, { name })} · ${shortMoment(origin.date * 1000, offset())}` });
}

function quoteLine(message, view) {
  const to = message.reply_to_message;
  if (!to) return null;
  const quoted = message.quote?.text ?? to.text ?? to.caption ?? serviceWords(to) ?? t(to.photo ? "media.photo" : "message.gone");
  return el(
    "button",
    { type: "button", class: "reply-quote", title: t("message.quote"), data: { testid: "reply-quote" }, on: { click: () => view.act.jump(to.message_id) } },
    el("span", { class: "reply-name", dir: "auto", text: senderOf(to) }),
    el("span", { class: "reply-text", dir: "auto", text: quoted }),
  );
}

function footer(messages) {
  const edited = messages.some((message) => message.edit_date);
  const reaction = messages.map((message) => reactionWords(message.shownReaction)).find(Boolean);
  return el(
    "p",
    { class: "footer" },
    reaction ? el("span", { class: "reaction", role: "img", "aria-label": t("message.reaction", { what: reaction }), text: reaction }) : null,
    edited ? el("span", { data: { testid: "edited" }, text: t("message.edited") }) : null,
    el("time", { datetime: new Date(messages[0].date * 1000).toISOString(), text: timeOf(messages[0]) }),
  );
}

const reactionWords = (reaction) => (reaction ?? []).map((one) => one.emoji ?? "★").join("");
