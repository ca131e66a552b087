import { type Message, mapStaged, type Staged } from "../schemas/message.ts";
import type { Removed } from "../schemas/removed.ts";
import { maybeCutOff } from "../schemas/rules.ts";
import type { Matcher } from "../topics/matcher/matcher.ts";
import { assignTopics } from "./assign-topics.ts";
import { checkEntries } from "./check-entry.ts";
import { checkFormulas } from "./check-formulas.ts";
import { clean } from "./clean.ts";
import { identifyPapers } from "./identity/identify-papers.ts";
import { sameWork } from "./identity/same-work.ts";
import { muchFewerPapers, noPapersAnymore, type RecordCounts } from "./lost-papers.ts";
import { mergePapers } from "./merge/merge-papers.ts";
import { noNotes, type OwnersNotes } from "./owners-notes.ts";
import type { TopicPaper } from "./paper.ts";
import { type FilesOnDisk, idOfPath, planWrites, type WritePlan } from "./plan-writes.ts";
import type { RawPaper, SeedContext, SeedFile } from "./raw-paper.ts";
import { readSeed } from "./read-seed.ts";
import { removePapers } from "./remove-papers.ts";
import { type MathContext, restoreMath } from "./restore-math.ts";
import { toMdx } from "./to-mdx.ts";
import { withNames } from "./with-names.ts";

/** What the chain needs besides the seeds. */
export interface IngestContext extends SeedContext, MathContext {
  matcher: Matcher;
  /** Absent if the owner has none. */
  notes?: OwnersNotes;
  /** Papers that the owner removed. */
  removed?: Removed;
  /** Files under the folder of entries, by relative path. */
  disk: FilesOnDisk;
  /** The folder of entries, for messages. */
  folder: string;
}

/** The papers that the archive will have, and the file changes that lead to them. */
export interface Ingested {
  papers: TopicPaper[];
  plan: WritePlan;
}

/**
 * The chain from seeds to a plan of writes, one line a stage. Each stage is pure: nothing is written
 * here, and each text goes through each stage once.
 */
export function ingest(seeds: Iterable<SeedFile>, context: IngestContext): Staged<Ingested> {
  const { notes = noNotes, removed = [], matcher, disk, folder } = context;
  const read = readSeeds(seeds, context);
  const restored = read.value.map((raw) => restoreMath(raw, context));
  const cleaned = withNames(restored.map(clean));
  const { counts } = read;
  const gone = noPapersAnymore(counts, disk, read.messages);
  const complete =
    counts.size > 0 && ![...read.messages, ...gone, ...cleaned.messages].some(isLoss);
  const identified = identifyPapers(cleaned.value, notes, complete ? new Set() : idsOn(disk));
  const merged = mergePapers(identified.value);
  const noted = mapStaged(merged.value, notes.correct);
  const left = removePapers(noted.value, removed);
  const assigned = left.value.papers.map((paper) => assignTopics(paper, matcher));
  const topics = matcher.topics.map(({ id }) => id);
  const topical = mapStaged(assigned, (paper) => notes.correctTopics(paper, topics));
  const papers = topical.value;
  const entries = papers.map(toMdx);
  const planned = planWrites(entries, disk, { folder, complete, leftOut: left.value.ids });
  const checked = checkEntries(planned.value, entries, papers);
  const stages = [read, cleaned, identified, merged, noted, left];
  return {
    value: { papers, plan: checked.value },
    messages: [
      ...gone,
      ...stages.flatMap(({ messages }) => messages),
      ...sameWork(papers),
      ...topical.messages,
      ...papers.flatMap(checkFormulas),
      ...planned.messages,
      ...muchFewerPapers(planned.value.remove, counts, disk),
      ...checked.messages,
    ],
  };
}

/** Reads one seed after the other, so that only one file is in memory. */
function readSeeds(
  seeds: Iterable<SeedFile>,
  context: SeedContext,
): Staged<RawPaper[]> & { counts: RecordCounts } {
  const value: RawPaper[] = [];
  const messages: Message[] = [];
  const counts = new Map<string, number>();
  for (const seed of seeds) {
    const read = readSeed(seed, context);
    for (const paper of read.value) value.push(paper);
    messages.push(...read.messages);
    counts.set(seed.path, read.value.length);
  }
  return { value, messages, counts };
}

/** Whether a part of a seed could not be read; then no entry may be removed. */
function isLoss({ rule, severity }: Message): boolean {
  return severity === "error" || rule === maybeCutOff.name;
}

/** The ids of papers that have an entry already. */
function idsOn(disk: FilesOnDisk): ReadonlySet<string> {
  return new Set([...disk.keys()].map(idOfPath));
}
