import { CompoundKeys, type PackedCompounds, renumberCompounds } from "./compound-keys.ts";
import { AuthorNames } from "./names.ts";
import { TermPacker } from "./pack-terms.ts";
import { type PackedTerms, renumber } from "./paper-terms.ts";
import { paperTexts, type SearchSource } from "./record.ts";
import { TextTable } from "./text-table.ts";

/** The words of papers, in the order of their numbers. */
export interface IndexedWords {
  table: TextTable;
  terms: readonly PackedTerms[];
  /** The names of their authors. */
  names: AuthorNames;
  compounds: CompoundKeys;
}

/** Finds the words of papers. */
export function wordsOfPapers(
  sources: readonly SearchSource[],
  topicName: (id: string) => string,
): IndexedWords {
  const table = new TextTable();
  const names = new AuthorNames();
  const packer = new TermPacker(table, names);
  const terms = sources.map((source) => packer.pack(paperTexts(source, topicName)));
  return { table, terms, names, compounds: new CompoundKeys() };
}

/** Words as they are kept between builds. */
export interface KeptWords {
  /** The texts of a table that the terms need. */
  texts: string[];
  /** The number of each text's stem, or less than 0 if it was not looked for. */
  stems: Int32Array;
  terms: PackedTerms[];
  /** The keys of compounds, for each paper, or nothing for a recent one, and what the settled papers had; undefined if they were not looked for. */
  compounds: { known: string; papers: PackedCompounds[] } | undefined;
}

/** The words to keep, with their texts in the order in which papers have them, and no others. */
export function wordsToKeep({
  table,
  terms,
  compounds: { present },
}: Omit<IndexedWords, "names">): KeptWords {
  const numbers = new Map<number, number>();
  const numberOf = (former: number) => {
    const known = numbers.get(former);
    if (known !== undefined) return known;
    numbers.set(former, numbers.size);
    return numbers.size - 1;
  };
  const kept = terms.map((one) => {
    const copy = one.slice();
    renumber(copy, numberOf);
    return copy;
  });
  const compounds = present && {
    known: present.known,
    papers: terms.map((one) =>
      renumberCompounds(present.ofTerms.get(one) ?? new Int32Array(), numberOf),
    ),
  };
  const stems = [...numbers.keys()].map((former) => numberOf(table.stemOf(former)));
  const texts = [...numbers.keys()].map((former) => table.textOf(former));
  return {
    texts,
    stems: Int32Array.from(texts, (_, number) => stems[number] ?? -1),
    terms: kept,
    compounds,
  };
}

/** The table of words that were kept. */
export function keptTable({ texts, stems }: Pick<KeptWords, "texts" | "stems">): TextTable {
  const table = new TextTable();
  for (const text of texts) table.numberOf(text);
  for (const [number, stem] of stems.entries()) if (stem >= 0) table.setStem(number, stem);
  return table;
}
