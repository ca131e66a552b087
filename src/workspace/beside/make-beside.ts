import type { WholePaper } from "../../archive/export-archive.ts";
import type { Message } from "../../schemas/message.ts";
import type { Site } from "../../schemas/site.ts";
import { likenessOf, placesOf, relatedOf, textsOf } from "../derived-archive.ts";
import { keepDerived } from "../derived-cache.ts";
import { describeMessage } from "../describe-messages.ts";
import { openIndexCache } from "../index-cache/index-cache.ts";
import { keptTerms } from "../kept-terms.ts";
import { type Workspace, workspaceAt } from "../paths.ts";
import { readArchive } from "../read-archive.ts";
import { readLexicon } from "../read-lexicon.ts";
import { siteOrThrow } from "../read-site.ts";
import { readTaxonomy } from "../read-taxonomy.ts";
import { searchSources } from "../search-sources.ts";
import { readChecksums } from "../verify-site.ts";
import { writeSearch } from "../write-search.ts";
import type { SearchWritten, Step } from "./steps.ts";

/**
 * Makes what pages need of the archive as a whole, and then the search index, from the entries on disk.
 * Says after each step that it is done. If the last site is given, files of the index that it has are not written.
 */
export async function makeBeside(
  root: string,
  folder: string,
  { done, lastSite }: { done: (step: Step) => void; lastSite?: string },
): Promise<void> {
  const workspace = workspaceAt(root);
  const { value: papers, messages } = await readArchive(workspace);
  const site = siteOrThrow(workspace, describeMessage);
  const topicName = topicNamesOf(workspace, site);
  await compare(workspace, papers, topicName, done);
  const sources = await searchSources(workspace, papers, { site, topicName });
  const lexicon = readLexicon(workspace);
  const cache = await openIndexCache(workspace);
  const last = lastSite === undefined ? undefined : (await readChecksums(lastSite)).sums;
  const written = await writeSearch(folder, sources, topicName, lexicon.value, cache, last);
  done({
    name: "search",
    written: summaryOf(written, [...messages, ...lexicon.messages]),
  });
}

/** Makes only what compares papers: what pages need of the archive as a whole. */
export async function makeCompared(root: string): Promise<void> {
  const workspace = workspaceAt(root);
  const { value: papers } = await readArchive(workspace);
  const site = siteOrThrow(workspace, describeMessage);
  await compare(workspace, papers, topicNamesOf(workspace, site), () => {});
}

function topicNamesOf(workspace: Workspace, { language }: Pick<Site, "language">) {
  const { topics } = readTaxonomy(workspace, { language });
  const names = new Map(topics.map(({ id, name }) => [String(id), name]));
  return (id: string) => names.get(id) ?? id;
}

function summaryOf(
  { papers, same }: Pick<SearchWritten, "papers" | "same">,
  messages: Message[],
): SearchWritten {
  return { papers, messages, same };
}

/** In a function of its own, so that the terms are free when the index is made. */
async function compare(
  workspace: Workspace,
  papers: readonly WholePaper[],
  topicName: (id: string) => string,
  done: (step: Step) => void,
): Promise<void> {
  const texts = textsOf(workspace, papers);
  const terms = keptTerms(workspace, texts);
  const aliases = new Map(papers.map(({ entry }) => [String(entry.id), entry.aliases]));
  const aliasesOf = (id: string) => aliases.get(id) ?? [];
  // First: no page is made before the names of these files are known.
  const likeness = likenessOf(workspace, texts, { aliasesOf, topicName }, terms);
  done({ name: "likeness", digest: await keepDerived(workspace, likeness) });
  const related = relatedOf(workspace, texts, terms);
  done({ name: "related", digest: await keepDerived(workspace, related) });
  const places = placesOf(workspace, texts, terms);
  done({ name: "map", digest: await keepDerived(workspace, places) });
}
