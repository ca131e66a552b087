import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroConfig, AstroIntegration } from "astro";
import { addressesUnder } from "../archive/addresses.ts";
import { parseEntry } from "../project/entries.ts";
import { projectAt } from "../project/paths.ts";
import { readEntries } from "../project/read-files.ts";
import { readTaxonomy } from "../project/read-taxonomy.ts";
import { writeSearch } from "../project/write-search.ts";
import { paperText } from "../search/index/paper-text.ts";
import { inSearchOrder, type SearchSource } from "../search/index/record.ts";

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
        const project = projectAt(fileURLToPath(config.root));
        const taxonomy = readTaxonomy(project).topics;
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
  const project = projectAt(fileURLToPath(root));
  const folder = relative(project.root, project.papers);
  const sources = [...(await readEntries(project))].map(([path, text]) => {
    const { data, abstract } = parseEntry(`${folder}/${path}`, text);
    return { paper: data, title: paperText(data.title), abstract: paperText(abstract), notes: "" };
  });
  return sources.sort(inSearchOrder);
}
