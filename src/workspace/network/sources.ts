import { webAddress } from "../../schemas/identifiers.ts";
import type { Site } from "../../schemas/site.ts";
import {
  type Fetcher,
  type FetchRequest,
  type Politeness,
  politeFetcher,
} from "./fetch-politely.ts";

/** Where papers are fetched from. */
export interface Sources {
  fetch: Fetcher;
  /** The address of arXiv's response for these ids. */
  arxiv: (ids: readonly string[]) => FetchRequest;
  /** A paper of Daily Papers; undefined if the owner's settings do not allow contacting it. */
  dailyPaper: (arxivId: string) => FetchRequest | undefined;
  /** All papers of one day of Daily Papers. */
  day: (day: string) => FetchRequest | undefined;
  /** The record of a DOI in its registry, as CSL-JSON. */
  doi: (doi: string) => FetchRequest;
  /** A submission of OpenReview: by its API and, for those before 2023, by its former one. */
  openReview: (id: string) => FetchRequest[];
  /** A paper of Semantic Scholar, with its ids elsewhere. */
  semanticScholar: (id: string) => FetchRequest;
}

/** arXiv asks for three seconds between two requests. */
const delay = 3000;
const mostDelay = 3_600_000;
const scholarFields = "title,abstract,authors,externalIds,publicationDate,year,fieldsOfStudy";
const currentOpenReview = "https://api2.openreview.net";
const formerOpenReview = "https://api.openreview.net";
const usual: Politeness = {
  userAgent: "Offprint/0.1 (static site generator for paper archives)",
  timeout: 60_000,
  attempts: 4,
  backOff: 2000,
  mostWait: 120_000,
  delay,
  mostBytes: 50_000_000,
};

/** How to change where papers are fetched from, for messages about a host that does not respond. */
export const howToSet =
  "To use other servers, set sources (arxiv, dailyPapers, doi, openReview, semanticScholar) in content/site.yaml, or the environment variables OFFPRINT_ARXIV, OFFPRINT_DAILY_PAPERS, OFFPRINT_DOI, OFFPRINT_OPENREVIEW and OFFPRINT_SEMANTIC_SCHOLAR.";

/**
 * The sources by the owner's settings. The environment wins over them: `OFFPRINT_ARXIV`,
 * `OFFPRINT_DAILY_PAPERS`, `OFFPRINT_DOI`, `OFFPRINT_OPENREVIEW` and `OFFPRINT_SEMANTIC_SCHOLAR` are
 * addresses, `OFFPRINT_DELAY` milliseconds between two requests to a host. Throws an Error if one of them is invalid.
 */
export function sourcesOf(
  site: Site,
  environment: NodeJS.ProcessEnv,
  onRetry?: (reason: string) => void,
): Sources {
  const base = (name: string, setting: string) => {
    const given = environment[name] || setting;
    if (webAddress.safeParse(given).success) return given.replace(/\/+$/, "");
    throw new Error(`${name} is "${given}", but must be a web address such as ${setting}`);
  };
  const given = environment["OFFPRINT_DELAY"] || String(site.sources.delay * 1000);
  const pause = Number(given);
  if (!(pause >= 0 && pause <= mostDelay)) {
    throw new Error(
      `OFFPRINT_DELAY is "${given}", but must be a number of milliseconds, such as ${delay}`,
    );
  }
  const arxiv = base("OFFPRINT_ARXIV", site.sources.arxiv);
  const { dailyPapers } = site.sources;
  const daily = dailyPapers === false ? undefined : base("OFFPRINT_DAILY_PAPERS", dailyPapers);
  const doi = base("OFFPRINT_DOI", site.sources.doi);
  const openReview = base("OFFPRINT_OPENREVIEW", site.sources.openReview);
  const semanticScholar = base("OFFPRINT_SEMANTIC_SCHOLAR", site.sources.semanticScholar);
  const ofDaily = (path: string): FetchRequest | undefined =>
    daily === undefined ? undefined : { url: `${daily}/${path}`, accept: "application/json" };
  const userAgent = site.address ? `${usual.userAgent}; ${site.address}` : usual.userAgent;
  const backOff = Math.min(usual.backOff, pause);
  return {
    fetch: politeFetcher({ ...usual, userAgent, delay: pause, backOff }, onRetry),
    arxiv: (ids) => ({
      url: `${arxiv}/query?id_list=${ids.map(encodeURIComponent).join(",")}&max_results=${ids.length}`,
      accept: "application/atom+xml",
    }),
    dailyPaper: (id) => ofDaily(`papers/${id}`),
    day: (day) => ofDaily(`daily_papers?date=${day}`),
    doi: (name) => ({
      url: `${doi}/${name.split("/").map(encodeURIComponent).join("/")}`,
      accept: "application/vnd.citationstyles.csl+json",
      otherSites: true,
    }),
    openReview: (id) =>
      [openReview, ...(openReview === currentOpenReview ? [formerOpenReview] : [])].map((api) => ({
        url: `${api}/notes?id=${encodeURIComponent(id)}`,
        accept: "application/json",
      })),
    semanticScholar: (id) => ({
      url: `${semanticScholar}/paper/${encodeURIComponent(id)}?fields=${scholarFields}`,
      accept: "application/json",
    }),
  };
}
