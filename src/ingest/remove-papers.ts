import { defined } from "../schemas/defined.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Removed } from "../schemas/removed.ts";
import { report, unusedRemoval } from "../schemas/rules.ts";
import { nearestNamed } from "../text/nearest-ids.ts";
import type { Paper } from "./paper.ts";

/** The papers that stay after the owner's removals. */
export interface Remaining {
  papers: Paper[];
  /** Ids, including former ones, of the removed papers. */
  ids: Set<string>;
}

/** Leaves out the papers that the owner removed. An item that names no paper is reported. */
export function removePapers(papers: readonly Paper[], removed: Removed): Staged<Remaining> {
  const wanted = new Set(removed.map(({ id }) => id.toLowerCase()));
  const found = new Set<string>();
  const ids = new Set<string>();
  const rest = papers.filter((paper) => {
    const names = namesOf(paper).filter((name) => wanted.has(name));
    for (const name of names) found.add(name);
    if (names.length > 0) for (const id of [paper.id, ...paper.aliases]) ids.add(id);
    return names.length === 0;
  });
  const messages = removed
    .filter(({ id }) => !found.has(id.toLowerCase()))
    .map((one) => namesNothing(one, papers));
  return { value: { papers: rest, ids }, messages };
}

/** Every name by which an owner may remove a paper, in lower case. */
export function namesOf({ id, aliases, ids }: Pick<Paper, "id" | "aliases" | "ids">): string[] {
  return [id, ...aliases, ids.arxiv, ids.doi].flatMap((name) => name?.toLowerCase() ?? []);
}

function namesNothing({ id, line }: Removed[number], papers: readonly Paper[]): Message {
  const named = papers.map((paper) => ({ id: paper.id, names: namesOf(paper) }));
  const nearest = nearestNamed(id, named, { evenFar: false });
  const place = { file: "content/removed.yaml", ...defined({ line }) };
  return report(unusedRemoval, { id, nearest }, place);
}
