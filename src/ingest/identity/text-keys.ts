import type { Paragraph } from "mdast";
import { plainText } from "../../math/tree-text.ts";
import { type TitleTraits, titleTraits, wordsOf } from "./titles.ts";

/** By what the texts of a record are found among others: they take longer to make than to look up. */
export interface TextKeys {
  /** The title, folded; empty if there is none. */
  title: string;
  /** The part before a subtitle, folded. */
  main: string;
  /** The beginnings of the words of the title, if it has enough of them. */
  starts?: string;
  /** The first and the last words of the abstract; none of a short one. */
  first?: string;
  last?: string;
}

/** The texts of a record. */
interface Texts {
  titleText: string;
  abstract: readonly Paragraph[];
  textKeys?: TextKeys;
}

const fewestWords = 4;
const lettersOfStart = 2;

/** The keys of a record's texts, which are known if it was read. */
export function textKeysOf(
  { titleText, abstract, textKeys }: Texts,
  title: () => TitleTraits = () => titleTraits(titleText),
): TextKeys {
  if (textKeys) return textKeys;
  const { folded, main, words } = title();
  const starts = [...words].map((word) => word.slice(0, lettersOfStart)).join(" ");
  return {
    ...{ title: folded, main },
    ...(words.size < fewestWords ? {} : { starts }),
    ...endsOf(abstractWords({ abstract })),
  };
}

/** The words of an abstract in order, each once. */
export function abstractWords({ abstract }: Pick<Texts, "abstract">): ReadonlySet<string> {
  return new Set(wordsOf(abstract.map(({ children }) => plainText(children)).join(" ")));
}

// In words. A title that was changed or damaged is found by the beginning or end of the abstract.
const wordsOfEnd = 8;

function endsOf(words: ReadonlySet<string>): Pick<TextKeys, "first" | "last"> {
  if (words.size < wordsOfEnd) return {};
  const all = [...words];
  return {
    first: all.slice(0, wordsOfEnd).join(" "),
    last: all.slice(-wordsOfEnd).join(" "),
  };
}
