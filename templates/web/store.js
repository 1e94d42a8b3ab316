/** What the page knows: people, groups, clock, unread counts and the messages of every opened chat. */

/** Told on every change; `topic` is "people", "clock", "unread", "reload", "online", "toast", "typing" or "chat". */
const news = new EventTarget();

export const store = {
  seq: 0,
  bot: { id: 0, first_name: "Gongdao" },
  clock: { now: "1970-01-01T00:00:00+00:00", running: false, heardAt: 0 },
  people: new Map(),
  groups: new Map(),
  unread: {},
  chats: new Map(),
  moved: new Map(),
};

export const tell = (topic, detail = null) => news.dispatchEvent(new CustomEvent(topic, { detail }));

export const listen = (topic, hear) => news.addEventListener(topic, (event) => hear(event.detail));

/** Takes a whole state answer; opened chats are kept, their owners load them again on "reload". */
export function takeState(state) {
  store.seq = state.seq;
  store.bot = state.bot;
  store.people = new Map(state.people.map((person) => [person.id, person]));
  store.groups = new Map(state.groups.map((group) => [group.id, group]));
  store.unread = state.unread ?? {};
  takeClock(state.clock);
  tell("people");
}

export function takeClock(clock) {
  store.clock = { ...clock, heardAt: performance.now() };
  tell("clock");
}

/** The sandbox's time now in ms since 1970; between two reports it walks on only if the clock runs. */
export function sandboxNow() {
  const { now, running, heardAt } = store.clock;
  return Date.parse(now) + (running ? performance.now() - heardAt : 0);
}

/** The messages of a chat by id; the same map for everybody in the chat. */
export function chatMessages(chat) {
  if (!store.chats.has(chat)) store.chats.set(chat, new Map());
  return store.chats.get(chat);
}

/** At which event a message was last heard of: an answer from before it must not bring its old state back. */
const heard = new Map();

const noteHeard = (chat, ids) => ids.forEach((id) => heard.set(`${chat}/${id}`, store.seq));

/** Whether an answer that was made at event `seq` is older than what is known of this message. */
export const isOutdated = (chat, id, seq) => (heard.get(`${chat}/${id}`) ?? 0) > seq;

/** Before everything is read anew. */
export function forgetChats() {
  heard.clear();
  store.chats.clear();
}

/** Adds or replaces messages; the same news twice changes nothing but is told. */
export function putMessages(chat, messages, kind = "message") {
  const known = chatMessages(chat);
  const fresh = messages.filter((message) => !known.has(message.message_id));
  if (kind !== "history") noteHeard(chat, messages.map((message) => message.message_id));
  for (const message of messages) {
    const shownReaction = message.shownReaction ?? known.get(message.message_id)?.shownReaction;
    known.set(message.message_id, { ...message, shownReaction });
    if (message.migrate_to_chat_id) store.moved.set(chat, message.migrate_to_chat_id);
  }
  tell("chat", { chat, kind, fresh, messages });
}

export function dropMessages(chat, ids) {
  const known = chatMessages(chat);
  for (const id of ids) known.delete(id);
  noteHeard(chat, ids);
  tell("chat", { chat, kind: "delete", fresh: [], messages: [] });
}

export function putReaction(chat, id, reaction) {
  const known = chatMessages(chat);
  noteHeard(chat, [id]);
  if (!known.has(id)) return;
  known.set(id, { ...known.get(id), shownReaction: reaction });
  tell("chat", { chat, kind: "edit", fresh: [], messages: [known.get(id)] });
}

/** The chats of a person: the private one with the bot first, then the groups they are in. */
export function chatsOf(viewer) {
  const groups = [...store.groups.values()].filter((group) => group.members.includes(viewer));
  return [viewer, ...groups.map((group) => group.id)];
}

export const unreadIn = (viewer, chat) => store.unread[viewer]?.[chat] ?? 0;

export const unreadOf = (viewer) => chatsOf(viewer).reduce((sum, chat) => sum + unreadIn(viewer, chat), 0);

export function setUnread(viewer, chat, count) {
  store.unread[viewer] = { ...store.unread[viewer], [chat]: count };
  tell("unread");
}

/** First and last name, written the way the name's own script writes them. */
export function nameOf(user) {
  if (!user) return "";
  const { first_name: first = "", last_name: last = "" } = user;
  if (!last) return first || user.title || "";
  return /[\u3400-\u9fff]/.test(first + last) ? last + first : `${first} ${last}`;
}
