import { type PaperId, paperId } from "../../schemas/identifiers.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import type { Note } from "../../schemas/note.ts";
import { changedAddress, notFetched, oneIdTwoTitles, report } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { bestTitle } from "../merge/texts.ts";
import { byTrust } from "../merge/trust.ts";
import { idsOf } from "./paper-ids.ts";
import { type Ledger, noLedger } from "./read-ledger.ts";
import { type Recognized, recognise } from "./recognise.ts";
import { doubtfulId, groupSamePapers, type OwnersJoin } from "./same-paper.ts";
import { withoutStrayIds } from "./stray-ids.ts";

/** All records of one paper, the most trusted first, with the paper's id. */
export interface PaperRecords {
  id: PaperId;
  /** Former ids. */
  aliases: PaperId[];
  titleText: string;
  records: CleanPaper[];
  /** The owner's note about the paper. */
  note?: Note;
}

/**
 * Finds the records of each paper, and gives each paper its id. Papers are sorted by id. A paper
 * without a title in any record is left out. A paper of the ledger keeps its addresses.
 */
export function groupPapers(
  records: readonly CleanPaper[],
  joins: readonly OwnersJoin[] = [],
  ledger: Ledger = noLedger,
): Staged<PaperRecords[]> {
  const same = groupSamePapers(records, joins);
  const sound = withoutStrayIds(same.value);
  const groups = sound.value.map((group) => group.toSorted(byTrust));
  const titled = groups.filter((group) => group.some(({ titleText }) => titleText !== ""));
  const recognised = recognise(titled, ledger);
  const ids = idsOf(titled, recognised.value);
  const value = titled.map((group, index): PaperRecords => {
    const { id = "", aliases = [] } = ids.value[index] ?? {};
    return {
      id: paperId.parse(id),
      aliases: aliases.map((alias) => paperId.parse(alias)),
      titleText: bestTitle(group).titleText,
      records: group,
    };
  });
  return {
    value: value.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    messages: [
      ...groups.flatMap(reportUnfetched),
      ...groups.flatMap(reportDoubtfulIds),
      ...same.messages,
      ...sound.messages,
      ...recognised.messages,
      ...ids.messages,
      ...value.flatMap((paper, index) =>
        reportChanges(paper, recognised.value.recognised[index] ?? []),
      ),
    ],
  };
}

/** Reports each former paper that was never published under the paper's present id. */
function reportChanges({ id, titleText, records }: PaperRecords, former: Recognized[]): Message[] {
  const source = records[0]?.source;
  return former
    .filter((one) => one.former.lines.every(({ address }) => address !== id))
    .map(({ former: { paper }, by }) => {
      const params = { title: titleText, id, former: paper, by };
      return report(changedAddress, params, source && { file: source.file, line: source.line });
    });
}

/** Reports a paper of which only the id is known. */
function reportUnfetched(group: CleanPaper[]): Message[] {
  const [first] = group;
  if (!first || group.some(({ titleText }) => titleText !== "")) return [];
  const { file, line } = first.source;
  const id = first.ids.arxiv ?? first.ids.doi ?? "";
  return [report(notFetched, { id }, { file, line })];
}

/** Reports records of another work than the first one, by all but their id. */
function reportDoubtfulIds([first, ...others]: CleanPaper[]): Message[] {
  if (!first) return [];
  return others.flatMap((record) => {
    const id = doubtfulId(first, record);
    if (id === undefined) return [];
    const { source, titleText: title } = record;
    const place = `${first.source.file}:${first.source.line}`;
    const params = { id, title, other: first.titleText, place };
    return [report(oneIdTwoTitles, params, { file: source.file, line: source.line })];
  });
}
