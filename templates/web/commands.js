/** The bot's command list: by its button, or while "/" is typed. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";
import * as api from "./api.js";
import { failed } from "./toasts.js";

/**
 * A list that opens above the text field. `place()` answers {viewer, chat}, `text` is the field, `say(words)` sends.
 */
export function createCommandList({ place, text, say }) {
  let offered = [];
  let chosen = -1;
  let asked = 0;
  const element = el("div", { class: "commands", hidden: true, role: "group", "aria-label": t("composer.commands"), data: { testid: "commands" } });
  const opener = button("/", { class: "plain slash", "aria-expanded": "false", "aria-label": t("composer.commands"), title: t("composer.commands") }, () => (element.hidden ? open("") : close()));

  async function open(start) {
    const { viewer, chat } = place();
    const turn = (asked += 1);
    try {
      const { commands } = await api.commands(viewer, chat);
      if (turn === asked) show(commands.filter(({ command }) => command.startsWith(start)));
    } catch (error) {
      failed(error);
    }
  }

  function show(commands) {
    offered = commands;
    chosen = -1;
    element.replaceChildren(...commands.map(row));
    element.hidden = !commands.length;
    opener.setAttribute("aria-expanded", String(!element.hidden));
  }

  function row({ command, description }) {
    return el("button", { type: "button", class: "command-row", on: { click: () => send(command) } }, el("span", { class: "command-name", text: `/${command}` }), el("span", { class: "muted", dir: "auto", text: description }));
  }

  function send(command) {
    close();
    text.value = "";
    text.dispatchEvent(new Event("input"));
    text.focus();
    say(`/${command}`).catch(failed);
  }

  /** Also gives up an answer that is still on its way. */
  function close() {
    asked += 1;
    element.hidden = true;
    opener.setAttribute("aria-expanded", "false");
  }

  function suggest() {
    const typed = /^\/([a-z_]*)$/.exec(text.value);
    if (typed) open(typed[1]);
    else close();
  }

  function mark(step) {
    chosen = (chosen + step + offered.length) % offered.length;
    [...element.children].forEach((node, at) => node.classList.toggle("marked", at === chosen));
    element.children[chosen].scrollIntoView({ block: "nearest" });
  }

  /** Whether the key was for the list: arrows move, Enter or Tab takes, Esc closes. */
  function onKey(event) {
    if (element.hidden) return false;
    const deeds = {
      ArrowDown: () => mark(1),
      ArrowUp: () => mark(chosen < 0 ? 0 : -1),
      Escape: close,
      ...(chosen >= 0 ? { Enter: () => send(offered[chosen].command), Tab: () => send(offered[chosen].command) } : {}),
    };
    if (!(event.key in deeds)) return false;
    event.preventDefault();
    event.stopPropagation();
    deeds[event.key]();
    return true;
  }

  return { element, opener, suggest, close, onKey };
}
