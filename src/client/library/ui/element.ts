/** Makes an element. Text comes in as text nodes only, never as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const svg = "http://www.w3.org/2000/svg";
const paths = {
  save: "M6.5 4h11v16L12 15.8 6.5 20z",
  read: "M4.5 12.8l5 5L19.5 6.8",
  note: "M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3",
};
export type IconName = keyof typeof paths;

/** An icon that says nothing to screen readers; its button has a name. */
export function icon(name: IconName): SVGElement {
  const made = document.createElementNS(svg, "svg");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", paths[name]);
  made.append(path);
  return made;
}
