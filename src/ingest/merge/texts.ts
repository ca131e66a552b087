import { plainText } from "../../math/tree-text.ts";
import type { CleanPaper } from "../clean-paper.ts";

/** The record whose title is best: undamaged before damaged, then the most trusted. */
export function bestTitle(group: readonly CleanPaper[]): CleanPaper {
  const titled = group.filter(({ titleText }) => titleText !== "");
  return firstOf(titled.toSorted(byDamage));
}

/**
 * The record whose abstract is best in the same order, or one with a longer abstract that contains
 * it.
 */
export function bestText(group: readonly CleanPaper[]): CleanPaper {
  const candidates = group.filter(({ abstract }) => abstract.length > 0);
  if (candidates.length === 0) return firstOf(group);
  const best = firstOf(candidates.toSorted(byDamage));
  if (candidates.length === 1) return best;
  const fullest = candidates.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  // A source may have cut off the end of the best one.
  return lengthOf(fullest) > 1.2 * lengthOf(best) && isPart(best, fullest) ? fullest : best;
}

function byDamage(a: CleanPaper, b: CleanPaper): number {
  return Number(a.damaged) - Number(b.damaged);
}

/** Whether a text is a part of another. A version of a paper is not a part of the next one. */
function isPart(part: CleanPaper, whole: CleanPaper): boolean {
  if (part.version !== undefined && whole.version !== undefined) return false;
  const [inPart, inWhole] = [wordsOf(part), wordsOf(whole)];
  return inPart.intersection(inWhole).size >= 0.8 * inPart.size;
}

function lengthOf(paper: CleanPaper): number {
  return textOf(paper).length;
}

function wordsOf(paper: CleanPaper): Set<string> {
  return new Set(
    textOf(paper)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  );
}

function textOf({ abstract }: CleanPaper): string {
  return abstract.map(({ children }) => plainText(children)).join("\n");
}

function firstOf(group: readonly CleanPaper[]): CleanPaper {
  const [first] = group;
  if (!first) throw new RangeError("A group of records has at least one with a title.");
  return first;
}
