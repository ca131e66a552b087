import { relative, resolve } from "node:path";
import { openFile, refusal } from "../src/workspace/add/add-papers.ts";
import { planSeed, type SeedChoice, savePlanned } from "../src/workspace/add/plan-seed.ts";
import { linkTo, pathOfLink, readLinks, writeLinks } from "../src/workspace/links.ts";
import type { Workspace } from "../src/workspace/paths.ts";
import { describeReplaced } from "./describe-replaced.ts";

interface LinkOptions {
  dryRun: boolean;
  choice: SeedChoice;
  tell: (line: string) => void;
}

/** Copies files into `seeds/added/` and links them, so that each ingest copies them again. */
export async function linkSeeds(
  workspace: Workspace,
  paths: readonly string[],
  { dryRun, choice, tell }: LinkOptions,
): Promise<string[]> {
  const failures: string[] = [];
  for (const asked of paths) {
    const path = asked.startsWith("~") ? pathOfLink(workspace, asked) : resolve(asked);
    if (!relative(workspace.seeds, path).startsWith("..")) {
      failures.push(`${asked} is in seeds/ already, so it needs no link`);
      continue;
    }
    const { seed, papers, failures: faults } = await openFile(asked, path);
    if (papers === 0) {
      failures.push(`${asked}: ${faults.join("; ") || "it only lists ids"}`);
      continue;
    }
    const plan = await planSeed(workspace, seed, choice);
    if (plan.kind === "refuse") {
      failures.push(`${asked}: ${refusal(plan)}`);
      continue;
    }
    if (plan.kind === "replace") tell(`${asked}: replacing ${describeReplaced(plan)}`);
    const from = linkTo(workspace, path);
    if (dryRun) {
      tell(`${asked}: would link ${from}`);
      continue;
    }
    const { file } = await savePlanned(workspace, seed, plan);
    const others = linksOf(workspace).filter((link) => pathOfLink(workspace, link.from) !== path);
    await writeLinks(workspace, [...others, { from, file }]);
    tell(`${asked}: linked, and copied to ${file}`);
  }
  return failures;
}

/** Removes links, by the path of the file or of its copy. The copies stay. */
export async function unlinkSeeds(
  workspace: Workspace,
  paths: readonly string[],
  { dryRun, tell }: Pick<LinkOptions, "dryRun" | "tell">,
): Promise<string[]> {
  const failures: string[] = [];
  for (const asked of paths) {
    const all = linksOf(workspace);
    const names = [resolve(asked), pathOfLink(workspace, asked)];
    const link = all.find(
      ({ from, file }) =>
        file === asked || from === asked || names.includes(pathOfLink(workspace, from)),
    );
    if (!link) {
      failures.push(`${asked} is not linked`);
      continue;
    }
    if (!dryRun)
      await writeLinks(
        workspace,
        all.filter((one) => one !== link),
      );
    tell(`${asked}: ${dryRun ? "would unlink it and keep" : "unlinked; kept"} ${link.file}`);
  }
  return failures;
}

function linksOf(workspace: Workspace) {
  const { value, messages } = readLinks(workspace);
  if (value) return value;
  throw new Error(`content/links.yaml: ${messages.map(({ reason }) => reason).join(" ")}`);
}
