import type { CleanPaper } from "./clean.ts";
import { plainText } from "./text/plain-text.ts";
import { fold } from "./text/slug.ts";

// Two texts of one abstract differ in a few words (versions, cleaning, a cut-off end); abstracts of
// different papers with one title share hardly a third of theirs.
const sameAbstract = 0.6;

/** Groups the records that tell of one paper, in the order of their first records. */
export function groupSamePapers(papers: CleanPaper[]): CleanPaper[][] {
  const groups: CleanPaper[][] = [];
  const byKey = new Map<string, Set<number>>();
  for (const paper of papers) {
    const keys = keysOf(paper);
    const found = [...new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))].filter((index) =>
      groups[index]?.some((other) => isSamePaper(other, paper)),
    );
    const [first = groups.length, ...others] = found.sort((a, b) => a - b);
    // A record may join groups that were apart: one by its id, one by its title.
    const joined = others.flatMap((index) => groups.splice(index, 1, [])[0] ?? []);
    groups[first] = [...(groups[first] ?? []), ...joined, paper];
    for (const key of [...keys, ...joined.flatMap(keysOf)]) {
      byKey.set(key, (byKey.get(key) ?? new Set()).add(first));
    }
  }
  return groups.filter((group) => group.length > 0);
}

function keysOf({ ids, titleText }: CleanPaper): string[] {
  return [
    ...(ids.arxiv ? [`arxiv:${ids.arxiv}`] : []),
    ...(ids.doi ? [`doi:${ids.doi.toLowerCase()}`] : []),
    `title:${fold(titleText) || titleText}`,
  ];
}

function isSamePaper(a: CleanPaper, b: CleanPaper): boolean {
  if (a.ids.arxiv && b.ids.arxiv) return a.ids.arxiv === b.ids.arxiv;
  if (a.ids.doi && b.ids.doi) return a.ids.doi.toLowerCase() === b.ids.doi.toLowerCase();
  return similarity(wordsOf(a), wordsOf(b)) >= sameAbstract;
}

function wordsOf({ abstract }: CleanPaper): Set<string> {
  const text = abstract.map(({ children }) => plainText(children)).join(" ");
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** The share of the smaller set that the other has too; 1 where one is empty. */
function similarity(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return small.size === 0 ? 1 : small.intersection(large).size / small.size;
}
