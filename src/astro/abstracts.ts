import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { entryPath } from "../archive/entry-path.ts";
import { type Rendered, renderMarkdown } from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { splitFrontmatter } from "../text/frontmatter.ts";
import { parseEntry } from "../workspace/entries.ts";
import { type EntryTexts, entryTexts, originalsIn } from "./entries.ts";
import { reportRefusals } from "./integrations/build-report.ts";
import { isBuild } from "./is-build.ts";
import { workspace } from "./settings.ts";

/** The abstract of a paper as HTML. */
export async function abstractOf(paper: PaperEntry): Promise<Rendered> {
  const rendered = renderMarkdown(await abstractSource(paper));
  reportRefusals(paper.id, rendered.refused);
  return rendered;
}

/** The abstract's Markdown in the entry, which has only text and formulas. */
export async function abstractSource(paper: PaperEntry): Promise<string> {
  const kept = await textsOf(paper);
  return kept ? kept.abstract : splitFrontmatter((await entryFile(paper)).text).body.trim();
}

/** Title and abstract as the source printed them, if formulas in them were restored or corrected. */
export async function originalsOf(paper: PaperEntry): Promise<EntryTexts["originals"]> {
  const { restored, corrected = 0 } = paper.math;
  if (restored + corrected === 0) return {};
  const kept = await textsOf(paper);
  if (kept) return kept.originals;
  const { path, text } = await entryFile(paper);
  return originalsIn(parseEntry(path, text).data);
}

/** The texts of a paper in a build. A preview reads the entry at each call, since it may have changed. */
async function textsOf({ id }: PaperEntry): Promise<EntryTexts | undefined> {
  return isBuild ? (await entryTexts())(id) : undefined;
}

async function entryFile(paper: PaperEntry): Promise<{ path: string; text: string }> {
  const path = join(workspace.papers, entryPath(paper));
  return { path, text: await readFile(path, "utf8") };
}
