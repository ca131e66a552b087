import type { Message, Staged } from "../schemas/message.ts";
import { assignTopics } from "./assign-topics.ts";
import { checkEntry } from "./check-entry.ts";
import { clean } from "./clean.ts";
import { checkFormulas } from "./math/check-formulas.ts";
import { mergePapers } from "./merge-papers.ts";
import { type FilesOnDisk, planWrites, type WritePlan } from "./plan-writes.ts";
import type { SeedContext, SeedFile } from "./raw-paper.ts";
import { readSeed } from "./read-seed.ts";
import { type MathContext, restoreMath } from "./restore-math.ts";
import { type Entry, type TopicPaper, toMdx } from "./to-mdx.ts";
import type { Matcher } from "./topics/assign-topics.ts";

/** What the chain needs to know beside the seeds. */
export interface IngestContext extends SeedContext, MathContext {
  matcher: Matcher;
  /** Files under the folder of entries, by relative path. */
  disk: FilesOnDisk;
  /** The folder of entries, as messages name it. */
  folder: string;
}

export interface Ingested {
  papers: TopicPaper[];
  plan: WritePlan;
}

/** The whole chain from seeds to a plan of writes; it changes nothing. */
export function ingest(seeds: SeedFile[], context: IngestContext): Staged<Ingested> {
  const read = seeds.map((seed) => readSeed(seed, context));
  const records = read.flatMap(({ value }) => value).map((raw) => clean(restoreMath(raw, context)));
  const merged = mergePapers(records);
  const papers = merged.value.map((paper) => assignTopics(paper, context.matcher));
  const entries = papers.map(toMdx);
  const reading = read.flatMap(({ messages }) => messages);
  const losses = [...reading, ...merged.messages].filter(
    ({ rule, severity }) => severity === "error" || rule === "maybe-cut-off",
  );
  const complete = seeds.length > 0 && losses.length === 0;
  const planned = planWrites(entries, context.disk, { folder: context.folder, complete });
  const checked = checkNew(planned.value, entries, papers);
  return {
    value: { papers, plan: checked.value },
    messages: [
      ...reading,
      ...merged.messages,
      ...papers.flatMap(checkFormulas),
      ...planned.messages,
      ...checked.messages,
    ],
  };
}

/** Takes entries out of the plan that would not read back as they are. */
function checkNew(plan: WritePlan, entries: Entry[], papers: TopicPaper[]): Staged<WritePlan> {
  const paperOf = new Map(entries.map(({ path }, index) => [path, papers[index]]));
  const messages: Message[] = [];
  const sound = (entry: Entry) => {
    const paper = paperOf.get(entry.path);
    const faults = paper ? checkEntry(entry, paper) : [];
    messages.push(...faults);
    return faults.length === 0;
  };
  const value = {
    ...plan,
    create: plan.create.filter(sound),
    update: plan.update.filter(sound),
  };
  return { value, messages };
}
