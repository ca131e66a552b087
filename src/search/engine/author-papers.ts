import { nameForms, nameKey } from "../index/name-keys.ts";
import { endsWith, type NameFit, nameFit, nameFits } from "../text/name-fit.ts";
import { type NamePart, readNameParts } from "../text/name-parts.ts";
import type { SearchContext } from "./search-context.ts";

/** The papers of authors with a name, each with how well the name fits. */
export type AuthorPapers = ReadonlyMap<number, NameFit>;

type NameIndex = Pick<SearchContext, "words" | "names">;

/** Names of a word that more papers have are loaded only if the name has no rarer word. */
const manyPapers = 500;
/** The words of a name for which names are loaded. */
const mostWords = 3;

/** Finds the papers of the authors whose name fits what a reader typed. */
export async function papersOfName(
  context: NameIndex,
  typed: readonly NamePart[],
): Promise<AuthorPapers> {
  return papersOf(context, typed, (name) => nameFit(typed, name));
}

/** Finds the papers of the authors whose name ends with what a reader typed. */
export async function papersOfSurname(
  context: NameIndex,
  typed: readonly NamePart[],
): Promise<AuthorPapers> {
  return papersOf(context, typed, (name) => (endsWith(typed, name) ? "whole" : undefined));
}

async function papersOf(
  { words, names }: NameIndex,
  typed: readonly NamePart[],
  fitOf: (name: readonly NamePart[]) => NameFit | undefined,
): Promise<AuthorPapers> {
  const known = await bearersOf(words, typed);
  const rare = known.filter(({ papers }, at) => at === 0 || papers <= manyPapers);
  const loaded = await Promise.all(rare.slice(0, mostWords).map(({ form }) => names(form)));
  const found = new Map<number, NameFit>();
  for (const [name, deltas] of new Map(loaded.flat())) {
    const fit = fitOf(readNameParts(name));
    if (fit === undefined) continue;
    let paper = 0;
    for (const delta of deltas) {
      paper += delta;
      found.set(paper, betterFit(fit, found.get(paper)));
    }
  }
  return found;
}

function betterFit(one: NameFit, other: NameFit | undefined): NameFit {
  return nameFits.find((fit) => fit === one || fit === other) ?? one;
}

/** The words of a typed name that authors have, the rarest first, with their numbers of papers. */
export async function bearersOf(
  words: NameIndex["words"],
  typed: readonly NamePart[],
): Promise<{ form: string; papers: number }[]> {
  const known = await Promise.all(
    nameForms(typed).map(async (form) => {
      const papers = (await words.termFrequencies(nameKey(form)))?.papers.length ?? 0;
      return { form, papers };
    }),
  );
  return known.filter(({ papers }) => papers > 0).sort((a, b) => a.papers - b.papers);
}

/** What is also meant by a name that fits as well as this. */
const alsoMeant: Readonly<Record<NameFit, readonly NameFit[]>> = {
  whole: ["initial", "part"],
  initial: ["part"],
  turned: ["part", "short"],
  part: ["short"],
  short: ["loose"],
  loose: [],
};

/** The papers whose authors' names fit best: of "Peng Cheng", and not also of "Cheng Peng". */
export function bestFitting(found: AuthorPapers): Set<number> {
  const fits = new Set(found.values());
  const best = nameFits.find((fit) => fits.has(fit)) ?? "loose";
  return new Set(
    [...found].flatMap(([paper, fit]) =>
      fit === best || alsoMeant[best].includes(fit) ? [paper] : [],
    ),
  );
}
