import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readSeed } from "../../ingest/read-seed.ts";
import type { Project } from "../paths.ts";
import { saveSeed } from "../save-seed.ts";
import { NoAnswer } from "./fetch-politely.ts";
import type { Sources } from "./sources.ts";

const folder = "daily-papers";

/** What came of a day. */
export type FetchedDay = { day: string } & (
  | { state: "saved"; papers: number }
  | { state: "there" }
  | { state: "failed" | "not asked"; reason: string }
);

/** After so many failures in a row a host is not asked on. */
const mostFailures = 3;

/** Fetches days one after the other; those that are there already are not asked for again. */
export async function* fetchDays(
  days: readonly string[],
  project: Project,
  sources: Pick<Sources, "ask" | "day">,
): AsyncGenerator<FetchedDay> {
  let failures = 0;
  for (const day of days) {
    if (isFetched(project, day)) yield { day, state: "there" };
    else if (failures >= mostFailures) {
      const reason = `${failures} days before it failed`;
      yield { day, state: "not asked", reason };
    } else {
      const fetched = await fetchDay(day, project, sources);
      failures = fetched.state === "failed" ? failures + 1 : 0;
      yield fetched;
    }
  }
}

export function isFetched({ seeds }: Pick<Project, "seeds">, day: string): boolean {
  return existsSync(join(seeds, folder, `${day}.json`));
}

/** The latest day that was fetched; undefined where none was. */
export function lastFetched({ seeds }: Pick<Project, "seeds">): string | undefined {
  const path = join(seeds, folder);
  if (!existsSync(path)) return undefined;
  return readdirSync(path)
    .flatMap((name) => /^(\d{4}-\d\d-\d\d)\.json$/.exec(name)?.[1] ?? [])
    .sort()
    .at(-1);
}

async function fetchDay(
  day: string,
  project: Project,
  { ask, day: questionOf }: Pick<Sources, "ask" | "day">,
): Promise<FetchedDay> {
  try {
    const { bytes } = await ask(questionOf(day));
    const path = `seeds/${folder}/${day}.json`;
    const { value, messages } = readSeed({ path, bytes }, { seedYears: {} });
    const fault = messages.find(({ severity }) => severity === "error");
    if (fault)
      return { day, state: "failed", reason: `the answer is no day of papers: ${fault.reason}` };
    await saveSeed(project, `${folder}/${day}.json`, bytes);
    return { day, state: "saved", papers: value.length };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { day, state: "failed", reason: error.message };
  }
}
