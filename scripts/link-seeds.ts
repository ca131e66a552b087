import { relative, resolve } from "node:path";
import type { SeedChanges } from "../src/ingest/compare-seeds.ts";
import { refusal } from "../src/workspace/add/add-papers.ts";
import { openFile } from "../src/workspace/add/open-file.ts";
import { planSeed, type SeedChoice, savePlanned } from "../src/workspace/add/plan-seed.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import { linkTo, pathOfLink, readLinked, readLinks, writeLinks } from "../src/workspace/links.ts";
import type { Workspace } from "../src/workspace/paths.ts";
import { describeReplaced } from "./describe-replaced.ts";

interface LinkOptions {
  dryRun: boolean;
  choice: SeedChoice;
}

/** What became of one file that was to be linked or unlinked. */
export interface LinkResult {
  asked: string;
  /** The file's path in `content/links.yaml`. */
  from?: string;
  /** Its copy. Absent in a dry run that would make one. */
  file?: string;
  /** How the copy differs from its former version, which it replaces. */
  changes?: SeedChanges;
  /** Why nothing was done, as a sentence. */
  failure?: string;
}

/**
 * Copies files into `seeds/added/` and links them, so that each ingest copies them again. No other command
 * changes the list of links meanwhile.
 */
export async function linkSeeds(
  workspace: Workspace,
  paths: readonly string[],
  options: LinkOptions,
): Promise<LinkResult[]> {
  const linkAll = () => inTurn(paths, (asked) => linkSeed(workspace, asked, options));
  return options.dryRun ? linkAll() : changeWorkspace(workspace, linkAll);
}

async function linkSeed(
  workspace: Workspace,
  asked: string,
  { dryRun, choice }: LinkOptions,
): Promise<LinkResult> {
  const path = asked.startsWith("~") ? pathOfLink(workspace, asked) : resolve(asked);
  if (!relative(workspace.seeds, path).startsWith("..")) {
    return { asked, failure: "it is in seeds/ already, so it needs no link" };
  }
  const bytes = await readLinked(path);
  if (typeof bytes === "string") return { asked, failure: bytes };
  const { seed, papers, failures: faults } = await openFile(asked, path);
  if (papers === 0) return { asked, failure: faults.join("; ") || "it only lists ids" };
  const plan = await planSeed(workspace, seed, choice);
  if (plan.kind === "refuse") return { asked, failure: refusal(plan) };
  const from = linkTo(workspace, path);
  const changes = plan.kind === "replace" ? { changes: plan.changes } : {};
  if (dryRun)
    return { asked, from, ...(plan.kind === "new" ? {} : { file: plan.file }), ...changes };
  const { file } = await savePlanned(workspace, seed, plan);
  const others = linksOf(workspace).filter((link) => pathOfLink(workspace, link.from) !== path);
  await writeLinks(workspace, [...others, { from, file }]);
  return { asked, from, file, ...changes };
}

/** Removes links, by the path of the file or of its copy. The copies stay. */
export async function unlinkSeeds(
  workspace: Workspace,
  paths: readonly string[],
  { dryRun }: Pick<LinkOptions, "dryRun">,
): Promise<LinkResult[]> {
  const unlinkAll = () => inTurn(paths, (asked) => unlinkSeed(workspace, asked, dryRun));
  return dryRun ? unlinkAll() : changeWorkspace(workspace, unlinkAll);
}

async function unlinkSeed(
  workspace: Workspace,
  asked: string,
  dryRun: boolean,
): Promise<LinkResult> {
  const all = linksOf(workspace);
  const names = [resolve(asked), pathOfLink(workspace, asked)];
  const link = all.find(
    ({ from, file }) =>
      file === asked || from === asked || names.includes(pathOfLink(workspace, from)),
  );
  if (!link) return { asked, failure: "it is not linked" };
  const rest = all.filter((one) => one !== link);
  if (!dryRun) await writeLinks(workspace, rest);
  return { asked, ...link };
}

/** A result in words. */
export function describeLink(
  { asked, from, file, changes, failure }: LinkResult,
  { dryRun, isUnlinking }: { dryRun: boolean; isUnlinking: boolean },
): string {
  if (failure !== undefined) return `${asked}: ${failure}`;
  if (isUnlinking)
    return `${asked}: ${dryRun ? "would unlink it and keep" : "unlinked; kept"} ${file}`;
  const replaced =
    changes && file !== undefined
      ? [
          `${asked}: ${dryRun ? "would replace" : "replaced"} ${describeReplaced({ file, changes })}`,
        ]
      : [];
  const linked = dryRun ? `would link ${from}` : `linked, and copied to ${file}`;
  return [...replaced, `${asked}: ${linked}`].join("\n");
}

/** Does something with each item, one after the other. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function linksOf(workspace: Workspace) {
  const { value, messages } = readLinks(workspace);
  if (value) return value;
  throw new Error(`content/links.yaml: ${messages.map(({ reason }) => reason).join(" ")}`);
}
