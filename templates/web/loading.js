/** Reads a chat's messages into the store, newest page first, earlier ones on wish. */

import * as api from "./api.js";
import { chatMessages, isOutdated, putMessages, setUnread, unreadIn } from "./store.js";

const PAGE = 60;
const complete = new Set();

/** Whether earlier messages than the known ones may exist. */
export const mayHaveOlder = (chat) => chatMessages(chat).size >= PAGE && !complete.has(chat);

/** The newest page of a chat, which counts as read by this person. */
export async function loadChat(viewer, chat) {
  take(chat, await api.messages(viewer, chat, { limit: PAGE, seen: true }));
  setUnread(viewer, chat, 0);
}

/** One page before the earliest known message. */
export async function loadOlder(viewer, chat) {
  const before = Math.min(...chatMessages(chat).keys());
  take(chat, await api.messages(viewer, chat, { before, limit: PAGE }));
}

/** A page's messages with the bot's reactions, which a Message does not carry. */
function take(chat, { messages, reactions = {}, seq = Infinity }) {
  if (messages.length < PAGE) complete.add(chat);
  const current = messages.filter((message) => !isOutdated(chat, message.message_id, seq));
  const shown = current.map((message) => ({ ...message, shownReaction: reactions[message.message_id] }));
  putMessages(chat, shown, "history");
}

/** Tells the sandbox that this person looked at the chat. */
export async function markRead(viewer, chat) {
  await api.seen(viewer, chat);
  if (unreadIn(viewer, chat)) setUnread(viewer, chat, 0);
}
