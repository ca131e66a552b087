import { resolve } from "node:path";
import type { WholePaper } from "../archive/export-archive.ts";
import { markdownReadingList } from "../notes/markdown-reading-list.ts";
import { obsidianVault, type VaultFile, type VaultNote } from "../notes/obsidian-vault.ts";
import { marksOf } from "../notes/reading-list.ts";
import type { Message } from "../schemas/message.ts";
import type { Site } from "../schemas/site.ts";
import { splitFrontmatter } from "../text/frontmatter.ts";
import { type Workspace, workspaceAt } from "./paths.ts";
import { readNotes } from "./read-notes.ts";
import { readTaxonomy } from "./read-taxonomy.ts";

/** Formats that have the owner's notes, drafts too in a vault. They are written only where they are asked for. */
export const ownersFormats = ["obsidian", "reading-list"] as const;

const engine = resolve(import.meta.dirname, "../..");

/** What the owner's formats need besides the papers. */
export interface OwnersContext {
  site: Pick<Site, "title" | "language">;
  addressOf: (id: string) => string | undefined;
}

/** The files of the owner's formats that are asked for, the notes of no paper, and what is wrong with notes. */
export interface OwnersExports {
  files: VaultFile[];
  leftOut: string[];
  messages: Message[];
}

/** Writes papers with the owner's notes in the formats that are asked for. */
export async function ownersExports(
  workspace: Workspace,
  papers: readonly WholePaper[],
  wanted: readonly string[],
  { site, addressOf }: OwnersContext,
): Promise<OwnersExports> {
  const files: VaultFile[] = [];
  if (!ownersFormats.some((format) => wanted.includes(format))) {
    return { files, leftOut: [], messages: [] };
  }
  const { value: notes, messages } = await readNotes(workspace);
  const byName = new Map(
    notes.map(({ path, text, note }) => {
      const body = note?.body ?? splitFrontmatter(text).body;
      return [nameOf(path), { path, data: note?.data, body }];
    }),
  );
  const used = new Set<string>();
  const noted = papers.map((paper) => {
    const name = [paper.entry.id, ...paper.entry.aliases].find((one) => byName.has(one));
    const found: (VaultNote & { path: string }) | undefined = byName.get(name ?? "");
    if (found) used.add(found.path);
    return { ...paper, note: found };
  });
  if (wanted.includes("obsidian")) {
    const { root } = workspace;
    const taxonomy = readTaxonomy(workspaceAt(root, engine), { language: site.language });
    messages.push(...taxonomy.messages);
    const vault = obsidianVault(noted, { topics: taxonomy.topics, addressOf });
    files.push(...vault.map(({ path, text }) => ({ path: `obsidian/${path}`, text })));
  }
  if (wanted.includes("reading-list")) {
    const list = noted.flatMap(({ entry, note }) =>
      note?.data && !note.data.draft
        ? [{ paper: entry, marks: marksOf(note.data, note.body) }]
        : [],
    );
    const text = markdownReadingList(list, { title: site.title, addressOf });
    files.push({ path: "reading-list.md", text });
  }
  const leftOut = notes.map(({ path }) => path).filter((path) => !used.has(path));
  return { files, leftOut, messages };
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.mdx$/, "");
}
