/** What pressing things inside messages does: buttons, links, commands, the message's own menu. */

import * as api from "./api.js";
import { t } from "./i18n.js";
import { copyText } from "./clipboard.js";
import { openForward } from "./forwarding.js";
import { openMenu } from "./menu.js";
import { store } from "./store.js";
import { failed, showAnswer } from "./toasts.js";

const FLASH_FOR = 1600;

/** The payload of a link that starts this bot: "" for none, null for any other link. */
export function startPayload(url, username) {
  const found = /^(?:https?:\/\/)?t\.me\/([^/?#]+)(?:\?start=([\w-]*))?$/i.exec(url) ?? /^tg:\/\/resolve\?domain=([^&]+)(?:&start=([\w-]*))?$/i.exec(url);
  return found && found[1].toLowerCase() === username?.toLowerCase() ? (found[2] ?? "") : null;
}

/** The acts of one window; `find(id)` answers the article of a message. */
export function createActs({ place, composer, selection, find }) {
  async function press(message, data, node) {
    if (node.getAttribute("aria-busy")) return;
    node.setAttribute("aria-busy", "true");
    const { viewer, chat } = place();
    try {
      const { id, answer } = await api.press({ from: viewer, chat, message_id: message.message_id, data });
      if (answer?.url) link(answer.url);
      showAnswer(id, answer);
    } catch (error) {
      failed(error);
    } finally {
      node.removeAttribute("aria-busy");
    }
  }

  /** Follows a link; true when it was one that starts the bot and so was handled here. */
  function inside(url) {
    const payload = startPayload(url, store.bot.username);
    if (payload === null) return false;
    api.start(place().viewer, payload || null).catch(failed);
    return true;
  }

  function link(url) {
    if (!inside(url)) window.open(url, "_blank", "noopener,noreferrer");
  }

  function jump(id) {
    const article = find(id);
    if (!article) return;
    article.scrollIntoView({ block: "center" });
    article.focus({ preventScroll: true });
    article.classList.add("flash");
    setTimeout(() => article.classList.remove("flash"), FLASH_FOR);
  }

  function menu(message, anchor) {
    const { viewer, chat } = place();
    const text = message.text ?? message.caption;
    const isOwnText = message.from?.id === viewer && !message.forward_origin && text !== undefined;
    const ids = idsWith(message, anchor);
    openMenu(anchor, t("message.actions"), [
      { label: t("message.reply"), act: () => composer.reply(message) },
      ...(isOwnText ? [{ label: t("message.edit"), act: () => composer.change(message) }] : []),
      { label: t("message.forward"), act: () => openForward({ viewer, chat, ids, done: () => {} }) },
      { label: t("message.select"), act: () => startSelecting(ids) },
      ...(text ? [{ label: t("message.copy"), act: () => copyText(text) }] : []),
    ]);
  }

  /** An album is forwarded whole. */
  const idsWith = (message, anchor) => JSON.parse(anchor.closest("article").dataset.ids ?? `[${message.message_id}]`);

  function startSelecting(ids) {
    selection.start(ids);
    const box = find(ids[0])?.querySelector(".pick");
    if (!box) return;
    box.checked = true;
    box.focus();
  }

  return { press, link, inside, menu, jump, command: (words) => composer.say(words), pick: selection.pick };
}
