/** Turns a text with Bot API entities (UTF-16 offsets, nested or overlapping) into DOM nodes. */

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { copyText } from "./clipboard.js";

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };
const ALLOWED_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/** Which expandable quotes and spoilers somebody opened; an edit of the message must not close them. */
const opened = new Set();

/**
 * Nodes for `text`. `context`: `key` names the message, `act(kind, value)` is called with "command" or "link"
 * when one is pressed; a link that `act` answers true for is not followed.
 */
export function formatted(text, entities, context) {
  const sorted = (entities ?? [])
    .filter((entity) => entity.length > 0 && entity.offset < text.length)
    .map((entity) => ({ ...entity, end: Math.min(entity.offset + entity.length, text.length) }))
    .sort((a, b) => a.offset - b.offset || b.end - a.end);
  return slice(text, 0, text.length, sorted, context);
}

/** Nodes for [from, to); an entity that reaches past its parent is cut there and goes on behind it. */
function slice(text, from, to, entities, context) {
  const nodes = [];
  const rest = [...entities];
  let at = from;
  let before = null;
  while (rest.length) {
    const entity = rest.shift();
    nodes.push(between(text.slice(at, entity.offset), before, entity));
    nodes.push(wrap(entity, text, takeInner(entity, rest), context));
    at = entity.end;
    before = entity;
  }
  nodes.push(between(text.slice(at, to), before, null));
  return nodes.filter((node) => node !== "");
}

/** Plain words beside blocks: a block stands on lines of its own, so the line break next to it is already there. */
function between(words, before, after) {
  const tail = before && BLOCKS.has(before.type) && words.startsWith("\n") ? words.slice(1) : words;
  return after && BLOCKS.has(after.type) && tail.endsWith("\n") ? tail.slice(0, -1) : tail;
}

function takeInner(outer, rest) {
  const inner = [];
  while (rest.length && rest[0].offset < outer.end) {
    const entity = rest.shift();
    inner.push({ ...entity, end: Math.min(entity.end, outer.end) });
    if (entity.end > outer.end) queue(rest, { ...entity, offset: outer.end });
  }
  return inner;
}

function queue(rest, entity) {
  const place = rest.findIndex((other) => other.offset > entity.offset || (other.offset === entity.offset && other.end < entity.end));
  rest.splice(place < 0 ? rest.length : place, 0, entity);
}

function wrap(entity, text, inner, context) {
  const children = slice(text, entity.offset, entity.end, inner, context);
  const words = text.slice(entity.offset, entity.end);
  const special = SPECIAL[entity.type];
  if (special) return special({ entity, children, words, context });
  if (entity.type in TAGS) return el(TAGS[entity.type], {}, ...children);
  return el("span", { class: `entity-${entity.type}` }, ...children);
}

const SPECIAL = {
  url: ({ children, words, context }) => link(words, children, context),
  text_link: ({ entity, children, context }) => link(entity.url, children, context),
  email: ({ children, words, context }) => link(`mailto:${words}`, children, context),
  bot_command: ({ children, words, context }) =>
    el("button", { type: "button", class: "command", on: { click: () => context.act("command", words) } }, ...children),
  pre: ({ entity, children, words }) => codeBlock(entity, children, words),
  spoiler: ({ entity, children, context }) => spoiler(`${context.key}/s${entity.offset}`, children),
  expandable_blockquote: ({ entity, children, context }) => expandable(`${context.key}/q${entity.offset}`, children),
};

/** The address if it may be opened from here, else null. */
export function safeAddress(words) {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`;
  try {
    return ALLOWED_SCHEMES.has(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}

function link(words, children, context) {
  const address = safeAddress(words);
  if (!address) return el("span", {}, ...children);
  const follow = (event) => context.act("link", address) && event.preventDefault();
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", on: { click: follow } }, ...children);
}

function codeBlock(entity, children, words) {
  const copy = el("button", { type: "button", class: "quiet", text: t("message.code") });
  copy.addEventListener("click", () => copyText(words, copy));
  return el("figure", { class: "code" }, el("figcaption", {}, entity.language ?? "", copy), el("pre", { tabindex: "0" }, el("code", {}, ...children)));
}

function spoiler(key, children) {
  if (opened.has(key)) return el("span", { class: "spoiler open" }, ...children);
  const hidden = el("span", { class: "hidden-words", "aria-hidden": "true" }, ...children);
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("message.spoiler") }, hidden);
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    opened.add(key);
    node.replaceWith(spoiler(key, [...hidden.childNodes]));
  };
  node.addEventListener("click", show);
  node.addEventListener("keydown", show);
  return node;
}

function expandable(key, children) {
  const toggle = el("button", { type: "button", class: "quiet" });
  const quoted = el("div", { class: "quoted" }, ...children);
  const quote = el("blockquote", { class: "expandable" }, quoted, toggle);
  // A quote that fits has nothing to unfold.
  const measure = () => quote.classList.toggle("fits", !opened.has(key) && quoted.scrollHeight <= quoted.clientHeight + 1);
  new ResizeObserver(measure).observe(quoted);
  const show = () => {
    quote.classList.toggle("open", opened.has(key));
    toggle.textContent = t(opened.has(key) ? "message.hide" : "message.show");
    toggle.setAttribute("aria-expanded", String(opened.has(key)));
  };
  toggle.addEventListener("click", () => {
    if (!opened.delete(key)) opened.add(key);
    show();
  });
  show();
  return quote;
}
