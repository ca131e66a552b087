import { fnv1a } from "../../text/fnv1a.ts";
import type { PaperTexts } from "../terms/paper-texts.ts";
import { textDigest } from "../terms/text-digest.ts";
import { spellingsIn } from "./spellings-in.ts";

/** How papers write terms. The spellings of paper `i` are those from `starts[i]` to `starts[i + 1]`. */
export interface WrittenTerms {
  ids: readonly string[];
  /** A digest of each paper's texts, and of the terms that are wanted of it. */
  digests: readonly string[];
  /** All spellings, and the keys of their terms. */
  surfaces: readonly string[];
  keys: readonly string[];
  starts: Uint32Array;
  /** By number. */
  spellings: Uint32Array;
  /** How often a paper has them within sentences, and in titles and at the beginning of sentences. */
  within: Uint32Array;
  heading: Uint32Array;
}

/**
 * How papers write the terms that are wanted of them, by key. What is known of papers with the same texts from the last
 * time saves time, and changes nothing.
 */
export function writtenTerms(
  papers: readonly PaperTexts[],
  wanted: (paper: PaperTexts) => readonly string[],
  former?: WrittenTerms,
): WrittenTerms {
  const formerOf = new Map(former?.ids.map((id, at) => [id, at]));
  const numbers = new Map<string, number>();
  const [surfaces, keys, digests] = [[] as string[], [] as string[], [] as string[]];
  const [starts, spellings, within, heading] = [
    [0],
    [] as number[],
    [] as number[],
    [] as number[],
  ];
  const numberOf = (key: string, surface: string) => {
    const name = `${key}\n${surface}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, surfaces.length);
    surfaces.push(surface);
    keys.push(key);
    return surfaces.length - 1;
  };
  // The numbers that former spellings have now.
  const now = new Int32Array(former?.surfaces.length ?? 0).fill(-1);
  const copy = (from: WrittenTerms, paper: number) => {
    for (let at = from.starts[paper] ?? 0; at < (from.starts[paper + 1] ?? 0); at++) {
      const was = from.spellings[at] ?? 0;
      let number = now[was] ?? -1;
      if (number < 0) number = numberOf(from.keys[was] ?? "", from.surfaces[was] ?? "");
      now[was] = number;
      spellings.push(number);
      within.push(from.within[at] ?? 0);
      heading.push(from.heading[at] ?? 0);
    }
  };
  for (const paper of papers) {
    const terms = wanted(paper);
    const digest = digestOf(paper, terms);
    const before = formerOf.get(paper.id) ?? -1;
    if (former?.digests[before] === digest) copy(former, before);
    else {
      for (const { key, surface, ...times } of spellingsIn(paper, new Set(terms))) {
        spellings.push(numberOf(key, surface));
        within.push(times.within);
        heading.push(times.heading);
      }
    }
    digests.push(digest);
    starts.push(spellings.length);
  }
  return {
    ids: papers.map(({ id }) => id),
    digests,
    surfaces,
    keys,
    starts: Uint32Array.from(starts),
    spellings: Uint32Array.from(spellings),
    within: Uint32Array.from(within),
    heading: Uint32Array.from(heading),
  };
}

/**
 * The usual spelling of each term: the most frequent one within sentences. Titles and beginnings of sentences count only
 * where no sentence decides.
 */
export function usualSpellings(written: WrittenTerms): Map<string, string> {
  const { surfaces, keys, spellings } = written;
  const [within, heading] = [new Uint32Array(keys.length), new Uint32Array(keys.length)];
  for (let at = 0; at < spellings.length; at++) {
    const spelling = spellings[at] ?? 0;
    within[spelling] = (within[spelling] ?? 0) + (written.within[at] ?? 0);
    heading[spelling] = (heading[spelling] ?? 0) + (written.heading[at] ?? 0);
  }
  const isUsual = (one: number, other: number) => {
    const times =
      (within[one] ?? 0) - (within[other] ?? 0) || (heading[one] ?? 0) - (heading[other] ?? 0);
    return times > 0 || (times === 0 && (surfaces[one] ?? "") < (surfaces[other] ?? ""));
  };
  const usual = new Map<string, number>();
  for (const [spelling, key] of keys.entries()) {
    const best = usual.get(key);
    if (best === undefined || isUsual(spelling, best)) usual.set(key, spelling);
  }
  return new Map([...usual].map(([key, spelling]) => [key, surfaces[spelling] ?? ""]));
}

function digestOf(paper: PaperTexts, terms: readonly string[]): string {
  const all = terms.join("\n");
  // Two hashes, because one is the same for some of a million papers.
  return `${textDigest(paper)} ${fnv1a(all).toString(36)} ${fnv1a(all, 1).toString(36)}`;
}
