import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type HTMLElement, parse } from "node-html-parser";

/** A page of a built site: its address without the base, and its parsed HTML. */
export interface BuiltPage {
  address: string;
  html: string;
  root: HTMLElement;
}

/** Every page of a built site. */
export function pagesOfSite(folder: string): BuiltPage[] {
  return globSync("**/*.html", { cwd: folder })
    .sort()
    .map((path) => {
      const html = readFileSync(join(folder, path), "utf8");
      const address = `/${path.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1")}`;
      return { address, html, root: parse(html) };
    });
}

/** The file at an address of the site, or undefined if there is none. */
export function fileAt(folder: string, address: string): string | undefined {
  const path = decodeURIComponent(address.replace(/[?#].*$/, ""));
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  return existsSync(file) ? file : undefined;
}

/** One address of each kind of page, for checks that are too slow for every page. */
export const kindsOfPage = {
  home: "/",
  day: "/days/2025-11-13/",
  "second page of a day": "/days/2025-11-13/2/",
  days: "/days/",
  undated: "/days/undated/",
  weeks: "/weeks/",
  week: "/weeks/2025-W46/",
  month: "/months/2025-11/",
  "month without papers of its own": "/months/2025-10/",
  year: "/years/2025/",
  years: "/years/",
  paper: "/papers/verbalized-sampling-how-to-mitigate-mode-collapse-and/",
  "undated paper": "/papers/ai-agent-behavioral-science/",
  "paper with restored formulas": "/papers/best-of-majority-minimax-optimal-strategy-for-pass/",
  topics: "/topics/",
  topic: "/topics/reinforcement-learning/",
  "papers with code": "/with-code/",
  organizations: "/organizations/",
  organization: "/organizations/stanfordnlp/",
  map: "/explore/",
  search: "/search/",
  saved: "/saved/",
  new: "/new/",
  "shared list": "/shared/",
  about: "/about/",
  "restored formulas": "/report/formulas/",
  offline: "/offline/",
  "not on this device": "/offline/missing/",
  "not found": "/404.html",
} as const;
