import { z } from "zod";
import { CompoundKeys, type PackedCompounds } from "../../search/index/compound-keys.ts";
import { type IndexedWords, keptTable, wordsToKeep } from "../../search/index/indexed-words.ts";
import { AuthorNames } from "../../search/index/names.ts";
import type { PackedTerms } from "../../search/index/paper-terms.ts";
import { TextTable } from "../../search/index/text-table.ts";
import { readKept, writeKept } from "./kept-file.ts";

/** The words of the papers of the last build, by the digests of their sources. */
export interface LastWords {
  table: TextTable;
  terms: ReadonlyMap<string, PackedTerms>;
  names: AuthorNames;
  compounds: CompoundKeys;
}

/** No words, as in a first build. */
export function noWords(): LastWords {
  return {
    table: new TextTable(),
    terms: new Map(),
    names: new AuthorNames(),
    compounds: new CompoundKeys(),
  };
}

const shape = z.object({
  texts: z.array(z.string()),
  /** The digest of each paper's source, and how many numbers its terms and its compounds are. */
  papers: z.array(z.tuple([z.string(), z.number(), z.number()])),
  /** The digest of the archive's compounds. */
  known: z.string(),
  /** Authors' names, what is written of each, and its words. */
  names: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
});

/** Reads the words of the last build; none if they are damaged or made by other code. */
export async function readWords(file: string, code: string): Promise<LastWords> {
  const kept = await readKept(file, code);
  const index = shape.safeParse(kept?.index).data;
  if (!kept || !index) return noWords();
  // A copy, since numbers of four bytes must begin at a multiple of four.
  const numbers = new Int32Array(new Uint8Array(kept.bytes).buffer);
  let at = index.texts.length;
  const stems = numbers.subarray(0, at);
  const terms = new Map<string, PackedTerms>();
  const next = (length: number) => {
    at += length;
    return numbers.subarray(at - length, at);
  };
  for (const [digest, length] of index.papers) terms.set(digest, next(length));
  const ofTerms = new Map<PackedTerms, PackedCompounds>();
  for (const [digest, , length] of index.papers) {
    const compounds = next(length);
    const own = terms.get(digest);
    // Those of recent papers are not kept.
    if (own && length > 0) ofTerms.set(own, compounds);
  }
  const names = new Map(index.names.map(([name, written, forms]) => [name, { written, forms }]));
  return {
    table: keptTable({ texts: index.texts, stems }),
    terms,
    names: new AuthorNames(names),
    compounds: new CompoundKeys({ known: index.known, ofTerms }),
  };
}

/** Keeps words of papers, whose sources have these digests. */
export async function keepWords(
  file: string,
  code: string,
  digests: readonly string[],
  words: IndexedWords,
): Promise<void> {
  const { texts, stems, terms, compounds } = wordsToKeep(words);
  const others = compounds?.papers ?? [];
  const papers = terms.map((one, paper) => [
    digests[paper] ?? "",
    one.length,
    others[paper]?.length ?? 0,
  ]);
  const parts = [stems, ...terms, ...others].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  const names = [...words.names.all()].map(([name, { written, forms }]) => [name, written, forms]);
  await writeKept(file, code, {
    index: { texts, papers, known: compounds?.known ?? "", names },
    parts,
  });
}
