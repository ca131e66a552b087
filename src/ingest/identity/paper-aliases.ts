import type { CleanPaper } from "../clean-paper.ts";
import { hashesOf, isLonger, knownId, titleId, withHash } from "./own-names.ts";
import type { FormerPaper } from "./read-ledger.ts";

/** Which published addresses are whose. Groups are given by their index. */
export interface Owners {
  /** Whether an address belongs to another paper than a group's. */
  isForeign: (name: string, index: number) => boolean;
  /** The former papers of each group. */
  own: readonly ReadonlySet<FormerPaper>[];
}

/**
 * The other names of each group: its published addresses, the ids that its records would have by
 * themselves, and those that an exported archive gives, as far as no other paper has them.
 */
export function aliasesOf(
  groups: readonly CleanPaper[][],
  ids: readonly string[],
  owners: Owners,
): string[][] {
  const taken = new Set(ids);
  const claim = (names: string[]) => {
    for (const name of names) taken.add(name);
    return names;
  };
  const published = owners.own.map((former, index) =>
    claim(
      [...former]
        .flatMap(({ lines }) => lines.map(({ address }) => String(address)))
        .filter((name) => !taken.has(name) && !owners.isForeign(name, index)),
    ),
  );
  const had = ids.map((id, index) => [id, ...(published[index] ?? [])]);
  const byThemselves = namesOfRecords(groups, had, owners, taken);
  claim(byThemselves.flat());
  const archived = groups.map((group, index) =>
    claim(
      group
        .flatMap(archivedNames)
        .filter((name) => !taken.has(name) && !owners.isForeign(name, index)),
    ),
  );
  return ids.map((_, index) => {
    const names = [published, byThemselves, archived].flatMap((list) => list[index] ?? []);
    return [...new Set(names)].sort();
  });
}

/** The names that the records of each group would have by themselves. */
function namesOfRecords(
  groups: readonly CleanPaper[][],
  had: readonly string[][],
  { isForeign }: Owners,
  taken: ReadonlySet<string>,
): string[][] {
  const wanted = groups.map((group, index) => {
    const named = group.flatMap((record) => {
      // In its archive, a paper never had another name than those that are listed.
      const isNamed = record.archived?.id !== undefined;
      const slug = knownId([record]) ?? (isNamed ? undefined : titleId(record.titleText));
      return slug ? [{ slug, record }] : [];
    });
    const own = had[index] ?? [];
    // Under a name with a hash, the paper was never published with the name alone.
    return [...new Map(named.map((one) => [one.slug, one])).values()].filter(
      ({ slug }) => !own.some((name) => name === slug || isLonger(name, slug)),
    );
  });
  const bySlug = Map.groupBy(wanted.flat(), ({ slug }) => slug);
  const names = wanted.map((named, index) =>
    named
      .map(({ slug, record }) => {
        const sharing = bySlug.get(slug) ?? [];
        if (!taken.has(slug) && !isForeign(slug, index) && sharing.length < 2) return slug;
        const { titleText } = record;
        const isSame = sharing.filter((other) => other.record.titleText === titleText).length > 1;
        return withHash(slug, hashesOf(record)[isSame ? 1 : 0]);
      })
      .filter((alias) => !taken.has(alias) && !isForeign(alias, index)),
  );
  const groupsOf = Map.groupBy(
    names.flatMap((own) => [...new Set(own)]),
    (name) => name,
  );
  return names.map((own) => own.filter((name) => groupsOf.get(name)?.length === 1));
}

/** The names that a paper had in an exported archive. */
function archivedNames({ archived }: CleanPaper): string[] {
  return archived ? [...(archived.id === undefined ? [] : [archived.id]), ...archived.aliases] : [];
}
