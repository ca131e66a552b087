import type { RawPaper } from "../../ingest/raw-paper.ts";
import { readSeed } from "../../ingest/read-seed.ts";
import { arxivError, noResults } from "../../schemas/rules.ts";
import { doiKey, isShortDoi } from "../../text/doi.ts";
import { FetchError, type FetchRequest } from "../network/fetch-politely.ts";
import type { Sources } from "../network/sources.ts";
import { sha256 } from "./added-seeds.ts";
import type { Target } from "./target.ts";

/** A response that describes the paper, and the name to save it under in `seeds/`. */
export interface Fetched {
  name: string;
  bytes: Uint8Array;
}

/** What the sources returned for one paper. Some may have failed while others succeeded. */
export interface FetchedTarget {
  files: Fetched[];
  /** One reason for each source that failed. */
  failures: string[];
}

/** The requests for a paper, the most informative source first. */
export function requestsFor(
  target: Exclude<Target, { kind: "file" }>,
  sources: Sources,
): { source: string; name: string; request: FetchRequest; mayBeMissing: boolean }[] {
  if (target.kind === "doi") {
    const name = `added/doi-${fileName(target.doi)}.json`;
    const request = sources.doi(target.doi);
    return [{ source: "the DOI registry", name, request, mayBeMissing: false }];
  }
  const id = fileName(target.id);
  if (target.kind === "semantic-scholar") {
    const request = sources.semanticScholar(target.id);
    const name = `added/semantic-scholar-${id}.json`;
    return [{ source: "Semantic Scholar", name, request, mayBeMissing: false }];
  }
  if (target.kind === "openreview") {
    // Ids that differ in case only are of different papers.
    const name = `added/openreview-${id}-${sha256(target.id).slice(0, 6)}.json`;
    return sources
      .openReview(target.id)
      .map((request) => ({ source: "OpenReview", name, request, mayBeMissing: false }));
  }
  const ofDaily = sources.dailyPaper(target.id);
  return [
    {
      source: "arXiv",
      name: `added/arxiv-${id}.xml`,
      request: sources.arxiv([target.id]),
      mayBeMissing: false,
    },
    ...(ofDaily === undefined
      ? []
      : [
          {
            source: "Daily Papers",
            name: `added/daily-papers-${id}.json`,
            request: ofDaily,
            // Daily Papers lists only some of arXiv's papers.
            mayBeMissing: true,
          },
        ]),
  ];
}

/** Requests a paper from every source. A response about something else is a failure. */
export async function fetchTarget(
  target: Exclude<Target, { kind: "file" }>,
  sources: Sources,
): Promise<FetchedTarget> {
  const fetched: FetchedTarget = { files: [], failures: [] };
  for (const { source, name, request, mayBeMissing } of requestsFor(target, sources)) {
    // The APIs of OpenReview have different papers: one of them is enough.
    if (target.kind === "openreview" && fetched.files.length > 0) break;
    try {
      const { bytes, type } = await sources.fetch(request);
      const fault = faultOf(bytes, type, target);
      if (fault === undefined) fetched.files.push({ name, bytes });
      else if (!mayBeMissing)
        fetched.failures.push(
          `${source}: ${new URL(request.url).host} ${fault}${insteadOf(target)}`,
        );
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (mayBeMissing && error.status === 404) continue;
      fetched.failures.push(`${source}: ${error.message}${insteadOf(target)}`);
    }
  }
  const isFound = target.kind === "openreview" && fetched.files.length > 0;
  return isFound ? { ...fetched, failures: [] } : fetched;
}

/** What to do where a site does not say which paper a link of it is. */
function insteadOf({ kind }: Target): string {
  return kind === "openreview" || kind === "semantic-scholar"
    ? ". Give the DOI or the arXiv id that its page shows, or a file with the BibTeX entry of that page"
    : "";
}

/** Whether a response is a web page, such as a login or an error page. */
export function isWebPage(bytes: Uint8Array, type: string): boolean {
  const first = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  return type.includes("html") || first.startsWith("<!doctype html") || first.startsWith("<html");
}

/** Why a response does not describe the paper; undefined if it does. */
function faultOf(
  bytes: Uint8Array,
  type: string,
  target: Exclude<Target, { kind: "file" }>,
): string | undefined {
  const { value, messages } = readSeed({ path: "answer", bytes }, { seedYears: {} });
  const titled = value.filter(({ title }) => title !== "");
  // These sites were asked for one paper, and a record does not repeat their ids.
  const isAnswer = target.kind === "openreview" || target.kind === "semantic-scholar";
  if (isAnswer && titled.length === 1) return undefined;
  if (titled.some((record) => isOf(record, target))) return undefined;
  if (value.length > 0) return "returned another paper";
  if (isWebPage(bytes, type)) return "returned a web page instead of data";
  return messages.some(({ rule }) => rule === noResults.name || rule === arxivError.name)
    ? "does not have this paper"
    : "returned something other than the data of a paper";
}

function isOf({ ids }: RawPaper, target: Exclude<Target, { kind: "file" }>): boolean {
  if (target.kind === "arxiv") return ids.arxiv === target.id;
  if (target.kind !== "doi") return false;
  // When asked for a DOI, a registry may respond with the arXiv id of the same paper.
  if (ids.arxiv !== undefined || ids.doi === undefined) return ids.arxiv !== undefined;
  // A short DOI stands for another, which only the registry knows.
  return isShortDoi(target.doi) || doiKey(ids.doi) === doiKey(target.doi);
}

/** An id as a file name that every system allows. */
function fileName(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9._-]+/g, "-");
}
