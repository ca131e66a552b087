const svgNamespace = "http://www.w3.org/2000/svg";
const paths = {
  save: "M6.5 4h11v16L12 15.8 6.5 20z",
  read: "M4.5 12.8l5 5L19.5 6.8",
  note: "M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3",
};

/** A decorative icon, hidden from screen readers: its button needs a name of its own. */
export function icon(name: keyof typeof paths): SVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
