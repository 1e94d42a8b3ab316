/** Where a person's message is written: text, files, a reply, a change of an own message. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";
import * as api from "./api.js";
import { createAttachments } from "./attachments.js";
import { createCommandList } from "./commands.js";
import { forwardsCustomers } from "./customer.js";
import { putMessages, nameOf, store } from "./store.js";
import { failed } from "./toasts.js";

const draftKey = ({ viewer, chat }) => `gongdao.draft.${viewer}.${chat}`;

/** A composer; `place()` answers {viewer, chat}, `customer()` opens the customer dialog. */
export function createComposer({ place, customer }) {
  let about = null;
  const text = el("textarea", { rows: "1", "aria-label": t("composer.label"), dir: "auto", data: { testid: "composer" }, enterkeyhint: "send" });
  const attachments = createAttachments(() => grow());
  const picker = el("input", { type: "file", multiple: true, class: "off-screen", tabindex: "-1", "aria-hidden": "true", data: { testid: "file-input" } });
  const list = createCommandList({ place, text, say: (words) => say(words) });
  const aboutWords = el("p", { class: "about-words", dir: "auto" });
  const aboutBar = el("div", { class: "about", hidden: true }, aboutWords, button(t("composer.cancel"), { icon: "close", class: "plain" }, () => setAbout(null)));
  const attach = button(t("composer.attach"), { icon: "attach", class: "plain" }, () => picker.click());
  const sendButton = button(t("composer.send"), { icon: "send", class: "solid round", data: { testid: "send" } }, submit);
  const customerButton = button(t("composer.customer"), { icon: "forward", wide: true, class: "customer-open", data: { testid: "customer-open" } }, customer);
  const line = el("div", { class: "composer-line" }, attach, list.opener, text, sendButton);
  const element = el("div", { class: "composer", data: { drop: t("composer.drop") } }, aboutBar, attachments.element, list.element, customerButton, line, picker);

  function grow() {
    text.style.height = "auto";
    const edges = text.offsetHeight - text.clientHeight;
    text.style.height = `${Math.min(text.scrollHeight + edges, 160)}px`;
  }

  function setAbout(next) {
    if (about?.kind === "edit" && !next) text.value = "";
    about = next;
    aboutBar.hidden = !next;
    if (next) aboutWords.textContent = `${t(next.kind === "edit" ? "composer.editing" : "composer.replying", { name: nameOf(next.message.from) })}: ${next.message.text ?? next.message.caption ?? ""}`;
    sendButton.setAttribute("aria-label", t(next?.kind === "edit" ? "composer.save" : "composer.send"));
    grow();
  }

  function reply(message) {
    setAbout({ kind: "reply", message });
    text.focus();
  }

  function change(message) {
    setAbout({ kind: "edit", message });
    text.value = message.text ?? message.caption ?? "";
    grow();
    text.focus();
  }

  function show() {
    const { viewer, chat } = place();
    setAbout(null);
    text.value = sessionStorage.getItem(draftKey(place())) ?? "";
    text.placeholder = t("composer.placeholder", { name: nameOf(store.people.get(viewer)) });
    customerButton.hidden = viewer !== chat || !forwardsCustomers(viewer);
    list.close();
    grow();
  }

  function keep() {
    const key = draftKey(place());
    if (text.value && about?.kind !== "edit") sessionStorage.setItem(key, text.value);
    else sessionStorage.removeItem(key);
  }

  async function say(words) {
    const { viewer, chat } = place();
    await deliver(api.send({ from: viewer, chat, text: words }));
  }

  async function deliver(answer) {
    const { messages = [], message = null } = await answer;
    const sent = message ? [message] : messages;
    if (sent.length) putMessages(sent[0].chat.id, sent, "message");
  }

  async function body() {
    const { viewer, chat } = place();
    const words = text.value.trim();
    const reply_to = about?.kind === "reply" ? about.message.message_id : undefined;
    if (!attachments.count()) return { from: viewer, chat, text: words, reply_to };
    return { from: viewer, chat, files: await attachments.wire(words), album: attachments.isAlbum(), reply_to };
  }

  async function submit() {
    const words = text.value.trim();
    text.focus();
    if (!words && !attachments.count()) return;
    sendButton.disabled = true;
    try {
      const { viewer, chat } = place();
      if (about?.kind === "edit") await deliver(api.edit({ from: viewer, chat, message_id: about.message.message_id, text: words }));
      else await deliver(api.send(await body()));
      done();
    } catch (error) {
      failed(error);
    } finally {
      sendButton.disabled = false;
    }
  }

  function done() {
    text.value = "";
    list.close();
    setAbout(null);
    attachments.clear();
    keep();
  }

  function onKey(event) {
    if (list.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
    if (event.key === "Escape" && about) {
      event.stopPropagation();
      setAbout(null);
    }
  }

  function onPaste(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    attachments.add(files);
  }

  function dropOn(area) {
    area.addEventListener("dragover", (event) => {
      event.preventDefault();
      element.classList.add("dropping");
    });
    area.addEventListener("dragleave", () => element.classList.remove("dropping"));
    area.addEventListener("drop", (event) => {
      event.preventDefault();
      element.classList.remove("dropping");
      attachments.add([...event.dataTransfer.files]);
    });
  }

  text.addEventListener("input", () => {
    grow();
    keep();
    list.suggest();
  });
  text.addEventListener("keydown", onKey);
  text.addEventListener("paste", onPaste);
  picker.addEventListener("change", () => {
    attachments.add([...picker.files]);
    picker.value = "";
    text.focus();
  });
  const say_safely = (words) => say(words).catch(failed);
  return { element, show, reply, change, say: say_safely, dropOn, focus: () => text.focus({ preventScroll: true }), setPlaceholder: (words) => (text.placeholder = words) };
}
