import { existsSync, statSync } from "node:fs";
import { type Added, addPapers, type Replaced } from "../src/workspace/add/add-papers.ts";
import { requestsFor } from "../src/workspace/add/fetch-target.ts";
import { type Target, targetOf, whyNoTarget } from "../src/workspace/add/target.ts";
import { clearLeftovers } from "../src/workspace/change-workspace.ts";
import { howToSet, type Sources, sourcesOf } from "../src/workspace/network/sources.ts";
import type { Workspace } from "../src/workspace/paths.ts";
import { type IngestReport, runIngest } from "../src/workspace/run-ingest.ts";
import { counted, exit, fail, readArguments, run } from "./command.ts";
import { describeAdded, describeNotes, isOnlyNotes } from "./describe-added.ts";
import { describeReplaced } from "./describe-replaced.ts";
import { describeLink, linkSeeds, unlinkSeeds } from "./link-seeds.ts";
import { openWorkspace } from "./open-workspace.ts";
import { type Planned, planAdditions } from "./plan-additions.ts";
import { showProgress } from "./progress.ts";
import { reportIngest } from "./report-ingest.ts";

const command = {
  name: "npm run add",
  help: `
npm run add -- [options] WHAT...

Adds papers to the archive. WHAT is one of these:
  - an arXiv id (2510.01171), a DOI (10.1145/3292500.3330701), or a link with one in it: of arXiv,
    alphaXiv, Hugging Face, doi.org or a publisher; also a link of the ACL Anthology since 2014, and one
    of OpenReview or Semantic Scholar, whose APIs are asked which paper it is
  - a file of papers: BibTeX, RIS, CSL-JSON, Zotero JSON, arXiv Atom, Daily Papers (JSON or copied
    text), or YAML
  - a list of papers, which are downloaded: ids, Markdown or any text with links, bookmarks (HTML), OPML,
    a table (CSV) of Notion or Semantic Scholar, or a note with arxiv: or doi: in its head

Downloads and copies of files are saved in seeds/added/ without changes. A file that you add again
replaces its former version there, after the output has said which papers are new, changed and gone. A
saved file that you edited is kept. The archive is then updated, and the output says which papers were
added, which were already there, and which failed.

With --link, each ingest copies the file again and says what is new, changed and gone.

Options:
  --again         download again what the archive has from the same source
  --link          copy the files named now and at each ingest; content/links.yaml lists them
  --unlink        remove the links to the files named, and keep the copies
  --only-ids      take nothing from files but the ids and links in them, at most 100: for texts of others
  --keep-both     save a changed file beside its former version
  --replace       replace the former version even if you edited it
  --root FOLDER   the folder of the archive (default: the current one)
  --dry-run       show what would be downloaded and saved, but change nothing
  --json          print one JSON object instead of text; if the command fails, it has "error"
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    again: { type: "boolean", default: false },
    "keep-both": { type: "boolean", default: false },
    "only-ids": { type: "boolean", default: false },
    link: { type: "boolean", default: false },
    unlink: { type: "boolean", default: false },
    replace: { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const { root, json, again, "only-ids": onlyIds } = values;
if (positionals.length === 0) fail(command, "name at least one paper or file to add");
const choice = { keepBoth: values["keep-both"], replace: values.replace };
if (choice.keepBoth && choice.replace) fail(command, "use either --keep-both or --replace");
const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
if (values.link && values.unlink) fail(command, "use either --link or --unlink");
const isLinking = values.link || values.unlink;
const targets = (isLinking ? [] : positionals).map((asked) => {
  const target = targetOf(asked, isFile);
  if (!target && existsSync(asked))
    fail(command, `"${asked}" is a folder. Name the files in it instead`);
  if (!target) fail(command, `"${asked}" ${whyNoTarget(asked)}`);
  return { asked, target };
});

await run(command.name, async () => {
  const { workspace, site } = openWorkspace(root);
  if (isLinking) return changeLinks(workspace);
  const sources = sourcesOf(site, process.env, (reason) => console.error(reason));
  const before = await runIngest(root, { dryRun: true });
  const isKnown = (target: Target) => !again && hasFromSource(before.list, target, sources);
  if (values["dry-run"])
    return showPlan(await planAdditions(targets, { workspace, sources, isKnown, choice, onlyIds }));
  await clearLeftovers(workspace);

  const results: Added[] = [];
  let total = targets.length;
  const progress = showProgress("Adding", { total, isQuiet: json });
  const beforeReplacing = (asked: string, replaced: Replaced) => {
    if (!json) progress.print(`${asked}: replacing ${describeReplaced(replaced)}`);
  };
  const onListed = (count: number) => {
    total += count;
    progress.expect(total);
  };
  const context = { workspace, sources, isKnown, choice, onlyIds, beforeReplacing, onListed };
  for await (const added of addPapers(targets, context)) {
    results.push(added);
    progress.step();
    if (!json) progress.print(describeAdded(added));
  }
  progress.end();
  // An earlier run may have been killed after it saved the seeds.
  const isBehind = before.created + before.updated + before.moved > 0;
  const report = isBehind || results.some(({ isNew }) => isNew) ? await runIngest(root) : before;
  const added = papersAdded(before, report).map(({ id, titleText }) => ({ id, title: titleText }));
  if (json) {
    const { papers, messages } = report;
    console.log(JSON.stringify({ results, added, papers, messages }));
  } else {
    for (const { id, title } of added) console.log(`added ${id}  ${title}`);
    summarize(results, added.length, report.papers);
    reportIngest(report);
  }
  return results.some(({ failures }) => failures.length > 0) ? exit.notAll : exit.done;
});

/** Links or unlinks the files named, and updates the archive. */
async function changeLinks(workspace: Workspace): Promise<number> {
  const dryRun = values["dry-run"];
  const links = values.link
    ? await linkSeeds(workspace, positionals, { dryRun, choice })
    : await unlinkSeeds(workspace, positionals, { dryRun });
  const manner = { dryRun, isUnlinking: values.unlink };
  for (const result of links) {
    const print = result.failure === undefined ? console.log : console.error;
    if (!json || result.failure !== undefined) print(describeLink(result, manner));
  }
  const report = await runIngest(root, { dryRun });
  const { papers, messages } = report;
  if (json) console.log(JSON.stringify({ links, papers, messages }));
  else reportIngest(report);
  return links.some(({ failure }) => failure !== undefined) ? exit.notAll : exit.done;
}

/** The papers that are new, and those that a killed run saved without making their entries. */
function papersAdded(before: IngestReport, { list }: IngestReport): IngestReport["list"] {
  const known = new Set(before.list.map(({ id }) => id));
  const late = new Set(before.createdIds);
  return list.filter(
    ({ id, aliases, sources }) =>
      (!known.has(id) && !aliases.some((one) => known.has(one))) ||
      (late.has(id) && sources.some(({ file }) => file.startsWith("seeds/added/"))),
  );
}

/** Whether the archive already has this paper from the source that would be requested. */
function hasFromSource(papers: IngestReport["list"], target: Target, sources: Sources): boolean {
  if (target.kind === "openreview" || target.kind === "semantic-scholar") {
    const files = requestsFor(target, sources).map(({ name }) => `seeds/${name}`);
    return papers.some((paper) => paper.sources.some(({ file }) => files.includes(file)));
  }
  return papers.some(({ ids, sources: from }) =>
    target.kind === "arxiv"
      ? ids.arxiv === target.id && from.some(({ format }) => format === "arxiv-atom")
      : target.kind === "doi" &&
        ids.doi?.toLowerCase() === target.doi.toLowerCase() &&
        from.some(({ format }) => format === "csl-json"),
  );
}

/** Prints a plan and returns the exit code. */
function showPlan(plan: readonly Planned[]): number {
  const lines = plan.flatMap(({ asked, would, failures, notes = [] }) => [
    ...(would === "" ? [] : [`${asked}: ${would}`]),
    ...failures.map((failure) => `${asked}: would fail: ${failure}`),
    ...describeNotes(asked, notes),
  ]);
  console.log(json ? JSON.stringify({ plan }) : lines.join("\n"));
  return plan.some(({ failures }) => failures.length > 0) ? exit.notAll : exit.done;
}

/** Prints how many requests succeeded, and how to retry the others. */
function summarize(all: readonly Added[], added: number, total: number): void {
  const results = all.filter((one) => !isOnlyNotes(one));
  const failed = results.filter(({ failures }) => failures.length > 0);
  const left = failed.filter(({ files }) => files.length === 0);
  console.log(
    `${counted(added, "paper")} added. ${results.length - left.length} of ${counted(results.length, "request")} succeeded. The archive has ${counted(total, "paper")}.`,
  );
  if (left.some(isFetched)) {
    console.log(
      "Run the command again to retry what failed. Saved papers are not downloaded twice.",
    );
  }
  const partial = failed.filter((one) => one.files.length > 0 && isFetched(one));
  if (partial.length > 0) {
    const words = partial.map(({ asked }) => asked);
    console.log(`To retry what is missing: npm run add -- --again ${words.join(" ")}`);
  }
  if (failed.some(isFetched)) console.log(howToSet);
}

/** Whether a request was a download rather than a copy of a file. */
function isFetched({ asked }: Added): boolean {
  return targetOf(asked, isFile)?.kind !== "file";
}
