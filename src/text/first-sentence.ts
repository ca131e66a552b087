/**
 * Where the first sentence of a text ends: the index after its last character. A break that may be an
 * abbreviation's is none, because a sentence too many is better than half of one. "Abstract." and other
 * beginnings of one or two words take the next sentence with them.
 */
export function firstSentenceEnd(text: string): number {
  // The segmenter ends a sentence at each line break.
  const line = text.replace(/\s/g, " ");
  let end = 0;
  let words = 0;
  let depth = 0;
  for (const { segment, index } of segmenter.segment(line)) {
    end = index + segment.length;
    words += segment.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu)?.length ?? 0;
    for (const [bracket] of segment.matchAll(/[()[\]]/g)) {
      depth = Math.max(0, depth + (/[([]/.test(bracket) ? 1 : -1));
    }
    const next = line.slice(end, end + lookAhead);
    const isInside = depth > 0 && /^[^()[\]]*[)\]]/.test(next);
    if (words >= fewestWords && !isInside && isEnd(segment, next)) break;
  }
  return line.slice(0, end).trimEnd().length;
}

// Sentences of all languages end alike here; the languages differ in their abbreviations.
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

const fewestWords = 3;

/** How far away the end of a bracket can be. */
const lookAhead = 200;

/** Whether a sentence really ends where the segmenter ends one. */
function isEnd(sentence: string, next: string): boolean {
  if (next === "") return true;
  const isSpaced = /\s$/.test(sentence) || !/[.!?]["'”’)\]»]*$/.test(sentence);
  if (!isSpaced || /^\p{Ll}/u.test(next)) return false;
  return !isAbbreviation(sentence.trimEnd(), next);
}

function isAbbreviation(sentence: string, next: string): boolean {
  const word = /(?<![\p{L}.])((?:\p{L}+\.)*\p{L}+)\.$/u.exec(sentence.slice(-20))?.[1];
  if (word === undefined) return false;
  const name = word.toLowerCase();
  if (beforeWords.has(name)) return true;
  if (beforeNumbers.has(name)) return /^[([]?\p{N}/u.test(next);
  if (!anywhere.has(name) && !/^\p{Lu}$|\.\p{L}$/u.test(word)) return false;
  return !openers.has(/^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? "");
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Abbreviations that never end a sentence. */
const beforeWords = wordsOf(
  "e.g i.e eg ie cf vs viz resp approx incl fig figs eq eqs eqn eqns dr mr mrs prof st bzw vgl sog",
);

/** Those that are words, too, and abbreviations before a number. */
const beforeNumbers = wordsOf(
  "no nos sec secs ch tab ref refs thm prop def cor lem alg app vol pp p nr abb kap abs",
);

/** Those that end a sentence or not, besides single capitals and letters with points between. */
const anywhere = wordsOf("al etc inc ltd co corp jr usw ca");

/** Words with which a sentence begins, and rarely a name. */
const openers = wordsOf(
  "we our the this these those that there it its in on at as for from to by with while when where but " +
    "however here then thus therefore hence moreover furthermore additionally although despite such " +
    "unlike yet using if since because what how why each both many most more some existing recent " +
    "specifically instead motivated inspired based given they under through prior previous experiments " +
    "wir der die das dies diese ein eine es im um mit für jedoch aber",
);
