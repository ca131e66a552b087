import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readSeed } from "../../ingest/read-seed.ts";
import { isWebPage } from "../add/fetch-target.ts";
import type { Workspace } from "../paths.ts";
import { saveSeed } from "../save-seed.ts";
import { FetchError, type Fetcher, type FetchRequest } from "./fetch-politely.ts";
import type { Sources } from "./sources.ts";

const folder = "daily-papers";

/** The result of fetching a day. */
export type FetchedDay = { day: string } & (
  | { state: "saved"; papers: number }
  | { state: "there" }
  | { state: "failed" | "not asked"; reason: string }
);

/** After this many failures in a row, fetching stops. */
const mostFailures = 3;

/**
 * Fetches days one after the other; those that exist already are not fetched again. A file says on which day
 * it was read, because upvotes and comments grow.
 */
export async function* fetchDays(
  days: readonly string[],
  workspace: Workspace,
  { fetch, day: requestOf }: Pick<Sources, "fetch" | "day">,
  today: string,
): AsyncGenerator<FetchedDay> {
  let failures = 0;
  for (const day of days) {
    if (isFetched(workspace, day)) yield { day, state: "there" };
    else if (failures >= mostFailures) {
      const reason = `${failures} days in a row failed`;
      yield { day, state: "not asked", reason };
    } else {
      const request = requestOf(day);
      const fetched = request
        ? await fetchDay(day, workspace, fetch, request, today)
        : {
            day,
            state: "not asked" as const,
            reason: "sources.dailyPapers is false in content/site.yaml",
          };
      failures = fetched.state === "failed" ? failures + 1 : 0;
      yield fetched;
    }
  }
}

/** Whether the file of a day exists already. */
export function isFetched({ seeds }: Pick<Workspace, "seeds">, day: string): boolean {
  return existsSync(join(seeds, folder, `${day}.json`));
}

/** The latest day that was fetched; undefined if there is none. */
export function lastFetched({ seeds }: Pick<Workspace, "seeds">): string | undefined {
  const path = join(seeds, folder);
  if (!existsSync(path)) return undefined;
  return readdirSync(path)
    .flatMap((name) => /^(\d{4}-\d\d-\d\d)\.json$/.exec(name)?.[1] ?? [])
    .sort()
    .at(-1);
}

async function fetchDay(
  day: string,
  workspace: Workspace,
  fetch: Fetcher,
  request: FetchRequest,
  today: string,
): Promise<FetchedDay> {
  const { host } = new URL(request.url);
  try {
    const { bytes, type } = await fetch(request);
    const path = `seeds/${folder}/${day}.json`;
    const { value, messages } = readSeed({ path, bytes }, { seedYears: {} });
    const fault = messages.find(({ severity }) => severity === "error");
    if (isWebPage(bytes, type)) {
      const reason = `${host} returned a web page instead of the papers of a day`;
      return { day, state: "failed", reason };
    }
    if (fault) {
      const reason = `${host} returned something other than the papers of a day: ${fault.reason}`;
      return { day, state: "failed", reason };
    }
    await saveSeed(workspace, `${folder}/${day}.json`, asRead(bytes, day, today));
    return { day, state: "saved", papers: value.length };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { day, state: "failed", reason: error.message };
  }
}

/** The list of a day as the source gave it, in an object with its day and the day of reading. */
function asRead(list: Uint8Array, day: string, read: string): Uint8Array {
  const text = Buffer.from(list).toString("utf8").trim();
  // Anything but a list has a place for its day, or none for any.
  if (!text.startsWith("[")) return list;
  return Buffer.from(`{"day":"${day}","read":"${read}","papers":${text}}\n`);
}
