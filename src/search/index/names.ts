import anyAscii from "any-ascii";
import type { PaperEntry } from "../../schemas/paper.ts";
import { nameParts, writeNameParts } from "../text/name-parts.ts";
import { stopWords } from "../text/stop-words.ts";
import { nameForms } from "./name-keys.ts";
import { splitSteadily } from "./split-steadily.ts";

/** A name, as `writeNameParts` writes it, and its papers: the first number, then the differences. */
export type NamedPapers = [name: string, papers: number[]];

/** The names that have a word, by words in alphabetical order. */
export type Names = [word: string, names: NamedPapers[]][];

/** What the index has of an author's name. */
export interface KnownName {
  /** The name as `writeNameParts` writes it. */
  written: string;
  /** The words by which it is found. */
  forms: readonly string[];
}

/** Reads names, each once: authors write many papers, and most of them were in the last index. */
export class AuthorNames {
  private readonly last: ReadonlyMap<string, KnownName>;
  private readonly present = new Map<string, KnownName>();

  /** Begins with the names of the last index. */
  constructor(last: ReadonlyMap<string, KnownName> = new Map()) {
    this.last = last;
  }

  of(name: string): KnownName {
    const known = this.present.get(name) ?? this.last.get(name) ?? readName(name);
    this.present.set(name, known);
    return known;
  }

  /** The names that were asked for. */
  all(): ReadonlyMap<string, KnownName> {
    return this.present;
  }
}

/** Reads a name, also in Latin letters if it is in others. */
function readName(name: string): KnownName {
  const parts = nameParts(name, anyAscii);
  return { written: writeNameParts(parts), forms: nameForms(parts) };
}

/** Collects the names of papers, which are in the order of their numbers, those of the first one and of all after it. */
export function namesOf(
  sources: readonly { paper: Pick<PaperEntry, "authors"> }[],
  names: AuthorNames,
  first = 0,
): Names {
  const papersOf = new Map<string, { forms: readonly string[]; papers: number[] }>();
  for (const [at, source] of sources.entries()) {
    const paper = first + at;
    for (const { name } of source.paper.authors) {
      const { written, forms } = names.of(name);
      const known = papersOf.get(written) ?? { forms, papers: [] };
      if (known.papers.at(-1) !== paper) known.papers.push(paper);
      papersOf.set(written, known);
    }
  }
  const words = new Map<string, NamedPapers[]>();
  for (const [name, { forms, papers }] of papersOf) {
    const entry: NamedPapers = [name, deltasOf(papers)];
    for (const word of forms) {
      const entries = words.get(word) ?? [];
      entries.push(entry);
      words.set(word, entries);
    }
  }
  return [...words].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The stop words by which authors are called, such as "He". */
export function stopNamesOf(names: Names): string[] {
  return names.flatMap(([word]) => (stopWords.has(word) ? [word] : []));
}

function deltasOf(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

/** How many names one file has, unless more have one word. */
const namesPerPart = 600;

/** Splits names into parts, one for each file, with the first word of each. */
export function splitNames(names: Names): { firstWords: string[]; parts: Names[] } {
  const parts = splitSteadily(names, {
    size: namesPerPart,
    nameOf: ([word]) => word,
    sizeOf: ([, { length }]) => length,
  });
  return { firstWords: parts.map(([first]) => first?.[0] ?? ""), parts };
}
