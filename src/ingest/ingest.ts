import type { Message, Staged } from "../schemas/message.ts";
import type { Removed } from "../schemas/removed.ts";
import { maybeCutOff, recordFailed } from "../schemas/rules.ts";
import type { Matcher } from "../topics/matcher/matcher.ts";
import { topicsFrom } from "./assign-topics.ts";
import { checkEntries } from "./check-entry.ts";
import { checkLengths } from "./check-lengths.ts";
import { mapContained } from "./contained.ts";
import { type FilesOnDisk, idOfPath } from "./entry-file.ts";
import { distinctKeys } from "./identity/distinct-keys.ts";
import { extendLedger } from "./identity/extend-ledger.ts";
import { gonePapersOf } from "./identity/gone-papers.ts";
import { identifyPapers } from "./identity/identify-papers.ts";
import { ledgerOfEntries } from "./identity/published-entries.ts";
import { readLedger } from "./identity/read-ledger.ts";
import { twinsOfRemoved } from "./identity/removed-twins.ts";
import { sameWork } from "./identity/same-work.ts";
import { reportTwoIds } from "./identity/two-ids.ts";
import { muchFewerPapers, noPapersAnymore } from "./lost-papers.ts";
import { type Memory, noMemory } from "./memory.ts";
import { mergePapers } from "./merge/merge-papers.ts";
import { noNotes, type OwnersNotes } from "./owners-notes.ts";
import type { Paper, TopicPaper } from "./paper.ts";
import { planWrites, type WritePlan } from "./plan-writes.ts";
import type { SeedContext, SeedFile } from "./raw-paper.ts";
import { readRecords } from "./read-records.ts";
import { removedFormers, removePapers } from "./remove-papers.ts";
import type { MathContext } from "./restore-math.ts";
import { reportUndated } from "./undated-papers.ts";
import { withEntry } from "./with-entry.ts";
import { withNames } from "./with-names.ts";

/** What the chain needs besides the seeds. */
export interface IngestContext extends SeedContext, MathContext {
  matcher: Matcher;
  /** Absent if the owner has none. */
  notes?: OwnersNotes;
  /** Papers that the owner removed. */
  removed?: Removed;
  /** The text of `content/addresses.jsonl`: every address that was ever published. */
  ledger?: string;
  /** Files under the folder of entries, by relative path. */
  disk: FilesOnDisk;
  /** The folder of entries, for messages. */
  folder: string;
  /** What earlier ingests made. The result is the same without it. */
  memory?: Memory;
  /** Called before each record of a stage that takes long. */
  onRecord?: OnRecord;
}

/** Called before each record of a stage, with the number of records if that is known. */
export type OnRecord = (stage: "texts" | "topics" | "entries", total?: number) => void;

/** The papers that the archive will have, and the file changes that lead to them. */
export interface Ingested {
  papers: TopicPaper[];
  plan: WritePlan;
  /** Ids, including former ones, of the papers that the owner removed. */
  removed: ReadonlySet<string>;
  /** The new text of `content/addresses.jsonl`. */
  ledger: string;
  /** Ids of papers whose abstract is nearly that of another one, so that what is said of it depends on both. */
  near: string[];
  /** Whether nothing was said about what is on disk or was published, which the next run may not say again. */
  isSettled: boolean;
}

/**
 * The chain from seeds to a plan of writes, one line a stage. Each stage is pure: nothing is written
 * here, and each text goes through each stage once.
 */
export function ingest(seeds: Iterable<SeedFile>, context: IngestContext): Staged<Ingested> {
  const { notes = noNotes, removed = [], matcher, disk, folder, memory = noMemory } = context;
  const { onRecord = () => {} } = context;
  const watched = watching(onRecord);
  const read = readRecords(seeds, context, memory, () => onRecord("texts"));
  const named = withNames(read.value);
  const { counts } = read;
  const gone = noPapersAnymore(counts, disk, read.ofSeeds);
  const ofRecords = [read.ofSeeds, read.ofRecords, named.messages].flat();
  const isWhole = counts.size > 0 && ![...ofRecords, ...gone].some(isLoss);
  const ledger = readLedger("content/addresses.jsonl", textOfLedger(context));
  const kept = isWhole ? new Set<string>() : idsOn(disk);
  const grouping = read.of === undefined ? undefined : { groups: memory.groups, of: read.of };
  const identified = identifyPapers(named.value, notes, kept, ledger.value, grouping);
  const merged = mergePapers(identified.value);
  const noted = mapContained(merged.value, notes.correct, nameOfPaper);
  const formers = removedFormers(removed, ledger.value);
  const twins = twinsOfRemoved(identified.value, formers, ledger.value);
  const unwanted = [...removed, ...twins.value.map((id) => ({ id, title: undefined }))];
  const left = removePapers(noted.value, unwanted, ledger.value);
  const keyed = distinctKeys(left.value.papers);
  const topics = matcher.topics.map(({ id }) => id);
  const assign = topicsFrom(matcher, memory);
  const withTopics = watched("topics", keyed.value, (paper) =>
    notes.correctTopics(assign(paper), topics),
  );
  const topical = mapContained(keyed.value, withTopics, nameOfPaper);
  const writing = watched("entries", topical.value, (paper) => withEntry(paper, disk, memory));
  const written = mapContained(topical.value, writing, nameOfPaper);
  const papers = written.value.map(({ paper }) => paper);
  const entries = written.value.map(({ entry }) => entry);
  const complete = isWhole && ![noted, topical, written].some(hasFailed);
  const planned = planWrites(entries, disk, { folder, complete, leftOut: left.value.ids });
  const checked = checkEntries(planned.value, entries, papers);
  const stagesOfPapers = [ledger, identified, twins, merged, noted, left, keyed];
  const ofChanges = [
    ...planned.messages,
    ...muchFewerPapers(planned.value.remove, counts, disk),
    ...gonePapersOf(planned.value.remove.map(idOfPath), identified.value, ledger.value),
    ...checked.messages,
  ];
  const same = sameWork(papers, memory);
  const ofFormer = [ledger, identified, twins].flatMap(({ messages }) => messages);
  return {
    value: {
      papers,
      plan: checked.value,
      removed: left.value.ids,
      near: same.value,
      ledger: extendLedger(
        ledger.value,
        identified.value.filter(({ id }) => !twins.value.includes(id)),
      ),
      isSettled: [gone, ofFormer, ofChanges].every((messages) => messages.length === 0),
    },
    messages: [
      ...gone,
      ...ofRecords,
      ...stagesOfPapers.flatMap(({ messages }) => messages),
      ...reportUndated(papers, ofRecords),
      ...same.messages,
      ...reportTwoIds(identified.value.filter(({ id }) => !left.value.ids.has(id))),
      ...topical.messages,
      ...written.messages,
      ...papers.flatMap(checkLengths),
      ...ofChanges,
    ],
  };
}

/** The ledger's text; in an archive that has none yet, the entries' addresses. */
function textOfLedger({ ledger, disk }: IngestContext): string {
  return ledger === "" ? ledgerOfEntries(disk) : (ledger ?? "");
}

/** Makes stages that call back before each of their records. */
function watching(onRecord: OnRecord) {
  return <T, R>(
    name: Parameters<OnRecord>[0],
    { length }: readonly T[],
    stage: (record: T) => R,
  ): ((record: T) => R) =>
    (record) => {
      onRecord(name, length);
      return stage(record);
    };
}

function nameOfPaper({ titleText, textSources }: Paper) {
  const { file, line } = textSources.title.source;
  return { title: titleText, file, line };
}

function hasFailed({ messages }: Staged<unknown>): boolean {
  return messages.some(({ rule }) => rule === recordFailed.name);
}

/** Whether a part of a seed could not be read; then no entry may be removed. */
function isLoss({ rule, severity }: Message): boolean {
  return severity === "error" || rule === maybeCutOff.name;
}

/** The ids of papers that have an entry already. */
function idsOn(disk: FilesOnDisk): ReadonlySet<string> {
  return new Set([...disk.keys()].map(idOfPath));
}
