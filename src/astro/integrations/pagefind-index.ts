import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroConfig, AstroIntegration } from "astro";
import { noteNames } from "../../notes/note-text.ts";
import { defined } from "../../schemas/defined.ts";
import { notSearchable, report } from "../../schemas/rules.ts";
import type { Site } from "../../schemas/site.ts";
import { paperText } from "../../search/index/paper-text.ts";
import { byDateAndId, type SearchSource } from "../../search/index/record.ts";
import { describeMessage } from "../../workspace/describe-messages.ts";
import { type EntryFile, readEntry } from "../../workspace/entries.ts";
import { type Workspace, workspaceAt } from "../../workspace/paths.ts";
import { noteOfPaper, publishedNotes } from "../../workspace/published-notes.ts";
import { readEntries } from "../../workspace/read-files.ts";
import { readLexicon } from "../../workspace/read-lexicon.ts";
import { siteOrThrow } from "../../workspace/read-site.ts";
import { readTaxonomy } from "../../workspace/read-taxonomy.ts";
import { writeSearch } from "../../workspace/write-search.ts";
import { reportMessages } from "./build-report.ts";

/** Writes the search index when the site is built: from the entries, not from the pages. */
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
        const site = siteOrThrow(workspace, describeMessage);
        const { topics } = readTaxonomy(workspace, { language: site.language });
        const names = new Map(topics.map(({ id, name }) => [String(id), name]));
        const topicName = (id: string) => names.get(id) ?? id;
        const sources = await sourcesOf(workspace, site, topicName);
        const lexicon = readLexicon(workspace);
        reportMessages(lexicon.messages);
        const { papers, refused } = await writeSearch(
          fileURLToPath(dir),
          sources,
          topicName,
          lexicon.value,
        );
        reportMessages(
          refused.map(({ id, reason }) =>
            report(notSearchable, { reason }, { file: `papers/${id}` }),
          ),
        );
        logger.info(`${papers} papers are in the search index`);
      },
    },
  };
}

async function sourcesOf(
  workspace: Workspace,
  site: Site,
  topicName: (id: string) => string,
): Promise<SearchSource[]> {
  const folder = relative(workspace.root, workspace.papers);
  const entries = [...(await readEntries(workspace))].flatMap(([path, text]): EntryFile[] => {
    const { value, messages } = readEntry(folder, path, text);
    reportMessages(messages);
    return value ? [value] : [];
  });
  const names = noteNames(
    entries.map(({ data }) => data),
    topicName,
  );
  const notes = await publishedNotes(workspace, site, names);
  const sources = entries.map(({ data, abstract }): SearchSource => {
    const { marks, searchText = "" } = noteOfPaper(data, notes, site.notes) ?? {};
    return {
      paper: data,
      title: paperText(data.title),
      abstract: paperText(abstract),
      notes: marks ? [searchText, ...marks.tags].join(" ").trim() : "",
      ...defined({ status: marks?.status }),
    };
  });
  return sources.sort(byDateAndId);
}
