import { correctTopics } from "../notes/correct-topics.ts";
import { mergeWithNotes, type NotesContext } from "../notes/merge-with-notes.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Removed } from "../schemas/removed.ts";
import type { Matcher } from "../topics/matcher/matcher.ts";
import { assignTopics } from "./assign-topics.ts";
import { checkEntry } from "./check-entry.ts";
import { checkFormulas } from "./check-formulas.ts";
import { sameWork } from "./identity/same-work.ts";
import { leaveOut } from "./leave-out.ts";
import { type FilesOnDisk, idOfPath, planWrites, type WritePlan } from "./plan-writes.ts";
import type { SeedContext, SeedFile } from "./raw-paper.ts";
import { readSeed } from "./read-seed.ts";
import { type Entry, type TopicPaper, toMdx } from "./to-mdx.ts";

/** What the chain needs to know beside the seeds. */
export interface IngestContext extends SeedContext, NotesContext {
  matcher: Matcher;
  /** Papers that the owner left out; none where absent. */
  removed?: Removed;
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
  const reading = read.flatMap(({ messages }) => messages);
  const raws = read.flatMap(({ value }) => value);
  const onDisk = new Set([...context.disk.keys()].map(idOfPath));
  const isWhole = seeds.length > 0 && !reading.some(isLoss);
  const { merged, noted } = mergeWithNotes(raws, context, isWhole ? new Set() : onDisk);
  const left = leaveOut(noted.value.papers, context.removed ?? []);
  const topical = left.value.papers.map((paper) => {
    const assigned = assignTopics(paper, context.matcher);
    const note = noted.value.noteOf.get(paper.id);
    return note
      ? correctTopics(
          assigned,
          note,
          context.matcher.topics.map(({ id }) => id),
        )
      : { value: assigned, messages: [] };
  });
  const papers = topical.map(({ value }) => value);
  const entries = papers.map(toMdx);
  const complete = isWhole && !merged.some(isLoss);
  const planned = planWrites(entries, context.disk, {
    folder: context.folder,
    complete,
    leftOut: left.value.ids,
  });
  const checked = checkNew(planned.value, entries, papers);
  return {
    value: { papers, plan: checked.value },
    messages: [
      ...reading,
      ...merged,
      ...noted.messages,
      ...left.messages,
      ...sameWork(left.value.papers, noted.value.noteOf),
      ...topical.flatMap(({ messages }) => messages),
      ...papers.flatMap(checkFormulas),
      ...planned.messages,
      ...checked.messages,
    ],
  };
}

/** Whether a message says that something of a seed was lost, so that no entry may be removed. */
function isLoss({ rule, severity }: Message): boolean {
  return severity === "error" || rule === "maybe-cut-off";
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
    move: plan.move.filter(({ entry }) => sound(entry)),
  };
  return { value, messages };
}
