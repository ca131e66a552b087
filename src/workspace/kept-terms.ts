import { join } from "node:path";
import { type ComparedTerms, comparedTerms } from "../archive/terms/compared-terms.ts";
import { type CountedTerms, countTerms } from "../archive/terms/count-terms.ts";
import type { PaperTexts } from "../archive/terms/paper-texts.ts";
import { digestOfCode } from "./derived-cache.ts";
import { keepArrays, readArrays, realNumbers, wholeNumbers } from "./kept-arrays.ts";
import type { Workspace } from "./paths.ts";

const code = ["src/text", "src/archive/terms"];

/** The terms of papers, of which those of papers that have not changed are kept between builds. */
export function keptTerms(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
): ComparedTerms {
  const file = join(workspace.root, ".cache/derived/terms.bin");
  return comparedTerms(papers, async () => {
    const version = await digestOfCode(workspace, code);
    const former = await readTerms(file, version);
    const counted = countTerms(papers, former);
    const { ids, texts, keys, starts, terms, presence } = counted;
    const numbers = { starts, terms, presence };
    await keepArrays(file, version, { numbers, texts: { ids, texts, keys } });
    return counted;
  });
}

async function readTerms(file: string, version: string): Promise<CountedTerms | undefined> {
  const kept = await readArrays(file, version);
  if (!kept) return undefined;
  const { ids = [], texts = [], keys = [] } = kept.texts;
  const [starts, terms] = [wholeNumbers(kept, "starts"), wholeNumbers(kept, "terms")];
  return { ids, texts, keys, starts, terms, presence: realNumbers(kept, "presence") };
}
