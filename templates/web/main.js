/** Puts the page together: people on the left, one or two chat windows, the clock and the hints above. */

import { button } from "./dom.js";
import { switchLanguage, t, translate } from "./i18n.js";
import * as api from "./api.js";
import { readAddress, writeAddress } from "./address.js";
import { createClock } from "./clock.js";
import { follow } from "./events.js";
import { createGuide } from "./guide.js";
import { createPane } from "./pane.js";
import { createPeople } from "./people.js";
import { chatsOf, listen, store, takeState } from "./store.js";
import { failed, showAnswer } from "./toasts.js";

const byId = (id) => document.getElementById(id);
const isNarrow = () => matchMedia("(max-width: 719px)").matches;

const left = createPane({ number: 1, hasPicker: false, opened: onOpened, back });
const right = createPane({ number: 2, hasPicker: true, opened: onOpened, back });
const people = createPeople(byId("people-list"), { open: openPerson, current: () => left.place().viewer });
const clock = createClock(byId("clock"));

function onOpened() {
  people.render();
  writeAddress(hasTwo() ? [left.place(), right.place()] : [left.place()]);
}

const hasTwo = () => document.body.dataset.columns === "2";

async function openPerson(viewer, chat = viewer) {
  document.body.dataset.view = "chat";
  await left.open(viewer, chat);
  left.focus(isNarrow());
}

function back() {
  document.body.dataset.view = "list";
  byId("people-list").querySelector("[aria-current]")?.focus();
}

async function setColumns(two) {
  document.body.dataset.columns = two ? "2" : "1";
  columns.textContent = t(two ? "page.columns.off" : "page.columns");
  columns.setAttribute("aria-pressed", String(two));
  if (two) byId("panes").append(right.element);
  else right.element.remove();
  if (two && right.place().viewer === null) await right.open(somebodyElse());
  else onOpened();
}

/** Who stands beside the first person: the next one who uses the bot. */
function somebodyElse() {
  const ids = [...store.people.values()].filter((person) => person.started).map((person) => person.id);
  const at = ids.indexOf(left.place().viewer);
  return ids[(at + 1) % ids.length] ?? left.place().viewer;
}

const columns = button(t("page.columns"), { class: "step columns", data: { testid: "columns" } }, () => setColumns(!hasTwo()).catch(failed));

function buildTools(guide) {
  const help = button(t("page.help"), { icon: "help", class: "plain", data: { testid: "help" } }, guide.toggle);
  help.hidden = !guide.hasSteps;
  const language = button(t("page.language"), { class: "step", lang: t("page.language") === "English" ? "en" : "zh-Hans", "aria-label": t("page.language.label"), data: { testid: "language" } }, switchLanguage);
  byId("tools").append(columns, help, language);
}

async function openAsAddressed() {
  const known = readAddress().filter(({ viewer, chat }) => store.people.has(viewer) && chatsOf(viewer).includes(chat));
  const [first, second] = known;
  if (!first && isNarrow()) return;
  const viewer = first?.viewer ?? [...store.people.keys()][0];
  if (viewer === undefined) return;
  document.body.dataset.view = "chat";
  await left.open(viewer, first?.chat ?? viewer);
  if (!second) return;
  await right.open(second.viewer, second.chat);
  await setColumns(true);
}

function onToast(event) {
  const seenBy = [left, ...(hasTwo() ? [right] : [])].map((pane) => pane.place().viewer);
  if (seenBy.includes(event.viewer)) showAnswer(event.id, event.answer ?? event);
}

function onEscape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  back();
}

async function begin() {
  translate(document);
  byId("panes").append(left.element);
  listen("toast", onToast);
  listen("online", (isOnline) => (byId("offline").hidden = isOnline));
  document.addEventListener("keydown", onEscape);
  takeState(await api.state());
  clock.render();
  buildTools(createGuide(byId("guide"), await api.story(), { open: (viewer, chat) => openPerson(viewer, chat).catch(failed) }));
  await openAsAddressed();
  follow();
  document.body.dataset.ready = "yes";
}

begin().catch(failed);
