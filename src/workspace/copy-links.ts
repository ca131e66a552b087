import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSeed } from "../ingest/read-seed.ts";
import type { Links } from "../schemas/links.ts";
import type { Message } from "../schemas/message.ts";
import {
  linkedFileChanged,
  linkedFileElsewhere,
  linkedFileMissing,
  linkedFileUnused,
  report,
} from "../schemas/rules.ts";
import { messagesOf } from "./add/messages-of.ts";
import { countChanges, planCopy, savePlanned } from "./add/plan-seed.ts";
import { pathOfLink, readLinked } from "./links.ts";
import type { Workspace } from "./paths.ts";
import { unpacked } from "./unpack.ts";

/**
 * Copies linked files over their copies in `seeds/`, unless it is a dry run, and reports what is new,
 * changed and gone. A copy stays if its file is missing, if the owner edited it, or if the file cannot be
 * read completely and would lose papers.
 */
export async function copyLinks(
  workspace: Workspace,
  links: Links,
  { dryRun, isAutomatic }: { dryRun: boolean; isAutomatic: boolean },
): Promise<Message[]> {
  const messages: Message[] = [];
  for (const { from, file } of links) {
    const path = pathOfLink(workspace, from);
    const bytes = await readLinked(path);
    if (typeof bytes === "string") {
      const hasCopy = await readFile(join(workspace.root, file)).then(
        () => true,
        () => false,
      );
      const rule = hasCopy && isAutomatic ? linkedFileElsewhere : linkedFileMissing;
      messages.push(report(rule, { from, file, reason: bytes, hasCopy }, { file }));
      continue;
    }
    const read = readSeed(unpacked(file, bytes), { seedYears: {} });
    const isWhole = messagesOf(read.messages).length === 0 && read.value.length > 0;
    const seed = {
      name: file.replace(/^seeds\//, ""),
      bytes,
      records: read.value,
      isWhole,
      from: path,
    };
    const plan = await planCopy(workspace, file, seed);
    if (plan.kind === "refuse") {
      messages.push(report(linkedFileUnused, { from, why: plan.why }, { file }));
      continue;
    }
    if (plan.kind === "replace") {
      const { changes } = plan;
      const counts = countChanges(changes);
      messages.push(report(linkedFileChanged, { from, counts, ...changes }, { file }));
    }
    if (!dryRun) await savePlanned(workspace, seed, plan);
  }
  return messages;
}
