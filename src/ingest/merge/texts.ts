import { plainText } from "../../math/tree-text.ts";
import type { CleanPaper } from "../clean-paper.ts";

/** A paper's texts: undamaged LaTeX before restored, the more trusted source before the other. */

export function bestTitle(group: readonly CleanPaper[]): CleanPaper {
  const titled = group.filter(({ titleText }) => titleText !== "");
  return firstOf(titled.toSorted(byDamage));
}

export function bestText(group: readonly CleanPaper[]): CleanPaper {
  const told = group.filter(({ abstract }) => abstract.length > 0);
  if (told.length === 0) return firstOf(group);
  const best = firstOf(told.toSorted(byDamage));
  const fullest = told.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  // The best text stands, unless another is clearly the whole of a part.
  return lengthOf(fullest) > 1.2 * lengthOf(best) && isPart(best, fullest) ? fullest : best;
}

function byDamage(a: CleanPaper, b: CleanPaper): number {
  return Number(a.damaged) - Number(b.damaged);
}

/** An older version of a paper is no part of the newer one. */
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
