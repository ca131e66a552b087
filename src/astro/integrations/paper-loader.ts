import { createHash } from "node:crypto";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import type { PaperEntry } from "../../schemas/paper.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { readEntries } from "../../workspace/read-entries.ts";
import { readStoredEntry, withKeptEntries } from "../../workspace/store/entry-store.ts";
import { reportMessages } from "./build-report.ts";

/**
 * Puts the frontmatter of entries into Astro's store, without their abstracts: ten thousand of them
 * would slow down every worker, which parses the whole store. Pages read the abstracts they show.
 */
export function paperLoader(): Loader {
  return {
    name: "offprint-papers",
    load: async ({ store, config, logger }) => {
      const workspace = workspaceAt(fileURLToPath(config.root));
      const files = await readEntries(workspace);
      const folder = relative(workspace.root, workspace.papers).replaceAll("\\", "/");
      const present = new Set<string>();
      await withKeptEntries(workspace, async (kept) => {
        for (const [path, text] of files) {
          const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
          const id = path.slice(path.lastIndexOf("/") + 1).replace(/\.mdx$/, "");
          const filePath = `${folder}/${path}`;
          const known = store.get(id);
          if (known?.digest !== digest || known.filePath !== filePath) {
            const { value, messages } = readStoredEntry(kept, folder, path, text);
            reportMessages(messages);
            if (!value) continue;
            store.set({ id, data: forStore(value.data), digest, filePath });
          }
          present.add(id);
        }
      });
      for (const id of store.keys()) if (!present.has(id)) store.delete(id);
      if (files.size === 0) logger.warn("content/papers/ is empty: run `npm run ingest` first.");
    },
  };
}

/**
 * An entry without its long fields, which few pages show and read themselves: the original texts and
 * the restored formulas.
 */
export function forStore({
  original: _,
  originalTitle: _title,
  math,
  ...data
}: PaperEntry): PaperEntry {
  const { spans: __, ...counts } = math;
  return { ...data, math: counts };
}
