import { realDay } from "../src/text/dates.ts";
import { clearLeftovers } from "../src/workspace/change-workspace.ts";
import {
  type FetchedDay,
  fetchDays,
  isFetched,
  lastFetched,
} from "../src/workspace/network/fetch-days.ts";
import { howToSet, sourcesOf } from "../src/workspace/network/sources.ts";
import { runIngest } from "../src/workspace/run-ingest.ts";
import { counted, exit, fail, readArguments, run } from "./command.ts";
import { openWorkspace } from "./open-workspace.ts";
import { showProgress } from "./progress.ts";
import { reportIngest } from "./report-ingest.ts";

const command = {
  name: "npm run fetch:daily",
  help: `
npm run fetch:daily [-- options] [DAY | DAY..DAY]

Downloads days from the Daily Papers API to seeds/daily-papers/, one file per day, and then updates the
archive. DAY is a date such as 2025-11-13. Without DAY, all days after the last downloaded one are
downloaded, up to yesterday. Each file says on which day it was downloaded, because upvotes grow.

Days that you already have are skipped, so you can stop the command and run it again. Today (in UTC) is
never downloaded, because its list is not complete yet.

Options:
  --no-ingest     only download, without updating the archive
  --root FOLDER   the folder of the archive (default: the current one)
  --dry-run       show what would be downloaded, but change nothing
  --json          print one JSON object instead of text; if the command fails, it has "error"
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    "no-ingest": { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

/** The first day of Daily Papers. */
const firstDay = "2023-05-04";
const dayLength = 86_400_000;

const { values, positionals } = readArguments(command);
const { root, json } = values;
if (positionals.length > 1)
  fail(command, `expected one day or range, but got ${positionals.length}`);
const range = positionals[0] === undefined ? undefined : readRange(positionals[0]);

function readRange(word: string): { from: string; to: string } {
  const [from = "", to = from, ...more] = word.split("..");
  if (more.length > 0 || realDay(from) !== from || realDay(to) !== to) {
    fail(
      command,
      `"${word}" is not a day such as 2025-11-13 or a range such as 2025-11-13..2025-11-20`,
    );
  }
  if (from > to) fail(command, `"${word}" ends before it starts`);
  if (from < firstDay) fail(command, `Daily Papers has no days before ${firstDay}`);
  return { from, to };
}

function dayAfter(day: string): string {
  return dayOf(Date.parse(day) + dayLength);
}

/** The day of a time, in UTC. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

await run(command.name, async () => {
  const { workspace, site } = openWorkspace(root);
  const sources = sourcesOf(site, process.env, (reason) => console.error(reason));
  const yesterday = dayOf(Date.now() - dayLength);
  const last = lastFetched(workspace);
  checkClock(last);
  const from = range?.from ?? (last === undefined ? yesterday : dayAfter(last));
  const to = range?.to ?? yesterday;
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) days.push(day);
  const nothing = `Nothing to download: you have ${last}, and later days are not over yet (in UTC).`;
  const over = days.filter((day) => day <= yesterday);
  const early = days.slice(over.length);
  if (values["dry-run"]) {
    const plan = over.map((day) => ({ day, would: plannedFor(day) }));
    console.log(
      json
        ? JSON.stringify({ plan, notOver: early })
        : [
            ...plan.map(({ day, would }) => `${day}: ${would}`),
            ...early.map((day) => `${day}: would be skipped, because it is not over yet`),
            ...(days.length === 0 ? [nothing] : []),
          ].join("\n"),
    );
    return exit.done;
  }
  function plannedFor(day: string): string {
    if (isFetched(workspace, day)) return "already there";
    const question = sources.day(day);
    if (question) return `would download ${question.url}`;
    return "would be skipped: sources.dailyPapers is false in content/site.yaml";
  }

  await clearLeftovers(workspace);
  const fetched: FetchedDay[] = [];
  const progress = showProgress("Downloading", { total: over.length, unit: "day", isQuiet: json });
  for await (const day of fetchDays(over, workspace, sources, dayOf(Date.now()))) {
    fetched.push(day);
    progress.step();
    if (!json) progress.print(describe(day));
  }
  progress.end();
  // Also without a new day: an earlier run may have been killed after it saved one.
  const report = values["no-ingest"] ? undefined : await runIngest(root);
  if (json) console.log(JSON.stringify({ days: fetched, notOver: early, papers: report?.papers }));
  else {
    if (early.length > 0) console.log(`${early.join(", ")}: skipped, because it is not over yet`);
    if (days.length === 0) console.log(nothing);
    summarize(fetched, days.length, report?.papers);
    if (report) reportIngest(report);
  }
  return fetched.some(({ state }) => state === "failed" || state === "not asked")
    ? exit.notAll
    : exit.done;
});

/** Throws an error if the clock has been set back: it decides which days are over. */
function checkClock(last: string | undefined): void {
  const today = dayOf(Date.now());
  const known = last ?? firstDay;
  if (today >= known) return;
  throw new Error(
    `the clock of this machine shows ${today}, but Daily Papers had papers on ${known}. Set the clock`,
  );
}

/** Prints how many days were downloaded, and how to retry failed ones. */
function summarize(fetched: readonly FetchedDay[], days: number, papers?: number): void {
  const count = (wanted: FetchedDay["state"]) =>
    fetched.filter(({ state }) => state === wanted).length;
  if (count("failed") > 0) {
    console.log("Run the command again to retry what failed. Saved days are not downloaded twice.");
    console.log(howToSet);
  }
  const also = count("there") > 0 ? `, ${count("there")} already there` : "";
  const total = papers === undefined ? "" : ` The archive has ${counted(papers, "paper")}.`;
  console.log(`${count("saved")} of ${counted(days, "day")} downloaded${also}.${total}`);
}

function describe(day: FetchedDay): string {
  if (day.state === "saved") return `${day.day}: ${counted(day.papers, "paper")}`;
  if (day.state === "there") return `${day.day}: already there`;
  return `${day.day}: ${day.state === "failed" ? "failed" : "skipped"}: ${day.reason}`;
}
