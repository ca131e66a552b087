import type { WholePaper } from "../archive/export-archive.ts";
import { type ComparedTerms, comparedTerms } from "../archive/terms/compared-terms.ts";
import type { PaperTexts } from "../archive/terms/paper-texts.ts";
import { textsOf } from "../workspace/derived-archive.ts";
import { abstractSource } from "./abstracts.ts";
import { archive } from "./archive.ts";
import { madeOnce } from "./made-once.ts";
import { workspace } from "./settings.ts";

/** The texts that papers are compared by, sorted by id. Read once in a build. */
export const paperTexts = madeOnce(["papers"], texts);

/** The terms of the same papers. Made once in a build. */
export const paperTerms = madeOnce(
  ["papers"],
  async (): Promise<ComparedTerms> => comparedTerms(await paperTexts()),
);

async function texts(): Promise<PaperTexts[]> {
  const { papers } = await archive();
  const read: WholePaper[] = [];
  // In batches, so that ten thousand entries do not open ten thousand files at once.
  for (let at = 0; at < papers.length; at += 256) {
    const some = papers
      .slice(at, at + 256)
      .map(async (entry) => ({ entry, abstract: await abstractSource(entry) }));
    read.push(...(await Promise.all(some)));
  }
  return textsOf(workspace, read);
}
