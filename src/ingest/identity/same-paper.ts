import type { Message, Staged } from "../../schemas/message.ts";
import type { Provenance } from "../../schemas/paper.ts";
import { mergedByTitle, report } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { arxivKey, candidates, doiKey, fewRecords } from "./candidates.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { sourceKey } from "./source-key.ts";
import { type Traits, traitsOf } from "./traits.ts";
import { ruleFor } from "./verdict.ts";

/** Two records of one paper, according to the owner. */
export type OwnersJoin = readonly [Provenance, Provenance];

type Group = Traits[];

/**
 * Groups the records of each paper: by id, then by title and abstract, as the table of rules says,
 * then as the owner's notes say. Reports records that only their title joins. The groups do not depend
 * on the order of the records.
 */
export function groupSamePapers(
  papers: readonly CleanPaper[],
  owners: readonly OwnersJoin[] = [],
): Staged<CleanPaper[][]> {
  const messages: Message[] = [];
  const traits = papers.toSorted(bySource).map(traitsOf);
  const groups = new Map<Traits, Group>(traits.map((one) => [one, [one]]));
  const join = (a: Traits, b: Traits, byOwner = false): boolean => {
    const [first, second] = [groups.get(a), groups.get(b)];
    if (!first || !second || first === second) return false;
    if (!byOwner && contradict(first, second)) return false;
    first.push(...second);
    for (const one of second) groups.set(one, first);
    return true;
  };
  for (const [first, other] of candidates(traits)) {
    if (groups.get(first) === groups.get(other)) continue;
    const { verdict, byTitleAlone } = ruleFor(evidenceOf(first, other));
    if (verdict === "one" && join(first, other) && byTitleAlone && !isCopy(first, other)) {
      messages.push(reportByTitle(first, other));
    }
  }
  const byKey = new Map(traits.map((one) => [sourceKey(one.record.source), one]));
  for (const [a, b] of owners) {
    const [first, other] = [byKey.get(sourceKey(a)), byKey.get(sourceKey(b))];
    if (first && other) join(first, other, true);
  }
  const value = [...new Set(groups.values())].map((group) => group.map(({ record }) => record));
  return { value, messages };
}

/** Whether two records are the same but for their source, as those of a file that is there twice. */
function isCopy({ record: first }: Traits, { record: second }: Traits): boolean {
  const { source: _, ...facts } = first;
  const { source: __, ...others } = second;
  return JSON.stringify(facts) === JSON.stringify(others);
}

function reportByTitle(
  { record: first }: Traits,
  { record: { source, titleText } }: Traits,
): Message {
  const other = `${first.source.file}:${first.source.line}`;
  const place = { file: source.file, line: source.line };
  return report(mergedByTitle, { title: titleText, other }, place);
}

function bySource({ source: a }: CleanPaper, { source: b }: CleanPaper): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.record ?? 1) - (b.record ?? 1);
}

/** Whether any record of the one group must stay apart from one of the other. */
function contradict(first: Group, second: Group): boolean {
  if (idsDiffer(first, second, arxivKey) || idsDiffer(first, second, doiKey)) return true;
  // A paper with very many records is compared by some of them.
  const [some, others] = [first.slice(-fewRecords), second.slice(-fewRecords)];
  return some.some((one) =>
    others.some((other) => ruleFor(evidenceOf(one, other)).verdict === "apart"),
  );
}

function idsDiffer(first: Group, second: Group, keyOf: typeof arxivKey): boolean {
  const [own, others] = [first, second].map((group) => group.flatMap((one) => keyOf(one) ?? []));
  return others?.some((id) => own?.some((other) => other !== id)) ?? false;
}

/** An id that two records of one paper share although neither their titles nor abstracts are alike. */
export function doubtfulId(a: CleanPaper, b: CleanPaper): string | undefined {
  const [first, other] = [traitsOf(a), traitsOf(b)];
  const evidence: Evidence = evidenceOf(first, other);
  if (evidence.id !== "same" || evidence.title !== "different") return undefined;
  if (evidence.abstract === "equal" || evidence.abstract === "same") return undefined;
  return evidence.arxiv === "same" ? a.ids.arxiv : a.ids.doi;
}
