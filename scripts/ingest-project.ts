import { describeMessages } from "../src/project/describe-messages.ts";
import { runIngest } from "../src/project/run-ingest.ts";

/**
 * Ingests and prints what was done and what there is to say. False where something could not be
 * done: an error, or with `strict` a warning.
 */
export async function ingestProject(
  root: string,
  { dryRun = false, strict = false }: { dryRun?: boolean; strict?: boolean } = {},
): Promise<boolean> {
  const { messages, seeds, papers, created, updated, kept, removed } = await runIngest(root, {
    dryRun,
    beforeRemoval: (paths) => {
      const verb = dryRun ? "would remove" : "removing";
      for (const path of paths) console.log(`${verb} ${path}: no seed has this paper now`);
    },
  });
  const would = dryRun ? "would be " : "";
  console.log(
    `${papers} papers from ${seeds} seed${seeds === 1 ? "" : "s"}: ${created} ${would}created, ${updated} ${would}updated, ${kept} unchanged, ${removed} ${would}removed`,
  );
  if (messages.length > 0) console.error(describeMessages(messages));
  return !messages.some(
    ({ severity }) => severity === "error" || (strict && severity === "warning"),
  );
}
