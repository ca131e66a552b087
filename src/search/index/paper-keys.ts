import type { PaperEntry } from "../../schemas/paper.ts";
import { type PackedCompounds, unpackCompounds } from "./compound-keys.ts";
import { pairKey } from "./frequent-pairs.ts";
import type { GrowingNumbers } from "./growing-numbers.ts";
import { gap } from "./key-index.ts";
import { nameKey } from "./name-keys.ts";
import { NumberSet } from "./number-set.ts";
import { paperKey } from "./paper-key.ts";
import { formOf, isStop, type PaperTerms, type TextTerms } from "./paper-terms.ts";
import type { TextTable } from "./text-table.ts";

/** Where the fields of a paper end: the position after the title, and the one after the abstract. */
export interface FieldPositions {
  titleEnd: number;
  bodyEnd: number;
}

/** Lays out the keys of papers, as numbers of a table. */
export class KeyLayout {
  private readonly table: TextTable;
  private readonly frequent: ReadonlySet<string>;
  private readonly frequentKeys: ReadonlySet<number>;
  private readonly pairs = new Map<number, number>();
  private readonly pairsOfText = new NumberSet();
  private readonly nameKeys = new Map<number, number>();

  constructor(table: TextTable, frequent: readonly string[]) {
    this.table = table;
    this.frequent = new Set(frequent);
    this.frequentKeys = new Set(frequent.map((key) => table.numberOf(key)));
  }

  /**
   * Adds a paper's keys to a list: the title's words and compounds, then the abstract's, then everything
   * else, and at last its own keys. A position tells which field it belongs to.
   */
  add(
    { id, aliases }: Pick<PaperEntry, "id" | "aliases">,
    { title, abstract, extras, authors }: PaperTerms,
    packed: PackedCompounds,
    keys: GrowingNumbers,
  ): FieldPositions {
    const start = keys.length;
    const compounds = unpackCompounds(packed);
    this.addText(title, compounds.title, keys);
    const titleEnd = keys.length - start;
    this.addText(abstract, compounds.abstract, keys);
    const bodyEnd = keys.length - start;
    this.addText(extras, compounds.extras, keys);
    keys.push(gap);
    for (const form of authors) keys.push(this.nameKeyOf(form));
    // A reader's lists may know the paper by a former id.
    for (const own of [id, ...aliases]) keys.push(this.table.numberOf(paperKey(own)));
    return { titleEnd, bodyEnd };
  }

  private addText(text: TextTerms, compounds: Int32Array, keys: GrowingNumbers): void {
    for (const word of text.words) keys.push(isStop(word) ? gap : this.table.stemOf(formOf(word)));
    for (const key of compounds) keys.push(key);
    this.addPairs(text, keys);
  }

  /** The keys of all pairs of frequent words in a text, each once. */
  private addPairs({ words }: TextTerms, keys: GrowingNumbers): void {
    if (this.frequent.size === 0) return;
    this.pairsOfText.clear();
    let previous = gap;
    for (const word of words) {
      const key = isStop(word) ? gap : this.table.stemOf(formOf(word));
      const isFrequent = this.frequentKeys.has(key);
      if (isFrequent && previous !== gap) {
        const pair = this.pairOf(previous, key);
        if (this.pairsOfText.add(pair)) keys.push(pair);
      }
      previous = isFrequent ? key : gap;
    }
  }

  private pairOf(one: number, two: number): number {
    const pair = one * 2 ** 26 + two;
    const known = this.pairs.get(pair);
    if (known !== undefined) return known;
    const key = pairKey([this.table.textOf(one), this.table.textOf(two)], this.frequent);
    const number = key === undefined ? gap : this.table.numberOf(key);
    this.pairs.set(pair, number);
    return number;
  }

  private nameKeyOf(form: number): number {
    const known = this.nameKeys.get(form);
    if (known !== undefined) return known;
    const number = this.table.numberOf(nameKey(this.table.textOf(form)));
    this.nameKeys.set(form, number);
    return number;
  }
}
