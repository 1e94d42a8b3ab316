/** Reads a chat's messages into the store, newest page first, earlier ones on wish. */

import * as api from "./api.js";
import { chatMessages, putMessages, setUnread, unreadIn } from "./store.js";

const PAGE = 60;
const complete = new Set();

/** Whether earlier messages than the known ones may exist. */
export const mayHaveOlder = (chat) => chatMessages(chat).size >= PAGE && !complete.has(chat);

/** The newest page of a chat, which counts as read by this person. */
export async function loadChat(viewer, chat) {
  const { messages } = await api.messages(viewer, chat, { limit: PAGE, seen: true });
  if (messages.length < PAGE) complete.add(chat);
  putMessages(chat, messages, "history");
  setUnread(viewer, chat, 0);
}

/** One page before the earliest known message. */
export async function loadOlder(viewer, chat) {
  const before = Math.min(...chatMessages(chat).keys());
  const { messages } = await api.messages(viewer, chat, { before, limit: PAGE });
  if (messages.length < PAGE) complete.add(chat);
  putMessages(chat, messages, "history");
}

/** Tells the sandbox that this person looked at the chat. */
export async function markRead(viewer, chat) {
  await api.messages(viewer, chat, { limit: 1, seen: true });
  if (unreadIn(viewer, chat)) setUnread(viewer, chat, 0);
}
