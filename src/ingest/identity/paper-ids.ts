import { createHash } from "node:crypto";
import { plainText } from "../../math/tree-text.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import { report, sharedSlug } from "../../schemas/rules.ts";
import { slugOf } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { bestTitle } from "../merge/texts.ts";

/** A paper's id, and the ids that it had while less was known about it. */
export interface PaperIds {
  id: string;
  aliases: string[];
}

/** In characters: file systems allow 255 bytes, and addresses should stay readable. */
const longestId = 90;

/**
 * The arXiv id or DOI of each group of records where one is known, else a slug of the title. Groups
 * with the same slug get a hash of the title as well. The id that a record would have by itself
 * is an alias, since the paper may have been published under it.
 */
export function idsOf(groups: readonly CleanPaper[][]): Staged<PaperIds[]> {
  const wanted = groups.map((group) => {
    const known = knownId(group) ?? group.find(({ archived }) => archived)?.archived?.id;
    const record = bestTitle(group);
    return { record, known, id: known ?? slugOf(record.titleText) };
  });
  const sharing = Map.groupBy(wanted, ({ id }) => id);
  const titles = Map.groupBy(wanted, ({ record }) => record.titleText);
  const messages: Message[] = [];
  const ids = wanted.map(({ record, known, id }) => {
    if (id !== "" && (sharing.get(id)?.length ?? 0) < 2) return id;
    // Papers with the same title get a hash of title and abstract.
    const sameTitle = (titles.get(record.titleText)?.length ?? 0) > 1;
    const hashed = [known ?? (id || "paper"), hashOf(record, sameTitle)].join("-");
    if (id !== "") {
      const { titleText, source } = record;
      const params = { slug: id, id: hashed, title: titleText };
      messages.push(report(sharedSlug, params, { file: source.file, line: source.line }));
    }
    return hashed;
  });
  return { value: withAliases(groups, ids), messages };
}

/** An arXiv id or DOI as part of an address. */
function knownId(records: readonly CleanPaper[]): string | undefined {
  const arxiv = records.find(({ ids }) => ids.arxiv)?.ids.arxiv;
  const doi = records.find(({ ids }) => ids.doi)?.ids.doi;
  const known = (arxiv ?? doi)
    ?.toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+|-+$/g, "");
  if (known === undefined || known === "" || known.length <= longestId) return known || undefined;
  return `${known.slice(0, longestId - 7)}-${shortHash(known)}`;
}

function withAliases(groups: readonly CleanPaper[][], ids: readonly string[]): PaperIds[] {
  const wanted = groups.map((group, index) => {
    const former = group.flatMap((record) => {
      const slug = knownId([record]) ?? (record.titleText && slugOf(record.titleText));
      return [...(slug ? [{ slug, record }] : []), ...archivedAliases(record)];
    });
    return [...new Map(former.map((one) => [one.slug, one])).values()].filter(
      ({ slug }) => slug !== ids[index],
    );
  });
  const taken = new Set(ids);
  const count = Map.groupBy(wanted.flat(), ({ slug }) => slug);
  return ids.map((id, index) => {
    const aliases = (wanted[index] ?? []).map(({ slug, record }) => {
      const sharing = count.get(slug) ?? [];
      if (!taken.has(slug) && sharing.length < 2) return slug;
      const { titleText } = record;
      const same = sharing.filter((other) => other.record.titleText === titleText).length > 1;
      return `${slug}-${hashOf(record, same)}`;
    });
    return { id, aliases: [...new Set(aliases)].filter((alias) => !taken.has(alias)).sort() };
  });
}

function archivedAliases(record: CleanPaper) {
  const { id, aliases = [] } = record.archived ?? {};
  return [...(id === undefined ? [] : [id]), ...aliases].map((slug) => ({ slug, record }));
}

function hashOf(record: CleanPaper, withAbstract: boolean): string {
  const { titleText, abstract } = record;
  const text = abstract.map(({ children }) => plainText(children)).join("\n");
  return shortHash(withAbstract ? `${titleText}\n${text}` : titleText);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
