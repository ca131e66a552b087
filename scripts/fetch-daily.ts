import { realDay } from "../src/text/dates.ts";
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
import { reportIngest } from "./report-ingest.ts";

const command = {
  name: "npm run fetch:daily",
  help: `
npm run fetch:daily [-- options] [DAY | DAY..DAY]

Fetches days from the Daily Papers API into seeds/daily-papers/, one file a day, as they come; then the
archive is made again. A day is 2025-11-13; a range is 2025-11-13..2025-11-20. Without one, the days
after the last one fetched, up to yesterday. Days that are there are not asked for again, so a run that
was stopped goes on where it was. A day that is not over yet (in UTC) is not fetched: it would stay half.

Options:
  --no-ingest     only fetch
  --root FOLDER   the project to work on (default: this one)
  --dry-run       say what would be asked, and change nothing
  --json          print one JSON object instead of text
  -h, --help      this text

Exit codes: 0 all done, 1 something could not be done (each is named), 2 wrong usage.
`,
  options: {
    "no-ingest": { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

/** The first day that Daily Papers has; an earlier one is a slip. */
const firstDay = "2023-05-04";
const dayLength = 86_400_000;

const { values, positionals } = readArguments(command);
const { root, json } = values;
if (positionals.length > 1) fail(command, `one day or range at a time, not ${positionals.length}`);
const range = positionals[0] === undefined ? undefined : readRange(positionals[0]);

function readRange(word: string): { from: string; to: string } {
  const [from = "", to = from, ...more] = word.split("..");
  if (more.length > 0 || realDay(from) !== from || realDay(to) !== to) {
    fail(
      command,
      `"${word}" is no day such as 2025-11-13 and no range such as 2025-11-13..2025-11-20`,
    );
  }
  if (from > to) fail(command, `"${word}" ends before it begins`);
  if (from < firstDay) fail(command, `Daily Papers has no day before ${firstDay}`);
  return { from, to };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + dayLength).toISOString().slice(0, 10);
}

await run(command.name, async () => {
  const { workspace, site } = openWorkspace(root);
  const sources = sourcesOf(site, process.env, (reason) => console.error(reason));
  const yesterday = new Date(Date.now() - dayLength).toISOString().slice(0, 10);
  const last = lastFetched(workspace);
  const from = range?.from ?? (last === undefined ? yesterday : dayAfter(last));
  const to = range?.to ?? yesterday;
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) days.push(day);
  const nothing = `nothing to fetch: ${last} is there, and later days are not over yet (in UTC)`;
  const over = days.filter((day) => day <= yesterday);
  const early = days.slice(over.length);
  if (values["dry-run"]) {
    const plan = over.map((day) => ({
      day,
      would: isFetched(workspace, day)
        ? "is there already"
        : `would ask ${sources.day(day)?.url ?? "nobody: sources.dailyPapers is false"}`,
    }));
    console.log(
      json
        ? JSON.stringify({ plan, notOver: early })
        : [
            ...plan.map(({ day, would }) => `${day}: ${would}`),
            ...early.map((day) => `${day}: is not over yet, so it would not be fetched`),
            ...(days.length === 0 ? [nothing] : []),
          ].join("\n"),
    );
    return exit.done;
  }
  const fetched: FetchedDay[] = [];
  for await (const day of fetchDays(over, workspace, sources)) {
    fetched.push(day);
    if (!json) console.log(describe(day));
  }
  const saved = fetched.filter(({ state }) => state === "saved").length;
  const report = saved > 0 && !values["no-ingest"] ? await runIngest(root) : undefined;
  if (json) console.log(JSON.stringify({ days: fetched, notOver: early, papers: report?.papers }));
  else {
    if (early.length > 0) console.log(`${early.join(", ")}: not over yet, so not fetched`);
    if (days.length === 0) console.log(nothing);
    const there = fetched.filter(({ state }) => state === "there").length;
    const also = there > 0 ? `, ${there} there already` : "";
    const failed = fetched.some(({ state }) => state === "failed");
    if (failed) {
      console.log(
        "Run the same again for what failed: days that are there are not asked for twice.",
      );
      console.log(howToSet);
    }
    console.log(
      `${saved} of ${counted(days.length, "day")} fetched${also}${report ? `; the archive has ${counted(report.papers, "paper")}` : ""}`,
    );
    if (report) reportIngest(report);
  }
  return fetched.some(({ state }) => state === "failed" || state === "not asked")
    ? exit.notAll
    : exit.done;
});

function describe(day: FetchedDay): string {
  if (day.state === "saved") return `${day.day}: ${counted(day.papers, "paper")}`;
  if (day.state === "there") return `${day.day}: there already`;
  return `${day.day}: ${day.state}: ${day.reason}`;
}
