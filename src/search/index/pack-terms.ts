import {
  formulaEnd,
  formulaStart,
  type Normalised,
  normalise,
  tokenize,
} from "../text/normalise.ts";
import { GrowingNumbers } from "./growing-numbers.ts";
import type { AuthorNames } from "./names.ts";
import { compoundSize, lists, type PackedTerms } from "./paper-terms.ts";
import type { PaperTexts } from "./record.ts";
import type { TextTable } from "./text-table.ts";

/** In such a text, what is between spaces may belong together. */
const hasFormula = new RegExp(`[\\\\${formulaStart}${formulaEnd}]`);

/** How many texts between spaces are remembered. */
const maxCached = 100_000;

/** Packs the words of papers as numbers of a table. */
export class TermPacker {
  private readonly table: TextTable;
  /** The terms of texts between spaces: how many numbers are words, the words, the compounds. */
  private readonly chunks = new Map<string, Int32Array>();
  private readonly names: AuthorNames;
  private readonly words = new GrowingNumbers();
  private readonly compounds = new GrowingNumbers();

  constructor(table: TextTable, names: AuthorNames) {
    this.table = table;
    this.names = names;
  }

  /** Packs the words of a paper; adds their forms to the table. */
  pack({ title, abstract, extras, authors }: PaperTexts): PackedTerms {
    const head: number[] = [];
    const packed = new GrowingNumbers();
    for (let list = 0; list < lists; list += 1) packed.push(0);
    for (const text of [title, abstract, extras]) {
      this.words.clear();
      this.compounds.clear();
      this.addText(text);
      head.push(this.words.length, this.compounds.length);
      for (const word of this.words.values()) packed.push(word);
      for (const part of this.compounds.values()) packed.push(part);
    }
    const forms = new Set(authors.flatMap((name) => this.formsOf(name)));
    for (const form of forms) packed.push(form);
    const terms = packed.values().slice();
    terms.set([...head, forms.size]);
    return terms;
  }

  private addText(text: string): void {
    if (hasFormula.test(text)) this.add(this.packed(normalise(text)));
    else for (const chunk of text.split(/\s+/u)) if (chunk !== "") this.add(this.chunk(chunk));
  }

  private add(terms: Int32Array): void {
    const first = this.words.length;
    const end = 1 + (terms[0] ?? 0);
    for (let at = 1; at < end; at += 1) this.words.push(terms[at] ?? 0);
    for (let at = end; at < terms.length; at += compoundSize) {
      this.compounds.push(terms[at] ?? 0);
      this.compounds.push(first + (terms[at + 1] ?? 0));
      this.compounds.push(terms[at + 2] ?? 0);
    }
  }

  private chunk(chunk: string): Int32Array {
    const known = this.chunks.get(chunk);
    if (known) return known;
    const terms = this.packed(tokenize(chunk));
    if (this.chunks.size >= maxCached) this.chunks.clear();
    this.chunks.set(chunk, terms);
    return terms;
  }

  private packed({ words, compounds }: Normalised): Int32Array {
    return Int32Array.from([
      words.length,
      ...words.map(({ form, stop }) => this.table.numberOf(form) * 2 + (stop ? 1 : 0)),
      ...compounds.flatMap(({ form, first, count }) => [this.table.numberOf(form), first, count]),
    ]);
  }

  /** The forms of the words of a name; in scripts without spaces, also its pairs of characters. */
  private formsOf(name: string): number[] {
    const { forms } = this.names.of(name);
    const pairs = asian.test(name) ? normalise(name).words.map(({ form }) => form) : [];
    return [...forms, ...pairs].map((form) => this.table.numberOf(form));
  }
}

const asian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
