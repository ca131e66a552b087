import type { Message, Staged } from "../../schemas/message.ts";
import { report, strayId } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { ownerOfArxiv, ownerOfDoi } from "./id-owner.ts";

type Field = "arxiv" | "doi";

/**
 * Takes an id that several papers have from those that it does not fit, and reports it. If it fits
 * none of them, or several equally well, nobody keeps it.
 */
export function withoutStrayIds(groups: readonly CleanPaper[][]): Staged<CleanPaper[][]> {
  const messages: Message[] = [];
  const lost = new Map<CleanPaper[], Set<string>>();
  for (const field of ["arxiv", "doi"] as const) {
    for (const [id, sharing] of sharingId(groups, field)) {
      if (sharing.length < 2) continue;
      const owner = field === "arxiv" ? ownerOfArxiv(sharing, id) : ownerOfDoi(sharing, id);
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
  const holder = owner?.find(({ titleText }) => titleText !== "");
  const kept = holder && {
    title: holder.titleText,
    place: `${holder.source.file}:${holder.source.line}`,
  };
  return others.map(({ source, titleText: title }) => {
    const place = `${first.source.file}:${first.source.line}`;
    const params = { field, id, title, other: first.titleText, place, kept };
    return report(strayId, params, { file: source.file, line: source.line });
  });
}
