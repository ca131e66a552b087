import { CORE_SCHEMA, load } from "js-yaml";
import { z } from "zod";
import type { AddressLine } from "../../schemas/address.ts";
import { defined } from "../../schemas/defined.ts";
import { paperId } from "../../schemas/identifiers.ts";
import { splitFrontmatter } from "../../text/frontmatter.ts";

const publishedEntry = z.object({
  id: paperId,
  aliases: z.array(paperId).default([]),
  titleText: z.string(),
  authors: z.array(z.object({ name: z.string() })).default([]),
  published: z.string().optional(),
  publishedIn: z.string().optional(),
  ids: z.object({ arxiv: z.string().optional(), doi: z.string().optional() }).default({}),
});

/**
 * The text of a ledger for an archive that has none yet: its entries' addresses. What was published
 * before and has no entry any more is unknown. Files that are not entries are left out.
 */
export function ledgerOfEntries(disk: ReadonlyMap<string, string>): string {
  return [...disk.values()]
    .flatMap(linesOf)
    .map((line) => `${JSON.stringify(line)}\n`)
    .sort()
    .join("");
}

function linesOf(text: string): AddressLine[] {
  const { yaml } = splitFrontmatter(text);
  if (yaml === undefined) return [];
  try {
    const entry = publishedEntry.parse(load(yaml, { schema: CORE_SCHEMA }));
    const { id, aliases, titleText: title } = entry;
    const { arxiv, doi } = entry.ids;
    const names = entry.authors.slice(0, 4).map(({ name }) => name);
    const authors = names.length > 0 ? names : undefined;
    const year = (entry.published ?? entry.publishedIn)?.slice(0, 4);
    const facts = defined({ authors, year });
    return [
      { kind: "paper", address: id, paper: id, ...defined({ arxiv, doi }), title, ...facts },
      ...aliases.map((address) => ({ kind: "paper", address, paper: id, title }) as const),
    ];
  } catch {
    return [];
  }
}
