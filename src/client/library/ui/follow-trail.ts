import { trail as words } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { storedTrail, storeTrail, type Trail, type TrailPaper } from "./trail-store.ts";

/** On a paper's page, leads through the list that the reader came from, if the paper is in it. */
export function followTrail(): void {
  document.addEventListener("click", ({ target }) => {
    // A related paper is reached from this page, and not from the list.
    if (target instanceof Element && target.closest(".related-papers a")) storeTrail();
  });
  const trail = storedTrail();
  if (!isTrail(trail)) return;
  const { name, href, papers } = trail;
  const at = papers.findIndex(([path]) => path === location.pathname);
  const crumbs = document.querySelector(".crumbs ol");
  const day = crumbs?.querySelector<HTMLAnchorElement>("a[data-day]")?.pathname ?? "//";
  const [before, after] = [papers[at - 1], papers[at + 1]];
  // The page has the neighbours on its day, also those on the day's other pages. Readers may sort a day.
  const isAsOnDay = href.startsWith(day) && isBeside("prev", before) && isBeside("next", after);
  if (at < 0 || isAsOnDay) return;
  crumbs?.replaceChildren(element("li", {}, element("a", { href, dir: "auto" }, name)));
  fill(".beside", name, [
    link(before, "prev", "←", words.previous),
    element("span", {}, words.position(at + 1, papers.length)),
    link(after, "next", "→", words.next),
  ]);
  fill(".paper > .pager", name, [
    link(before, "previous", `← ${words.previous}`),
    link(after, "next", `${words.next} →`),
  ]);
}

/** Whether a stored value is a list whose addresses are those of this host. */
function isTrail(value: unknown): value is Trail {
  const isPath = (path: unknown) => typeof path === "string" && /^\/(?!\/)/.test(path);
  const { name, href, papers } = Object(value);
  const isList = typeof name === "string" && isPath(href) && Array.isArray(papers);
  return isList && papers.every(([path, title]) => isPath(path) && typeof title === "string");
}

/** Whether the page leads to a paper already. A list may end where the day goes on. */
function isBeside(rel: string, paper: TrailPaper | undefined): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`.beside [rel=${rel}]`);
  return paper === undefined || paper[0] === link?.pathname;
}

function fill(selector: string, list: string, links: readonly (HTMLElement | "")[]): void {
  const nav = document.querySelector(selector);
  nav?.setAttribute("aria-label", words.papersOf(list));
  nav?.replaceChildren(...links);
}

/** A link to a paper: a sign that needs a name, or else a label and the paper's title. */
function link(
  paper: TrailPaper | undefined,
  rel: string,
  text: string,
  name?: string,
): HTMLElement | "" {
  if (!paper) return "";
  const [href, title] = paper;
  if (name) return element("a", { rel, href, "aria-label": `${name}: ${title}` }, text);
  const label = element("span", { class: "label" }, text);
  return element("a", { class: rel, href }, label, " ", element("span", { dir: "auto" }, title));
}
