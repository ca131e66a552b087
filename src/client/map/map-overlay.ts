import { mapPage } from "../../i18n/strings.ts";
import { element } from "../element.ts";
import type { Box, Point } from "./find-papers.ts";
import type { MapData } from "./map-data.ts";
import { loadSentences } from "./sentences.ts";
import type { Viewport } from "./viewport.ts";

/** What lies over the picture: the link and the card of the paper that is pointed at, and the brush. */
export interface MapOverlay {
  canvas: HTMLCanvasElement;
  /** The only link on the map. It moves to the paper that is pointed at. */
  link: HTMLAnchorElement;
  showPaper: (paper: number, at: Point, viewport: Viewport) => void;
  hidePaper: () => void;
  /** Shows the selected area, in pixels of the canvas; `undefined` removes it. */
  showBrush: (box: Box | undefined) => void;
  /** Announces a text to screen readers. */
  announce: (text: string) => void;
}

/** Where the link leads, and its name, before the pointer is on a paper. */
const noPaper = { href: "#map", name: mapPage.papersOnMap };

/** Below this width of the map, the card is across it instead of beside the dot. */
const narrow = 480;

/** Puts the canvas and all that lies over it into the map. */
export function createMapOverlay(root: HTMLElement, data: MapData): MapOverlay {
  const sentenceOf = loadSentences(root.dataset["sentences"] ?? "");
  const canvas = element("canvas", {
    tabindex: "0",
    role: "application",
    "aria-label": root.dataset["label"] ?? "",
    "aria-describedby": "map-help",
  });
  const brush = element("div", { class: "brush" });
  const [title, facts, sentence] = [
    element("strong"),
    element("span", { class: "label" }),
    element("span"),
  ];
  for (const text of [title, sentence]) text.dir = "auto";
  const card = element("div", { class: "tip", "aria-hidden": "true" }, title, facts, sentence);
  const link = element("a", {
    class: "here",
    draggable: "false",
    "aria-describedby": "map-help",
  });
  leadTo(noPaper);
  const live = element("p", { class: "visually-hidden", "aria-live": "polite" });
  // A layer of its own, so that moving these elements never makes the browser lay out the page.
  root.append(canvas, element("div", { class: "over" }, brush, link, card), live);
  // Where there is no hovering, a tap on a dot shows the card, and one on the card opens the paper.
  card.addEventListener("click", () => link.click());
  // The card must not take the focus from the link: without it, the card would go before the click.
  card.addEventListener("mousedown", (event) => event.preventDefault());
  let shown: number | undefined;

  function leadTo({ href, name }: typeof noPaper): void {
    link.href = href;
    link.setAttribute("aria-label", name);
  }

  async function fill(paper: number): Promise<void> {
    shown = paper;
    if (data.title[paper] === undefined) {
      for (const text of [title, facts, sentence]) text.textContent = "";
      // Meanwhile, a click must not open the paper that was pointed at before.
      leadTo(noPaper);
      await data.whole();
      if (shown !== paper) return;
    }
    const { [paper]: name } = data.title;
    if (name === undefined) {
      title.textContent = mapPage.untitled;
      return;
    }
    leadTo({ href: data.address[paper] ?? "", name: [name, factsOf(data, paper)].join(", ") });
    title.textContent = name;
    facts.textContent = factsOf(data, paper);
    sentence.textContent = "";
    const text = await sentenceOf(paper);
    if (shown === paper) sentence.textContent = text;
  }

  return {
    canvas,
    link,
    showPaper: (paper, at, viewport) => {
      if (paper !== shown) void fill(paper);
      link.style.translate = `${at.x}px ${at.y}px`;
      const isBelow = at.y > viewport.height / 2;
      // The card opens towards the middle of the map, and a narrow map has it over its whole width.
      const isAcross = viewport.width < narrow;
      const gap = isAcross ? "1.4rem" : "0.4rem";
      const beside = at.x > viewport.width / 2 ? "-100% - 0.9rem" : "0.9rem";
      const [x, aside] = isAcross ? [0, "0px"] : [at.x, beside];
      const down = isBelow ? `-100% - ${gap}` : gap;
      card.classList.toggle("across", isAcross);
      card.style.translate = `calc(${x}px + ${aside}) calc(${at.y}px + ${down})`;
      root.classList.add("pointing");
    },
    hidePaper: () => root.classList.remove("pointing"),
    showBrush: (box) => {
      root.classList.toggle("brushed", box !== undefined);
      if (!box) return;
      brush.style.translate = `${box.left}px ${box.top}px`;
      brush.style.width = `${box.right - box.left}px`;
      brush.style.height = `${box.bottom - box.top}px`;
    },
    announce: (text) => {
      live.textContent = text;
    },
  };
}

/** The topic and date of a paper. */
function factsOf(data: MapData, paper: number): string {
  const topic = data.topics[data.topic[paper] ?? -1];
  return [...(topic === undefined ? [] : [topic]), data.date[paper] ?? ""].join(", ");
}
