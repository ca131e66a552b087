import type { Message, Staged } from "../../schemas/message.ts";
import { report, strayId } from "../../schemas/rules.ts";
import { asciiFold } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";

type Field = "arxiv" | "doi";

/**
 * Takes an id that several papers have from those that it does not fit, and reports it. If it fits
 * none of them, or several, nobody keeps it.
 */
export function withoutStrayIds(groups: readonly CleanPaper[][]): Staged<CleanPaper[][]> {
  const messages: Message[] = [];
  const lost = new Map<CleanPaper[], Set<string>>();
  for (const field of ["arxiv", "doi"] as const) {
    for (const [id, sharing] of sharingId(groups, field)) {
      if (sharing.length < 2) continue;
      const fitting = sharing.filter((group) => fits(group, id, field, sharing));
      const owner = fitting.length === 1 ? fitting[0] : undefined;
      for (const group of sharing) {
        if (group === owner) continue;
        const known = lost.get(group) ?? new Set();
        lost.set(group, known.add(`${field} ${id}`));
      }
      messages.push(...reports(sharing, owner, id, field));
    }
  }
  const value = groups.map((group) => {
    const strays = lost.get(group);
    return strays ? group.map((record) => withoutIds(record, strays)) : group;
  });
  return { value, messages };
}

function sharingId(
  groups: readonly CleanPaper[][],
  field: Field,
): ReadonlyMap<string, CleanPaper[][]> {
  const sharing = new Map<string, CleanPaper[][]>();
  for (const group of groups) {
    for (const id of new Set(group.flatMap(({ ids }) => ids[field]?.toLowerCase() ?? []))) {
      const known = sharing.get(id);
      if (known) known.push(group);
      else sharing.set(id, [group]);
    }
  }
  return sharing;
}

// These sources give a paper by its arXiv id, so that the id is never copied from elsewhere.
const authorities = new Set(["arxiv-atom", "daily-papers-api"]);
// In years, between an arXiv id and its publication.
const longestWait = 3;

function fits(group: CleanPaper[], id: string, field: Field, sharing: CleanPaper[][]): boolean {
  const having = group.filter(({ ids }) => ids[field]?.toLowerCase() === id);
  if (field === "doi") {
    // The book has the DOI that its chapters were given.
    const books = new Set(sharing.flat().flatMap(({ venue }) => folded(venue?.name ?? "") || []));
    return having.some(({ titleText }) => books.has(folded(titleText)));
  }
  const isAuthority = ({ source }: CleanPaper) => authorities.has(source.format);
  if (sharing.some((other) => other.some(isAuthority))) return having.some(isAuthority);
  const made = yearOfArxiv(id);
  return having.some(({ published, publishedIn }) => {
    const year = Number((published ?? publishedIn)?.slice(0, 4));
    return made !== undefined && year >= made && year - made <= longestWait;
  });
}

function yearOfArxiv(id: string): number | undefined {
  const digits = /^(?:[a-z.-]+\/)?(\d{2})\d{2}/.exec(id)?.[1];
  if (digits === undefined) return undefined;
  return Number(digits) + (Number(digits) >= 90 ? 1900 : 2000);
}

function folded(text: string): string {
  return asciiFold(text) || text.trim();
}

function withoutIds(record: CleanPaper, strays: ReadonlySet<string>): CleanPaper {
  const ids = { ...record.ids };
  for (const field of ["arxiv", "doi"] as const) {
    if (strays.has(`${field} ${ids[field]?.toLowerCase()}`)) delete ids[field];
  }
  return { ...record, ids };
}

/** One message for each paper after the first that has the id. */
function reports(
  sharing: CleanPaper[][],
  owner: CleanPaper[] | undefined,
  id: string,
  field: Field,
): Message[] {
  const records = sharing.flatMap((group) => {
    const record = group.find(({ ids }) => ids[field]?.toLowerCase() === id);
    return record ? [record] : [];
  });
  const [first, ...others] = records;
  if (!first) return [];
  const kept = owner?.find(({ titleText }) => titleText !== "")?.titleText;
  return others.map(({ source, titleText: title }) => {
    const place = `${first.source.file}:${first.source.line}`;
    const params = { field, id, title, other: first.titleText, place, kept };
    return report(strayId, params, { file: source.file, line: source.line });
  });
}
