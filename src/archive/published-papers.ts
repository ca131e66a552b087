import type { AddressLine } from "../schemas/address.ts";
import { defined } from "../schemas/defined.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { Removed } from "../schemas/removed.ts";
import { keysOfName, keysOfPaper } from "../text/paper-name.ts";
import type { Archive } from "./archive.ts";

/** A paper that was published, with all that the ledger of addresses says about it. */
export interface PublishedPaper {
  lines: readonly AddressLine[];
}

/** An address whose paper the archive no longer has, and what is known about that paper. */
export interface GonePaper {
  /** The former id, which is in the address. */
  id: string;
  title: string;
  arxiv?: string;
  doi?: string;
  /** Whether the owner removed it. */
  isRemoved: boolean;
}

/** What has become of the addresses of published papers that no paper of the archive has as its own. */
export interface FormerAddresses {
  moved: { id: string; paper: PaperEntry }[];
  gone: GonePaper[];
}

/**
 * Follows every address that a paper was published under. If its paper is in the archive under another
 * id, the address has moved there; otherwise the paper is gone. It never leads to another paper.
 */
export function formerAddresses(
  published: readonly PublishedPaper[],
  { papers, byId }: Pick<Archive, "papers" | "byId">,
  removed: Removed = [],
): FormerAddresses {
  const byAlias = new Map(
    papers.flatMap((paper) => paper.aliases.map((alias) => [String(alias), paper] as const)),
  );
  const wanted = new Set(removed.flatMap(({ id }) => keysOfName(id)));
  const found: FormerAddresses = { moved: [], gone: [] };
  for (const { lines } of published) {
    const ids = [...new Set(lines.flatMap(({ address, paper }) => [String(address), paper]))];
    const present = new Set(ids.flatMap((id) => byId.get(id) ?? byAlias.get(id) ?? []));
    const [only] = present;
    for (const id of ids) {
      if (byId.has(id)) continue;
      const paper = byAlias.get(id) ?? (present.size === 1 ? only : undefined);
      if (paper) found.moved.push({ id, paper });
      else found.gone.push(gonePaper(id, lines, wanted));
    }
  }
  return found;
}

function gonePaper(
  id: string,
  lines: readonly AddressLine[],
  removed: ReadonlySet<string>,
): GonePaper {
  const own = lines.filter(({ address }) => address === id);
  const arxiv = lines.find((line) => line.arxiv)?.arxiv;
  const doi = lines.find((line) => line.doi)?.doi;
  const keys = lines.flatMap((line) =>
    keysOfPaper({ id: line.address, aliases: [line.paper], ids: line }),
  );
  return {
    id,
    title: [...own, ...lines].find(({ title }) => title !== "")?.title ?? "",
    ...defined({ arxiv, doi }),
    isRemoved: keys.some((key) => removed.has(key)),
  };
}
