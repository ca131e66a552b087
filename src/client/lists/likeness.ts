import {
  type LikenessPart,
  likenessPart,
  likenessPath,
  likenessRoot,
  likenessRootPath,
  likenessTerms,
  likenessWords,
  paperCode,
  partOfCode,
  termsOfPaper,
} from "../../archive/likeness/likeness-data.ts";
import {
  type Likeness,
  likenessTo,
  type PaperTerms,
} from "../../archive/likeness/rank-likeness.ts";
import { likenessOrder } from "../../i18n/strings.ts";
import { fetchJson } from "../library/ui/fetch-cards.ts";
import { savedIds } from "../library/ui/marked-ids.ts";
import { thisLibrary } from "../library/ui/this-library.ts";
import { keptOrder } from "./kept-order.ts";

/** The reader's interests are in fewer papers not to be seen. */
const leastSaved = 5;

/**
 * Compares papers, by id, with those that the reader has saved. All of it happens on the device. Returns a text
 * that says why not, if too few are saved. Rejects if files cannot be loaded.
 */
export async function likenessToSaved(
  ids: readonly string[],
): Promise<ReadonlyMap<string, Likeness> | string> {
  const saved = [...savedIds()];
  if (saved.length < leastSaved) {
    // The order would be of no use until more are saved.
    thisLibrary.setText(keptOrder, undefined);
    return likenessOrder.tooFew(saved.length, leastSaved);
  }
  // Names the other files, so a former version from the browser's cache is of no use.
  const root = await fetchJson(likenessRootPath, likenessRoot, { cache: "no-cache" });
  const dictionary = root.words.map((name) =>
    fetchJson(likenessPath("words", name), likenessWords),
  );
  const parts = new Map<string, Promise<LikenessPart>>();
  const partOf = (code: string) => {
    const name = root.papers[partOfCode(code, root.papers.length)] ?? "";
    const part = parts.get(name) ?? fetchJson(likenessPath("papers", name), likenessPart);
    parts.set(name, part);
    return part;
  };
  const termsOf = async (id: string): Promise<PaperTerms> => {
    const code = paperCode(id);
    const { papers, former } = await partOf(code);
    const current = former[code] ?? code;
    const codes = current === code ? papers[code] : (await partOf(current)).papers[current];
    return { id: current, ...termsOfPaper(codes ?? "", root) };
  };
  const [own, shown, words] = await Promise.all([
    Promise.all(saved.map(termsOf)),
    Promise.all(ids.map(termsOf)),
    Promise.all(dictionary),
  ]);
  const likeness = likenessTo(own, likenessTerms(root, words));
  return new Map(shown.map((paper, at) => [ids[at] ?? "", likeness(paper)]));
}
