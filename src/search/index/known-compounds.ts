import { createHash } from "node:crypto";
import { joinedKey } from "./compounds.ts";
import { NumberSet } from "./number-set.ts";
import {
  compoundSize,
  formOf,
  type PackedTerms,
  type TextTerms,
  unpackTerms,
} from "./paper-terms.ts";
import type { TextTable } from "./text-table.ts";

/**
 * The compounds of two words that the archive hyphenates somewhere. With them, `on policy` and
 * `onpolicy` are indexed like `on-policy`. All words are numbers of a table.
 */
export class KnownCompounds {
  private readonly table: TextTable;
  /** The keys of the parts, by the key of the joined form. */
  private readonly parts = new Map<number, readonly [number, number]>();
  /** The forms that compounds begin with. */
  private readonly beginnings = new NumberSet();
  private readonly beginningForms: number[] = [];
  private readonly joined = new Map<number, number | undefined>();
  private readonly own = new NumberSet();
  private readonly found = new NumberSet();

  /** Collects the hyphenated compounds in the titles and abstracts of papers. */
  constructor(papers: Iterable<PackedTerms>, table: TextTable) {
    this.table = table;
    for (const packed of papers) {
      const { title, abstract } = unpackTerms(packed);
      this.collect(title);
      this.collect(abstract);
    }
  }

  private collect({ words, compounds }: TextTerms): void {
    for (let at = 0; at < compounds.length; at += compoundSize) {
      if (compounds[at + 2] !== 2) continue;
      const first = compounds[at + 1] ?? 0;
      const [one, two] = [formOf(words[first]), formOf(words[first + 1])];
      if (!this.table.isLetters(one) || !this.table.isLetters(two)) continue;
      if (this.beginnings.add(one)) this.beginningForms.push(one);
      const key = this.table.stemOf(compounds[at] ?? 0);
      if (this.parts.has(key)) continue;
      this.parts.set(key, [this.table.stemOf(one), this.table.stemOf(two)]);
    }
  }

  /** The same for the same compounds, whichever papers have them. */
  digest(): string {
    const text = (number: number) => this.table.textOf(number);
    const parts = [...this.parts].map(([key, both]) => [key, ...both].map(text).join(" "));
    const beginnings = [...this.beginningForms].map(text);
    return createHash("sha256")
      .update(JSON.stringify([parts.sort(), beginnings.sort()]))
      .digest("hex");
  }

  /**
   * Further keys of a text besides those of its words: its compounds, in each spelling of the
   * archive.
   */
  *keysOf({ words, compounds }: TextTerms): Generator<number> {
    const { table, own, found } = this;
    own.clear();
    found.clear();
    for (const word of words) own.add(table.stemOf(formOf(word)));
    const isNew = (key: number) => !own.has(key) && found.add(key);
    for (let at = 0; at < compounds.length; at += compoundSize) {
      const key = table.stemOf(compounds[at] ?? 0);
      if (isNew(key)) yield key;
    }
    for (let at = 0; at < words.length; at += 1) {
      const word = formOf(words[at]);
      for (const part of this.parts.get(table.stemOf(word)) ?? []) if (isNew(part)) yield part;
      const next = words[at + 1];
      if (next === undefined || !this.beginnings.has(word)) continue;
      const key = this.joinedOf(word, formOf(next));
      if (key !== undefined && isNew(key)) yield key;
    }
  }

  /** The key of two words written as one, if the archive hyphenates them somewhere. */
  private joinedOf(one: number, two: number): number | undefined {
    if (!this.table.isLetters(two)) return undefined;
    const pair = one * 2 ** 26 + two;
    if (this.joined.has(pair)) return this.joined.get(pair);
    const [form, next] = [this.table.textOf(one), this.table.textOf(two)];
    const key = this.table.find(joinedKey({ form }, { form: next }));
    const known = key !== undefined && this.parts.has(key) ? key : undefined;
    this.joined.set(pair, known);
    return known;
  }
}
