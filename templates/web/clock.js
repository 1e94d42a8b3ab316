/** The sandbox's clock in the page's head: what time it is there, and moving it on. */

import { button, el } from "./dom.js";
import { t } from "./i18n.js";
import * as api from "./api.js";
import { openDialog } from "./dialog.js";
import { briefDayName, clockTime, fieldValue, fullDayName, isoFromField, offsetOf } from "./moments.js";
import { listen, sandboxNow, store, takeClock } from "./store.js";
import { failed, toast } from "./toasts.js";

const STEPS = [["ten", 600], ["hour", 3600], ["day", 86_400]];
const LOOKED_AT_EVERY = 1000;

async function move(body) {
  try {
    const answer = await api.clock(body);
    if (answer?.now ?? answer?.clock) takeClock(answer.clock ?? answer);
  } catch (error) {
    failed(error);
  }
}

const spoken = (iso, offset) => `${fullDayName(Date.parse(iso), offset)} ${clockTime(Date.parse(iso), offset)}`;

/** Builds the clock inside `root`. */
export function createClock(root) {
  const day = el("span", { class: "clock-day" });
  const brief = el("span", { class: "clock-day brief" });
  const time = el("span", { class: "clock-time", data: { testid: "clock-time" } });
  const state = el("span", { class: "clock-state", data: { testid: "clock-state" } });
  const run = button("", { class: "step run", data: { testid: "clock-run" } }, () => move({ running: !store.clock.running }));
  const steps = STEPS.map(([name, seconds]) => button(t(`clock.${name}`), { class: "step", data: { testid: `clock-${name}` } }, () => move({ advance: seconds })));
  const to = button(t("clock.to"), { class: "step", data: { testid: "clock-to" } }, openSet);
  const controls = el("div", { class: "clock-steps", role: "group", "aria-label": t("clock.controls") }, ...steps, to, run);
  const fold = button(t("clock.controls"), { icon: "clock", class: "plain clock-fold", "aria-expanded": "false", data: { testid: "clock-fold" } }, () => {
    const isOpen = root.classList.toggle("unfolded");
    fold.setAttribute("aria-expanded", String(isOpen));
  });

  function render() {
    const now = sandboxNow();
    const offset = offsetOf(store.clock.now);
    day.textContent = fullDayName(now, offset);
    brief.textContent = briefDayName(now, offset);
    time.textContent = clockTime(now, offset);
    const words = t(store.clock.running ? "clock.running" : "clock.frozen");
    if (state.textContent !== words) state.textContent = words;
    run.textContent = t(store.clock.running ? "clock.freeze" : "clock.run");
  }

  root.append(el("p", { class: "clock-words" }, day, brief, " ", time, " ", state), fold, controls);
  listen("clock", render);
  setInterval(render, LOOKED_AT_EVERY);
  return { render };
}

function openSet() {
  const offset = offsetOf(store.clock.now);
  const earliest = fieldValue(sandboxNow(), offset);
  const field = el("input", { type: "datetime-local", id: "clock-field", value: earliest, min: earliest, data: { testid: "clock-field" } });
  const words = el("output", { class: "muted", for: "clock-field" });
  const spell = () => (words.textContent = field.value ? spoken(isoFromField(field.value, offset), offset) : "");
  field.addEventListener("input", spell);
  spell();
  openDialog({ title: t("clock.set.title"), testid: "clock-dialog" }, (dialog) => {
    const set = () => {
      if (!field.value || field.value < earliest) return toast(t("clock.back"), "error");
      dialog.close();
      return move({ set: isoFromField(field.value, offset) });
    };
    return [el("div", { class: "form" }, el("label", { for: "clock-field", text: t("clock.title") }), field, words), el("div", { class: "dialog-actions" }, button(t("clock.set"), { class: "solid", data: { testid: "clock-set" } }, set))];
  });
}
