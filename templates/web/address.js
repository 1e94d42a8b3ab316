/** Which chats are open, in the page's address: #VIEWER/CHAT, and +VIEWER/CHAT for the second window. */

/** The windows the address names, as [{viewer, chat}]. */
export function readAddress() {
  return location.hash
    .slice(1)
    .split("+")
    .map((part) => /^(-?\d+)(?:\/(-?\d+))?$/.exec(part))
    .filter(Boolean)
    .map((found) => ({ viewer: Number(found[1]), chat: Number(found[2] ?? found[1]) }));
}

/** Writes the windows into the address without a step in the browser's history. */
export function writeAddress(places) {
  const parts = places.filter(({ viewer }) => viewer !== null).map(({ viewer, chat }) => `${viewer}/${chat}`);
  history.replaceState(null, "", parts.length ? `#${parts.join("+")}` : location.pathname);
}
