/** The hashes of each two adjacent words of a text, sorted, each once. */
export type WordPairs = Uint32Array;

const isOfWord = /[\p{L}\p{N}]/u;
const known = new Map<number, boolean>();

/** The word pairs of a text, whatever its capitals and punctuation. */
export function wordPairsOf(text: string): WordPairs {
  const lower = text.toLowerCase();
  const pairs = new Uint32Array((lower.length >> 1) + 1);
  let count = 0;
  let words = 0;
  let last = 0;
  let hash = offsetBasis;
  let isInWord = false;
  // Character by character, since the words of ten thousand abstracts are a million texts. The hash of a word is
  // that of FNV-1a.
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? (lower.codePointAt(at) ?? 0) : space;
    if (isLetter(code)) {
      hash = Math.imul(hash ^ lower.charCodeAt(at), prime);
      if (code > 0xffff) hash = Math.imul(hash ^ lower.charCodeAt(++at), prime);
      isInWord = true;
    } else {
      if (code > 0xffff) at++;
      if (!isInWord) continue;
      if (words > 0) pairs[count++] = Math.imul(last, 0x9e3779b1) ^ hash;
      words += 1;
      last = hash;
      hash = offsetBasis;
      isInWord = false;
    }
  }
  return withoutRepetitions(pairs.subarray(0, count).sort());
}

const space = 0x20;
const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  const old = known.get(code);
  if (old !== undefined) return old;
  const is = isOfWord.test(String.fromCodePoint(code));
  known.set(code, is);
  return is;
}

function withoutRepetitions(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (count === 0 || sorted[count - 1] !== value) sorted[count++] = value;
  }
  return sorted.slice(0, count);
}
