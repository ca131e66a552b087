import type { Box } from "./find-papers.ts";

/** A paper to point at, in pixels of the map. */
interface Shown {
  x: number;
  y: number;
  title: string;
  date: string;
  address: string;
}

/** What the map's script draws over the picture: the paper pointed at, and the brush. */
export interface MapView {
  root: HTMLElement;
  /** The one link on the map, which lies over the paper that is pointed at. */
  link: HTMLAnchorElement;
  families: HTMLInputElement[];
  /** Where the map lies on the page, in pixels. */
  size: () => { left: number; top: number; width: number };
  showPaper: (paper: Shown) => void;
  hidePaper: () => void;
  showBrush: (box: Box | undefined) => void;
  /** The paper, if the link has the focus. */
  focused: (paper: number | undefined) => number | undefined;
  /** Tells those who do not see the map. */
  say: (text: string) => void;
  onResize: (then: () => void) => void;
}

/** Readies the picture; undefined where the page has none. */
export function mapView(root: HTMLElement): MapView | undefined {
  const picture = root.querySelector<SVGSVGElement>("svg");
  const dots = root.querySelector("#map-dots");
  if (!picture || !dots) return undefined;
  // One link that moves takes the place of a link a dot.
  root.querySelector("#map-links")?.remove();
  for (const link of root.querySelectorAll("a")) link.draggable = false;

  const bright = picture.cloneNode(false);
  if (!(bright instanceof SVGSVGElement)) return undefined;
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", "#map-dots");
  bright.append(use);
  bright.setAttribute("aria-hidden", "true");
  bright.classList.add("bright");

  const brush = made("div", "brush");
  const tip = made("div", "tip");
  const title = made("strong", "");
  const date = made("span", "label");
  tip.setAttribute("aria-hidden", "true");
  tip.append(title, date);
  const link = document.createElement("a");
  link.className = "here";
  link.draggable = false;
  link.href = "#map";
  link.setAttribute("aria-label", "Papers on the map");
  link.setAttribute("aria-describedby", "map-help");
  const voice = made("p", "visually-hidden");
  voice.setAttribute("aria-live", "polite");
  // Apart from the picture, so that what moves makes the browser lay out nothing but itself.
  const over = made("div", "over");
  over.append(brush, link, tip);
  picture.after(bright, over, voice);
  root.classList.add("live");
  const help = document.querySelector<HTMLElement>("#map-help");
  if (help) help.hidden = false;

  let known = measure(root);
  return {
    root,
    link,
    families: [...document.querySelectorAll<HTMLInputElement>(".families input")],
    size: () => known,
    showPaper: (paper) => {
      link.href = paper.address;
      link.setAttribute("aria-label", `${paper.title}, ${paper.date}`);
      link.style.translate = `${paper.x}px ${paper.y}px`;
      title.textContent = paper.title;
      date.textContent = paper.date;
      const right = paper.x > known.width / 2;
      const low = paper.y > known.height / 2;
      tip.style.translate = `calc(${paper.x}px + ${right ? "-100% - 0.9rem" : "0.9rem"}) calc(${paper.y}px + ${low ? "-100% - 0.4rem" : "0.4rem"})`;
      root.classList.add("pointing");
    },
    hidePaper: () => root.classList.remove("pointing"),
    showBrush: (box) => {
      root.classList.toggle("brushed", box !== undefined);
      if (!box) return;
      brush.style.translate = `${box.left}px ${box.top}px`;
      brush.style.width = `${box.right - box.left}px`;
      brush.style.height = `${box.bottom - box.top}px`;
      const [right, bottom] = [known.width - box.right, known.height - box.bottom];
      bright.style.clipPath = `inset(${box.top}px ${right}px ${bottom}px ${box.left}px)`;
    },
    focused: (paper) => (document.activeElement === link ? paper : undefined),
    say: (text) => {
      voice.textContent = text;
    },
    onResize: (then) => {
      new ResizeObserver(() => {
        known = measure(root);
        then();
      }).observe(root);
    },
  };
}

/** Measured when the size changes and not while the pointer moves, so that nothing waits for layout. */
function measure(root: HTMLElement) {
  const { left, top, width, height } = root.getBoundingClientRect();
  return { left: left + scrollX, top: top + scrollY, width, height };
}

function made(name: "div" | "p" | "span" | "strong", className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
