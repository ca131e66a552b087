import { storeTrail, type Trail, type TrailPaper } from "./trail-store.ts";

const linkOfRow = "li[data-paper] :is(h2, h3) a";

/** Keeps the list of a row when the reader follows its link. */
export function keepTrails(): void {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest(linkOfRow)) storeTrail(trailOfPage);
  });
}

function trailOfPage(): Trail {
  const query = new URLSearchParams(location.search).get("q");
  const heading = document.querySelector("h1")?.textContent.trim() ?? "";
  const links = [...document.querySelectorAll<HTMLAnchorElement>(linkOfRow)];
  const shown = links.filter((link) => link.getClientRects().length > 0);
  const papers = shown.map((link): TrailPaper => {
    const row = link.closest<HTMLElement>("li");
    return [link.pathname, row?.dataset["title"] ?? link.textContent.trim()];
  });
  return {
    name: query ? `${heading}: ${query}` : heading,
    href: location.pathname + location.search + location.hash,
    papers: [...new Map(papers)],
  };
}
