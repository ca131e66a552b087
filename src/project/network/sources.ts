import type { Site } from "../../schemas/site.ts";
import { type Asker, type Politeness, politeAsker, type Question } from "./fetch-politely.ts";

/** Where papers are asked for. */
export interface Sources {
  ask: Asker;
  /** arXiv's answer for these ids. */
  arxiv: (ids: readonly string[]) => Question;
  /** A paper of Daily Papers. */
  dailyPaper: (arxivId: string) => Question;
  /** All papers of a day of Daily Papers. */
  day: (day: string) => Question;
  /** What the registry of a DOI knows, as CSL-JSON. */
  doi: (doi: string) => Question;
}

/** arXiv asks for three seconds between two questions. */
const delay = 3000;
const usual: Politeness = {
  userAgent: "Offprint/0.1 (static site generator for paper archives)",
  timeout: 60_000,
  attempts: 4,
  backOff: 2000,
  mostWait: 120_000,
  delay,
  mostBytes: 50_000_000,
};

/**
 * The sources by the owner's settings. The environment wins over them: `OFFPRINT_ARXIV`,
 * `OFFPRINT_DAILY_PAPERS` and `OFFPRINT_DOI` are addresses, `OFFPRINT_DELAY` milliseconds between two
 * questions to a host.
 */
export function sourcesOf(site: Site, environment: NodeJS.ProcessEnv): Sources {
  const base = (name: string, setting: string) =>
    (environment[name] ?? setting).replace(/\/+$/, "");
  const given = Number(environment["OFFPRINT_DELAY"] ?? Number.NaN);
  const pause = Number.isFinite(given) && given >= 0 ? given : site.sources.delay * 1000;
  const arxiv = base("OFFPRINT_ARXIV", site.sources.arxiv);
  const daily = base("OFFPRINT_DAILY_PAPERS", site.sources.dailyPapers);
  const doi = base("OFFPRINT_DOI", site.sources.doi);
  const userAgent = site.address ? `${usual.userAgent}; ${site.address}` : usual.userAgent;
  const backOff = Math.min(usual.backOff, pause);
  return {
    ask: politeAsker({ ...usual, userAgent, delay: pause, backOff }),
    arxiv: (ids) => ({
      url: `${arxiv}/query?id_list=${ids.map(encodeURIComponent).join(",")}&max_results=${ids.length}`,
      accept: "application/atom+xml",
    }),
    dailyPaper: (id) => ({ url: `${daily}/papers/${id}`, accept: "application/json" }),
    day: (day) => ({ url: `${daily}/daily_papers?date=${day}`, accept: "application/json" }),
    doi: (name) => ({
      url: `${doi}/${name.split("/").map(encodeURIComponent).join("/")}`,
      accept: "application/vnd.citationstyles.csl+json",
      otherSites: true,
    }),
  };
}
