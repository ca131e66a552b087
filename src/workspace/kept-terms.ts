import { join } from "node:path";
import {
  archiveTerms,
  type ComparedTerms,
  comparedTerms,
} from "../archive/terms/compared-terms.ts";
import type { PaperTexts } from "../archive/terms/paper-texts.ts";
import type { ArchiveTerms } from "../archive/terms/term-vectors.ts";
import { digestOfCode } from "./derived-cache.ts";
import { keepArrays, readArrays, realNumbers, wholeNumbers } from "./kept-arrays.ts";
import type { Workspace } from "./paths.ts";

const code = ["src/text", "src/archive/terms"];

/** The terms of papers and their weights, of which those of papers that have not changed are kept between builds. */
export function keptTerms(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
): ComparedTerms {
  const file = join(workspace.root, ".cache/derived/terms.bin");
  return comparedTerms(papers, async () => {
    const version = await digestOfCode(workspace, code);
    const former = await readTerms(file, version);
    const made = archiveTerms(papers, former);
    // Few papers are counted and weighed again in less time than all are written.
    if (!former || 100 * made.vectors.renewed > papers.length) await keepTerms(file, version, made);
    return made;
  });
}

async function keepTerms(
  file: string,
  version: string,
  { counted, vectors }: ArchiveTerms,
): Promise<void> {
  const { ids, texts, keys, starts, terms, presence } = counted;
  const { frequencies, inBase, newTerms } = vectors;
  const weighed = {
    frequencies,
    inBase,
    newTerms: Uint32Array.of(newTerms),
    weighedStarts: vectors.starts,
    weighedTerms: vectors.terms,
    weights: vectors.weights,
  };
  const numbers = { starts, terms, presence, ...weighed };
  await keepArrays(file, version, { numbers, texts: { ids, texts, keys } });
}

async function readTerms(file: string, version: string): Promise<ArchiveTerms | undefined> {
  const kept = await readArrays(file, version);
  if (!kept) return undefined;
  const { ids = [], texts = [], keys = [] } = kept.texts;
  const whole = (name: string) => wholeNumbers(kept, name);
  const [starts, terms, presence] = [
    whole("starts"),
    whole("terms"),
    realNumbers(kept, "presence"),
  ];
  const [newTerms = 0] = whole("newTerms");
  const weighed = {
    frequencies: whole("frequencies"),
    inBase: whole("inBase"),
    newTerms,
    renewed: 0,
  };
  return {
    counted: { ids, texts, keys, starts, terms, presence },
    vectors: {
      ids,
      keys,
      starts: whole("weighedStarts"),
      terms: whole("weighedTerms"),
      weights: realNumbers(kept, "weights"),
      ...weighed,
    },
  };
}
