import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroConfig, AstroIntegration } from "astro";
import * as pagefind from "pagefind";
import { addressesUnder } from "../archive/addresses.ts";
import { markdownText } from "../archive/render-markdown.ts";
import { readEntry } from "../project/entries.ts";
import { projectAt } from "../project/paths.ts";
import { readEntries } from "../project/read-files.ts";
import { readSite } from "../project/read-site.ts";
import { readTaxonomy } from "../project/read-taxonomy.ts";
import { type SearchRecord, searchRecord } from "../search/records.ts";
import { reportMessages } from "./build-report.ts";

/** Indexes every paper for search when the pages are built. */
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
        const records = await recordsOf(config);
        await writeIndex(records, fileURLToPath(new URL("pagefind/", dir)));
        logger.info(`${records.length} papers are in the search index`);
      },
    },
  };
}

async function recordsOf({ root }: AstroConfig): Promise<SearchRecord[]> {
  const project = projectAt(fileURLToPath(root));
  // Pagefind puts the site's base before each address, by where its own files lie.
  const to = addressesUnder("/");
  const names = new Map(readTaxonomy(project).topics.map(({ id, name }) => [String(id), name]));
  const context = {
    language: readSite(project).value?.language ?? "en",
    addressOf: to.paper,
    topicName: (id: string) => names.get(id) ?? id,
  };
  const folder = relative(project.root, project.papers);
  return [...(await readEntries(project))].flatMap(([path, text]) => {
    const { value, messages } = readEntry(folder, path, text);
    reportMessages(messages);
    return value ? searchRecord(value.data, markdownText(value.abstract), context) : [];
  });
}

async function writeIndex(records: SearchRecord[], outputPath: string): Promise<void> {
  try {
    const { index, errors } = await pagefind.createIndex();
    if (!index) throw new Error(failure("start", errors));
    for (const record of records) {
      const added = await index.addCustomRecord(record);
      if (added.errors.length > 0) throw new Error(failure(`index ${record.url}`, added.errors));
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(failure("write its index", written.errors));
  } finally {
    await pagefind.close();
  }
}

function failure(what: string, errors: string[]): string {
  return `Pagefind could not ${what}: ${errors.join("; ") || "it gave no reason"}`;
}
