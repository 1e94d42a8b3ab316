/** Arranges a chat's messages into what is shown: days, service lines, single messages, albums. */

import { dayKey, dayName, fullDayName, offsetOf } from "./moments.js";
import { serviceWords } from "./service.js";
import { store } from "./store.js";

/**
 * Items in order, each with a `key` that outlives edits and a `signature` that changes with what is shown:
 * `{kind: "day" | "service", words}` or `{kind: "message", messages, showsName}`.
 */
export function arranged(messages) {
  const items = [];
  const offset = offsetOf(store.clock.now);
  let day = "";
  for (const message of [...messages].sort((a, b) => a.message_id - b.message_id)) {
    const today = dayKey(message.date * 1000, offset);
    if (today !== day) items.push(dayLine(message, today, offset));
    day = today;
    add(items, message);
  }
  return items.map((item) => ({ ...item, signature: JSON.stringify([item.words, item.messages, item.showsName]) }));
}

function dayLine(message, today, offset) {
  const sameYear = today.slice(0, 4) === store.clock.now.slice(0, 4);
  const words = (sameYear ? dayName : fullDayName)(message.date * 1000, offset);
  return { kind: "day", key: `day/${today}`, words };
}

function add(items, message) {
  const words = serviceWords(message);
  const last = items.at(-1);
  if (words !== null) items.push({ kind: "service", key: `service/${message.message_id}`, words });
  else if (message.media_group_id && last?.album === message.media_group_id) last.messages.push(message);
  else items.push({ kind: "message", key: `message/${message.message_id}`, album: message.media_group_id, messages: [message], showsName: last?.messages?.at(-1).from?.id !== message.from?.id });
}
