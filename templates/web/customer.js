/** The dialog that forwards a customer's message to the bot: what a sales person does first. */

import { button, el } from "./dom.js";
import { language, t } from "./i18n.js";
import * as api from "./api.js";
import { wireFile } from "./attachments.js";
import { openDialog } from "./dialog.js";
import { EXAMPLES } from "./examples.js";
import { offsetOf, shortDay } from "./moments.js";
import { paint } from "./pictures.js";
import { nameOf, putMessages, sandboxNow, store } from "./store.js";
import { failed } from "./toasts.js";

const A_DAY = 86_400_000;
const MINUTES_AGO = 12;
const STRANGER = 7_700_000_001;

const isSales = (person) => /销售|sales/i.test(person.note ?? "");

/** Whether forwarding a customer's message is what this person does first; where nobody is sales, everybody's. */
export function forwardsCustomers(viewer) {
  const people = [...store.people.values()];
  return !people.some(isSales) || isSales(store.people.get(viewer));
}

/** Opens the dialog for a person; the message goes to their private chat with the bot. */
export function openCustomer(viewer) {
  const form = createForm();
  const name = nameOf(store.people.get(viewer));
  openDialog({ title: t("customer.title"), testid: "customer-dialog", className: "wide" }, (dialog) => {
    const send = button(t("customer.send"), { icon: "forward", wide: true, class: "solid", data: { testid: "customer-send" } }, async () => {
      send.disabled = true;
      await submit(viewer, form, dialog);
      send.disabled = false;
    });
    return [el("p", { class: "muted", text: t("customer.lead", { name }) }), form.element, el("div", { class: "dialog-actions" }, form.problem, send)];
  });
  form.use(EXAMPLES[0]);
}

const twoDaysAgo = () => shortDay(sandboxNow() - 2 * A_DAY, offsetOf(store.clock.now));

async function submit(viewer, form, dialog) {
  const { texts, files, name, hidden, asCaption } = await form.values();
  form.problem.textContent = texts.length || files.length ? "" : t("customer.nothing");
  if (form.problem.textContent) return;
  try {
    for (const body of await bodies(viewer, { texts, files, asCaption, origin: origin(name, hidden) })) putMessages(viewer, (await api.send(body)).messages);
    dialog.close();
  } catch (error) {
    failed(error);
  }
}

function origin(name, hidden) {
  const date = Math.floor(sandboxNow() / 1000) - MINUTES_AGO * 60;
  return hidden ? { type: "hidden_user", name, date } : { type: "user", id: STRANGER, name, date };
}

/** The texts, then the photos; or only the photos, the first with all the words under it. */
async function bodies(viewer, { texts, files, asCaption, origin: from }) {
  const isOne = asCaption && files.length > 0;
  const sent = isOne ? [] : texts.map((text) => ({ from: viewer, chat: viewer, text, origin: from }));
  if (!files.length) return sent;
  const caption = isOne ? texts.join("\n") : "";
  const wired = await Promise.all(files.map((file, at) => wireFile(file, { caption: at === 0 ? caption : "" })));
  return [...sent, { from: viewer, chat: viewer, files: wired, album: wired.length > 1, origin: from }];
}

function createForm() {
  const photos = createPhotos();
  const name = el("input", { type: "text", id: "customer-name", autocomplete: "off", data: { testid: "customer-name" } });
  const visible = el("input", { type: "radio", name: "customer-sender", checked: true });
  const hidden = el("input", { type: "radio", name: "customer-sender", data: { testid: "customer-hidden" } });
  const text = el("textarea", { id: "customer-text", rows: "6", dir: "auto", data: { testid: "customer-text" } });
  const asCaption = el("input", { type: "checkbox", data: { testid: "customer-caption" } });
  const problem = el("p", { class: "problem", role: "alert" });
  const examples = el("div", { class: "chips", role: "group", "aria-label": t("customer.example") });

  function use(example) {
    name.value = example.name;
    hidden.checked = example.hidden;
    visible.checked = !example.hidden;
    text.value = example.texts.join("\n\n").replaceAll("{day}", twoDaysAgo());
    photos.draw(example);
    [...examples.children].forEach((chip, at) => chip.setAttribute("aria-pressed", String(EXAMPLES[at] === example)));
  }

  examples.append(...EXAMPLES.map((example) => button(example.label[language], { class: "chip", "aria-pressed": "false", data: { example: example.id } }, () => use(example))));
  const element = el(
    "div",
    { class: "form" },
    examples,
    el("label", { for: "customer-name", text: t("customer.name") }),
    name,
    el("fieldset", {}, el("legend", { text: t("customer.sender") }), el("label", { class: "switch" }, visible, t("customer.visible")), el("label", { class: "switch" }, hidden, t("customer.hidden"))),
    el("label", { for: "customer-text", text: t("customer.text") }),
    text,
    photos.element,
    el("label", { class: "switch" }, asCaption, t("customer.caption")),
  );
  const values = async () => ({ texts: text.value.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean), files: await photos.files(), name: name.value.trim() || "?", hidden: hidden.checked, asCaption: asCaption.checked });
  return { element, use, values, problem };
}

/** The photos of the dialog: painted examples and own files, each with a box to leave it out. */
function createPhotos() {
  let entries = [];
  let ready = Promise.resolve();
  let drawing = 0;
  const list = el("div", { class: "photo-choices" });
  const picker = el("input", { type: "file", accept: "image/*", multiple: true, class: "off-screen", tabindex: "-1", "aria-hidden": "true" });
  const add = button(t("customer.add"), { icon: "attach", wide: true, class: "quiet" }, () => picker.click());
  const element = el("fieldset", { class: "photos-field" }, el("legend", { text: t("customer.photos") }), list, add, picker);

  function choice(file, words) {
    const box = el("input", { type: "checkbox", checked: true, "aria-label": words });
    const url = URL.createObjectURL(file);
    const image = el("img", { src: url, alt: "", on: { load: () => URL.revokeObjectURL(url) } });
    list.append(el("label", { class: "photo-choice", title: words }, image, box));
    entries.push({ file, box });
  }

  async function drawAll(example) {
    const turn = (drawing += 1);
    const files = await Promise.all(example.pictures.map((kind) => paint(kind, example.plate)));
    if (turn !== drawing) return;
    entries = [];
    list.replaceChildren();
    files.forEach((file, at) => choice(file, t("customer.photo", { n: at + 1, what: t(`picture.${example.pictures[at]}`) })));
  }

  picker.addEventListener("change", () => {
    for (const file of picker.files) choice(file, file.name);
    picker.value = "";
  });
  const draw = (example) => (ready = drawAll(example));
  const files = async () => {
    await ready;
    return entries.filter(({ box }) => box.checked).map(({ file }) => file);
  };
  return { element, draw, files };
}
