import { mapPage } from "../../i18n/strings.ts";
import { element } from "../element.ts";
import type { Box } from "./find-papers.ts";

/** A paper that can be pointed at. Its position is in pixels from the map's upper left corner. */
interface PointedPaper {
  x: number;
  y: number;
  title: string;
  date: string;
  address: string;
}

/** What the script draws over the picture: the paper pointed at, and the selected area (the brush). */
export interface MapView {
  root: HTMLElement;
  /** The only link on the map. It moves to the paper that is pointed at. */
  link: HTMLAnchorElement;
  /** The legend's checkboxes. */
  families: HTMLInputElement[];
  /** The map's position on the page and its size, in pixels. */
  size: () => Size;
  showPaper: (paper: PointedPaper) => void;
  hidePaper: () => void;
  /** Shows the selected area, in pixels of the map; `undefined` removes it. */
  showBrush: (box: Box | undefined) => void;
  /** Returns the paper if the link has the focus, else `undefined`. */
  ifFocused: (paper: number | undefined) => number | undefined;
  /** Announces a text to screen readers. */
  announce: (text: string) => void;
  onResize: (resized: () => void) => void;
}

interface Size {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Makes the picture interactive. Undefined where the page has no picture. */
export function createMapView(root: HTMLElement): MapView | undefined {
  const overlay = createOverlay(root);
  if (!overlay) return undefined;
  const { link, live } = overlay;
  let size = measure(root);
  return {
    root,
    link,
    families: [...document.querySelectorAll<HTMLInputElement>(".families input")],
    size: () => size,
    showPaper: (paper) => showPaper(overlay, paper, size),
    hidePaper: () => root.classList.remove("pointing"),
    showBrush: (box) => showBrush(overlay, box, size),
    ifFocused: (paper) => (document.activeElement === link ? paper : undefined),
    announce: (text) => {
      live.textContent = text;
    },
    onResize: (resized) => {
      new ResizeObserver(() => {
        size = measure(root);
        resized();
      }).observe(root);
    },
  };
}

interface Overlay {
  root: HTMLElement;
  /** A second copy of the dots, clipped to the brush, where they keep their full color. */
  bright: SVGSVGElement;
  brush: HTMLElement;
  link: HTMLAnchorElement;
  tooltip: HTMLElement;
  title: HTMLElement;
  date: HTMLElement;
  live: HTMLElement;
}

function createOverlay(root: HTMLElement): Overlay | undefined {
  const picture = root.querySelector<SVGSVGElement>("svg");
  const bright = root.querySelector("#map-dots") && picture?.cloneNode(false);
  if (!picture || !(bright instanceof SVGSVGElement)) return undefined;
  // A single link that moves replaces the link of each dot.
  root.querySelector("#map-links")?.remove();
  for (const link of root.querySelectorAll("a")) link.draggable = false;

  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", "#map-dots");
  bright.append(use);
  bright.setAttribute("aria-hidden", "true");
  bright.classList.add("bright");

  const brush = element("div", { class: "brush" });
  const title = element("strong");
  const date = element("span", { class: "label" });
  const tooltip = element("div", { class: "tip", "aria-hidden": "true" }, title, date);
  const link = element("a", {
    class: "here",
    draggable: "false",
    href: "#map",
    "aria-label": mapPage.papersOnMap,
    "aria-describedby": "map-help",
  });
  const live = element("p", { class: "visually-hidden", "aria-live": "polite" });
  // A layer of its own, so that moving these elements never makes the browser lay out the picture.
  const layer = element("div", { class: "over" }, brush, link, tooltip);
  picture.after(bright, layer, live);
  root.classList.add("live");
  const help = document.querySelector<HTMLElement>("#map-help");
  if (help) help.hidden = false;
  return { root, bright, brush, link, tooltip, title, date, live };
}

function showPaper(
  { root, link, tooltip, title, date }: Overlay,
  paper: PointedPaper,
  { width, height }: Size,
): void {
  link.href = paper.address;
  link.setAttribute("aria-label", `${paper.title}, ${paper.date}`);
  link.style.translate = `${paper.x}px ${paper.y}px`;
  title.textContent = paper.title;
  date.textContent = paper.date;
  // The tooltip opens towards the middle of the map.
  const aside = paper.x > width / 2 ? "-100% - 0.9rem" : "0.9rem";
  const down = paper.y > height / 2 ? "-100% - 0.4rem" : "0.4rem";
  tooltip.style.translate = `calc(${paper.x}px + ${aside}) calc(${paper.y}px + ${down})`;
  root.classList.add("pointing");
}

function showBrush({ root, brush, bright }: Overlay, box: Box | undefined, size: Size): void {
  root.classList.toggle("brushed", box !== undefined);
  if (!box) return;
  brush.style.translate = `${box.left}px ${box.top}px`;
  brush.style.width = `${box.right - box.left}px`;
  brush.style.height = `${box.bottom - box.top}px`;
  const [right, bottom] = [size.width - box.right, size.height - box.bottom];
  bright.style.clipPath = `inset(${box.top}px ${right}px ${bottom}px ${box.left}px)`;
}

/** Called when the size changes and not while the pointer moves, which would force a layout each time. */
function measure(root: HTMLElement): Size {
  const { left, top, width, height } = root.getBoundingClientRect();
  return { left: left + scrollX, top: top + scrollY, width, height };
}
