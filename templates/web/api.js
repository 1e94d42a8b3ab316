/** Speaks the sandbox's control API: every call is JSON, every refusal an Error with words for a person. */

async function call(path, options = {}) {
  const answer = await fetch(path, { cache: "no-store", ...options });
  const body = await answer.json().catch(() => null);
  if (!answer.ok || body?.ok === false) throw new Error(refusal(answer, body));
  return body;
}

function refusal(answer, body) {
  const words = body?.description ?? body?.error?.message ?? body?.error;
  return typeof words === "string" ? words : `${answer.status} ${answer.statusText}`;
}

const read = (path) => call(path);

const tell = (verb, body) =>
  call(`/sandbox/${verb}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** How long a press waits for the bot's answer before the button is released, in seconds. */
const PRESS_WAIT = 10;

export const state = () => read("/sandbox/state");

export const messages = (viewer, chat, { before = null, limit = 60, seen = false } = {}) => {
  const query = new URLSearchParams({ viewer, chat, limit });
  if (before) query.set("before", before);
  if (seen) query.set("read", "1");
  return read(`/sandbox/messages?${query}`);
};

/** Commands which the bot offers this person in this chat, as Bot API BotCommand objects. */
export const commands = (viewer, chat) => read(`/sandbox/commands?${new URLSearchParams({ viewer, chat })}`);

/** Clears the unread count. */
export const seen = (viewer, chat) => tell("read", { viewer, chat });

export const send = (body) => tell("send", body);
export const forward = (body) => tell("forward", body);
export const edit = (body) => tell("edit", body);
export const press = (body) => tell("press", { wait: PRESS_WAIT, ...body });
export const start = (from, payload = null) => tell("start", payload ? { from, payload } : { from });
export const block = (from, blocked) => tell("block", { from, blocked });
export const clock = (body) => tell("clock", body);

/** The next-step hints somebody wrote for this sample company, or null. */
export const story = () => read("/web/story.json").catch(() => null);

/** Where the bytes of a Bot API file are shown from. */
export const fileUrl = (fileId) => `/sandbox/file/${encodeURIComponent(fileId)}`;
