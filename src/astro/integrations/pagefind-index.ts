import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroConfig, AstroIntegration } from "astro";
import { addressesUnder } from "../../archive/addresses.ts";
import { paperText } from "../../search/index/paper-text.ts";
import { inSearchOrder, type SearchSource } from "../../search/index/record.ts";
import { readEntry } from "../../workspace/entries.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { readEntries } from "../../workspace/read-files.ts";
import { readNotes } from "../../workspace/read-notes.ts";
import { readTaxonomy } from "../../workspace/read-taxonomy.ts";
import { writeSearch } from "../../workspace/write-search.ts";
import { reportMessages } from "./build-report.ts";

/** Indexes every paper for search when the pages are built: from the entries, not from the pages. */
export function pagefindIndex(): AstroIntegration {
  let config: AstroConfig | undefined;
  return {
    name: "offprint:pagefind-index",
    hooks: {
      "astro:config:done": (done) => {
        config = done.config;
      },
      "astro:build:done": async ({ dir, logger }) => {
        if (!config) return;
        const workspace = workspaceAt(fileURLToPath(config.root));
        const taxonomy = readTaxonomy(workspace).topics;
        const names = new Map(taxonomy.map(({ id, name }) => [String(id), name]));
        const { papers } = await writeSearch(fileURLToPath(dir), await sourcesOf(config), {
          // Pagefind puts the site's base before each address, by where its own files lie.
          addressOf: addressesUnder("/").paper,
          topicName: (id) => names.get(id) ?? id,
        });
        logger.info(`${papers} papers are in the search index`);
      },
    },
  };
}

async function sourcesOf({ root }: AstroConfig): Promise<SearchSource[]> {
  const workspace = workspaceAt(fileURLToPath(root));
  const folder = relative(workspace.root, workspace.papers);
  const notes = new Map((await readNotes(workspace)).value.map(({ note }) => [note?.id, note]));
  const sources = [...(await readEntries(workspace))].flatMap(([path, text]): SearchSource[] => {
    const { value, messages } = readEntry(folder, path, text);
    reportMessages(messages);
    if (!value) return [];
    const { data, abstract } = value;
    const note = [data.id, ...data.aliases].map((id) => notes.get(id)).find(Boolean);
    const shown = note?.data.draft ? undefined : note;
    return [
      {
        paper: data,
        title: paperText(data.title),
        abstract: paperText(abstract),
        notes: shown ? [paperText(shown.body), ...shown.data.tags].join(" ").trim() : "",
        ...(shown?.data.status ? { status: shown.data.status } : {}),
      },
    ];
  });
  return sources.sort(inSearchOrder);
}
