/** Builds DOM nodes without markup strings, so that no message can ever become HTML. */

const SVG = "http://www.w3.org/2000/svg";

/** Strokes of the page's own icons, drawn on a 24-unit square. */
const STROKES = {
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M4 12l16-8-5 16-3-7z",
  attach: "M19 11l-7.5 7.5a5 5 0 01-7-7L12 4a3.3 3.3 0 014.700 4.700L9.500 16a1.700 1.700 0 01-2.400-2.400L14 6.700",
  forward: "M13 5l7 7-7 7M20 12H9a5 5 0 00-5 5v2",
  reply: "M11 5l-7 7 7 7M4 12h11a5 5 0 015 5v2",
  edit: "M4 20l1-5L16 4l4 4L9 19z",
  check: "M5 12.500l5 5L19.500 7",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  link: "M8 16L17 7M10 7h7v7",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  down: "M12 5v14M6 13l6 6 6-6",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  play: "M7 5l12 7-12 7z",
  pause: "M8 5v14M16 5v14",
  columns: "M4 5h7v14H4zM13 5h7v14h-7z",
  help: "M9 9a3 3 0 114.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.01",
  clock: "M12 4a8 8 0 100 16 8 8 0 000-16M12 8v4.500l3 2",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
  group: "M8 11a3 3 0 100-6 3 3 0 000 6M2.500 19c.5-3 2.500-5 5.500-5s5 2 5.500 5M16 11.500a2.500 2.500 0 100-5M16.500 14c2.700.2 4.500 2 5 5",
};

/**
 * One element with attributes, listeners and children.
 * `props`: `on` holds listeners, `text` the text content, `data` the data-* attributes, `value`, `checked`,
 * `disabled`, `hidden` and `selected` are set as properties; everything else is an attribute. Null is left out.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "multiple", "required", "readOnly"]);

const SETTERS = {
  text: (node, words) => (node.textContent = words),
  data: (node, values) => {
    for (const [key, value] of Object.entries(values)) if (value !== null && value !== undefined) node.dataset[key] = value;
  },
  on: (node, listeners) => {
    for (const [kind, listener] of Object.entries(listeners)) node.addEventListener(kind, listener);
  },
};

function setProp(node, name, value) {
  if (value === null || value === undefined) return;
  if (name in SETTERS) SETTERS[name](node, value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value);
}

/** A decorative icon; the control around it carries the words. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", STROKES[name]);
  svg.append(path);
  return svg;
}

/** A button that says what it does: with an icon, the label is its accessible name and its tooltip. */
export function button(label, { icon: sign, wide = false, ...props } = {}, press = null) {
  const node = el("button", { type: "button", ...props });
  if (press) node.addEventListener("click", press);
  if (!sign) node.textContent = label;
  else node.append(icon(sign));
  if (sign && wide) node.append(el("span", { text: label }));
  if (sign && !wide) {
    node.setAttribute("aria-label", label);
    node.setAttribute("title", label);
  }
  return node;
}
