import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { entryPath } from "../archive/entry-path.ts";
import { type Rendered, renderMarkdown } from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { splitFrontmatter } from "../text/frontmatter.ts";
import { parseEntry } from "../workspace/entries.ts";
import { reportRefusals } from "./integrations/build-report.ts";
import { workspace } from "./settings.ts";

/** The abstract of a paper as HTML. It is read from disk at each call, to keep memory small. */
export async function abstractOf(paper: PaperEntry): Promise<Rendered> {
  const rendered = renderMarkdown(await abstractSource(paper));
  reportRefusals(paper.id, rendered.refused);
  return rendered;
}

/** The abstract's Markdown in the entry, which has only text and formulas. */
export async function abstractSource(paper: PaperEntry): Promise<string> {
  const text = await readFile(join(workspace.papers, entryPath(paper)), "utf8");
  return splitFrontmatter(text).body.trim();
}

/** Title and abstract as the source printed them, if formulas in them were restored or corrected. */
export async function originalsOf(
  paper: PaperEntry,
): Promise<{ title?: string | undefined; abstract?: string | undefined }> {
  const { restored, corrected = 0 } = paper.math;
  if (restored + corrected === 0) return {};
  const path = join(workspace.papers, entryPath(paper));
  const { originalTitle: title, original: abstract } = parseEntry(
    path,
    await readFile(path, "utf8"),
  ).data;
  return { title, abstract };
}
