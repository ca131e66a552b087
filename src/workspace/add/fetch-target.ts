import type { RawPaper } from "../../ingest/raw-paper.ts";
import { readSeed } from "../../ingest/read-seed.ts";
import { arxivError, noResults } from "../../schemas/rules.ts";
import { doiKey, isShortDoi } from "../../text/doi.ts";
import { FetchError, type FetchRequest } from "../network/fetch-politely.ts";
import type { Sources } from "../network/sources.ts";
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
    try {
      const { bytes, type } = await sources.fetch(request);
      const fault = faultOf(bytes, type, target);
      if (fault === undefined) fetched.files.push({ name, bytes });
      else if (!mayBeMissing)
        fetched.failures.push(`${source}: ${new URL(request.url).host} ${fault}`);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (mayBeMissing && error.status === 404) continue;
      fetched.failures.push(`${source}: ${error.message}`);
    }
  }
  return fetched;
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
  if (value.some((record) => record.title !== "" && isOf(record, target))) return undefined;
  if (value.length > 0) return "returned another paper";
  if (isWebPage(bytes, type)) return "returned a web page instead of data";
  return messages.some(({ rule }) => rule === noResults.name || rule === arxivError.name)
    ? "does not have this paper"
    : "returned something other than the data of a paper";
}

function isOf({ ids }: RawPaper, target: Exclude<Target, { kind: "file" }>): boolean {
  if (target.kind === "arxiv") return ids.arxiv === target.id;
  // When asked for a DOI, a registry may respond with the arXiv id of the same paper.
  if (ids.arxiv !== undefined || ids.doi === undefined) return ids.arxiv !== undefined;
  // A short DOI stands for another, which only the registry knows.
  return isShortDoi(target.doi) || doiKey(ids.doi) === doiKey(target.doi);
}

/** An id as a file name that every system allows. */
function fileName(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9._-]+/g, "-");
}
