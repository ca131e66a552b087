import { exactKey, type Token } from "./tokens.ts";

/** Words that introduce a list of examples. The examples are not the subject of the paper. */
const cues = [
  ["such", "as"],
  ["including"],
  ["e", "g"],
  ["ranging", "from"],
  ["spanning"],
  ["for", "example"],
  ["for", "instance"],
  ["applications"],
  ["domains"],
  ["fields"],
].map((words) => words.map(exactKey));
const cuesByFirst = Map.groupBy(cues, ([first]) => first);
const longest = 16;

/** The indexes of the tokens in lists of examples. */
export function findAsides(tokens: readonly Token[]): ReadonlySet<number> {
  const asides = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const begun = cuesByFirst.get(tokens[at]?.keys[0]);
    const cue = begun?.find((words) => words.every((word, i) => tokens[at + i]?.keys[0] === word));
    if (cue === undefined) continue;
    const sentence = tokens[at]?.sentence;
    const first = at + cue.length;
    for (let i = first; i < first + longest && tokens[i]?.sentence === sentence; i++) asides.add(i);
  }
  return asides;
}
