/** A number for each of some words, in the order of the words. */
export type WordTable = [word: string, value: number][];

/** Words in one file: a query needs a file or two for each of its words. */
const partWords = 800;

/** A table in parts, each for a file, with the first word of each. */
export function tableParts(table: WordTable): { firsts: string[]; parts: WordTable[] } {
  const parts = Array.from({ length: Math.ceil(table.length / partWords) }, (_, part) =>
    table.slice(part * partWords, (part + 1) * partWords),
  );
  return { firsts: parts.map(([first]) => first?.[0] ?? ""), parts };
}

/** The parts that may have words with one of these beginnings; a word is its own beginning. */
export function partsBeginning(firsts: readonly string[], starts: readonly string[]): number[] {
  return [...firsts.keys()].filter((part) => {
    const [first = "", next] = firsts.slice(part, part + 2);
    return starts.some(
      (start) =>
        (first <= start || first.startsWith(start)) && (next === undefined || next > start),
    );
  });
}
