import type { Message, Staged } from "../../schemas/message.ts";
import { contestedAddress, report } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";
import type { FormerPaper, Ledger } from "./read-ledger.ts";

/** A former paper of a group of records, and how it was recognized. */
export interface Recognized {
  former: FormerPaper;
  by: string;
}

interface Way {
  by: string;
  /** Whether a record that was recognized already may have been another paper as well. */
  isSure: boolean;
  keysOf: (record: CleanPaper) => string[];
  keysOfFormer: (former: FormerPaper) => string[];
}

const keyIn = (key: string | undefined, file: string | undefined) =>
  key && file ? [JSON.stringify([key, file])] : [];
const idKeys = ({ arxiv, doi }: { arxiv?: string | undefined; doi?: string | undefined }) => [
  ...(arxiv ? [`arxiv ${arxiv}`] : []),
  ...(doi ? [`doi ${doi.toLowerCase()}`] : []),
];
const titleKey = (title: string) =>
  title
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";
const both = (title: string, keys: string[]) => keys.map((key) => `${titleKey(title)} ${key}`);

/** The ways to recognize a paper, the surest first. */
const ways: readonly Way[] = [
  {
    by: "its arXiv id or DOI",
    isSure: true,
    keysOf: ({ ids }) => idKeys(ids),
    keysOfFormer: ({ lines }) => lines.flatMap(idKeys),
  },
  {
    by: "its title and citation key",
    isSure: true,
    keysOf: ({ titleText, citationKey, source }) =>
      both(titleText, keyIn(citationKey, source.file)),
    keysOfFormer: ({ lines }) =>
      lines.flatMap(({ title, key, file }) => both(title, keyIn(key, file))),
  },
  {
    by: "its former id",
    isSure: false,
    keysOf: ({ archived }) => (archived?.id ? [archived.id] : []),
    keysOfFormer: ({ lines }) => lines.map(({ address }) => address),
  },
  {
    by: "its title",
    isSure: false,
    keysOf: ({ titleText }) => [titleText].filter((title) => title !== ""),
    keysOfFormer: ({ lines }) => lines.map(({ title }) => title),
  },
  {
    by: "its title",
    isSure: false,
    keysOf: ({ titleText }) => [titleKey(titleText)].filter((key) => key !== ""),
    keysOfFormer: ({ lines }) => lines.map(({ title }) => titleKey(title)),
  },
  {
    by: "its citation key",
    isSure: false,
    keysOf: ({ citationKey, source }) => keyIn(citationKey, source.file),
    keysOfFormer: ({ lines }) => lines.flatMap(({ key, file }) => keyIn(key, file)),
  },
];

/**
 * Recognizes papers that were published before. Each former paper belongs to at most one group; if
 * several could be it in the same way, a less sure way decides, and else none of them is.
 */
export function recognise(groups: readonly CleanPaper[][], ledger: Ledger): Staged<Recognized[][]> {
  const value: Recognized[][] = groups.map(() => []);
  const settled = new Set<FormerPaper>();
  const used = new Set<CleanPaper>();
  const contested = new Map<FormerPaper, Set<number>>();
  for (const { by, isSure, keysOf, keysOfFormer } of ways) {
    const claims = new Map<string, Set<CleanPaper>>();
    const groupOf = new Map<CleanPaper, number>();
    for (const [at, group] of groups.entries()) {
      for (const record of group) {
        groupOf.set(record, at);
        if (!isSure && used.has(record)) continue;
        for (const key of keysOf(record))
          claims.set(key, (claims.get(key) ?? new Set()).add(record));
      }
    }
    const found = ledger.papers.flatMap((former) => {
      if (settled.has(former)) return [];
      const records = [...new Set(keysOfFormer(former))]
        .flatMap((key) => [...(claims.get(key) ?? [])])
        .filter((record) => by === ways[0]?.by || !contradicts(record, former));
      const places = new Set(records.flatMap((record) => groupOf.get(record) ?? []));
      const [place] = places;
      if (place === undefined) return [];
      if (places.size > 1) {
        contested.set(former, places);
        return [];
      }
      return [{ former, place, records }];
    });
    for (const { former, place, records } of found) {
      value[place]?.push({ former, by });
      settled.add(former);
      for (const record of records) used.add(record);
    }
  }
  const messages = [...contested].flatMap(([former, places]): Message[] => {
    const titles = [...places].flatMap((at) => groups[at]?.[0]?.titleText ?? []);
    if (settled.has(former)) return [];
    return [report(contestedAddress, { address: former.paper, titles })];
  });
  return { value, messages };
}

/** Whether a record has other ids than a former paper, so that they are different papers. */
function contradicts({ ids }: CleanPaper, { lines }: FormerPaper): boolean {
  const arxiv = lines.flatMap((line) => line.arxiv ?? []);
  const dois = lines.flatMap((line) => line.doi?.toLowerCase() ?? []);
  const differs = (own: string | undefined, former: readonly string[]) =>
    own !== undefined && former.length > 0 && !former.includes(own);
  return differs(ids.arxiv, arxiv) || differs(ids.doi?.toLowerCase(), dois);
}
