/** Follows the sandbox's server-sent events and turns each into a change of the store. */

import * as api from "./api.js";
import { dropMessages, forgetChats, putMessages, putReaction, setUnread, store, takeClock, takeState, tell } from "./store.js";

const PAUSE_AFTER_LOSS = 1000;

const chatOf = (event) => event.chat ?? event.message?.chat?.id;

const HANDLERS = {
  message: (event) => putMessages(chatOf(event), event.messages ?? [event.message], "message"),
  edit: (event) => putMessages(chatOf(event), event.messages ?? [event.message], "edit"),
  delete: (event) => dropMessages(chatOf(event), event.message_ids ?? [event.message_id]),
  reaction: (event) => putReaction(chatOf(event), event.message_id, event.reaction),
  toast: (event) => tell("toast", event),
  typing: (event) => tell("typing", { ...event, chat: chatOf(event) }),
  clock: (event) => takeClock(event.clock ?? event),
  unread: (event) => setUnread(event.viewer, event.chat, event.count ?? event.unread ?? 0),
  people: () => refresh(),
  reload: () => loadAgain(),
};

/** People or groups changed: their list is read anew; which events were heard stays. */
async function refresh() {
  const state = await api.state();
  takeState({ ...state, seq: store.seq });
}

/** Too much was missed: everything is read anew. */
async function loadAgain() {
  takeState(await api.state());
  forgetChats();
  tell("reload");
}

function hear(message) {
  const event = JSON.parse(message.data);
  if (event.seq) store.seq = event.seq;
  HANDLERS[event.type]?.(event);
}

/** Opens the stream and opens it again after a loss, from the last event that was heard. */
export function follow() {
  const stream = new EventSource(`/sandbox/events?after=${store.seq}`);
  stream.onopen = () => tell("online", true);
  stream.onmessage = hear;
  stream.onerror = () => {
    stream.close();
    tell("online", false);
    setTimeout(follow, PAUSE_AFTER_LOSS);
  };
}
