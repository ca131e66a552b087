import { nameKey } from "../index/name-keys.ts";
import type { BareTime } from "../query/bare-times.ts";
import { joinedSpellings } from "../text/name-fit.ts";
import { type NamePart, nameParts } from "../text/name-parts.ts";
import { normalise } from "../text/normalise.ts";
import { stopWords } from "../text/stop-words.ts";
import type { SearchContext } from "./search-context.ts";

/** What a typed word may be in a name. */
export interface TypedWord {
  parts: NamePart[];
  /** `name`: some author is called so. `open`: it may belong to a name, such as an initial. */
  kind: "name" | "open" | "other";
  /** Whether it is a stop word by which some author is called: "He", "Such". */
  namesake: boolean;
  /** Whether a comma follows: in a list of names, it ends a name. */
  comma: boolean;
}

/** Reads what each word of a query may be in a name. */
export async function typedWords(
  context: SearchContext,
  texts: readonly string[],
  { times, isSentence }: { times: readonly BareTime[]; isSentence: boolean },
): Promise<TypedWord[]> {
  const isTime = (at: number) =>
    times.some(({ first, count }) => at >= first && at < first + count);
  const words = await Promise.all(
    texts.map(async (text, at) => {
      const word = await readWord(context, text, { isTime: isTime(at), isSentence });
      return { ...word, comma: /[,;]$/.test(text) };
    }),
  );
  // "He" of "T. He", and of "He" alone: beside other words, a stop word is no name.
  const areAll = words.every(({ namesake }, at) => namesake || isTime(at));
  return words.map((word, at): TypedWord => {
    const isBeside = [words[at - 1], words[at + 1]].some((other) => other && isInitial(other));
    return word.namesake && word.kind === "open" && (areAll || isBeside)
      ? { ...word, kind: "name" }
      : word;
  });
}

async function readWord(
  { words, archive }: SearchContext,
  text: string,
  { isTime, isSentence }: { isTime: boolean; isSentence: boolean },
): Promise<Omit<TypedWord, "comma">> {
  const parts = nameParts(text);
  const [first] = parts;
  const isNot = isTime || !first || parts.length > 4 || /\p{N}|^(?:OR|AND|NOT)$/u.test(text);
  if (isNot) return { parts, kind: "other", namesake: false };
  const [form = ""] = first.spellings;
  const [word] = normalise(text).words;
  if (parts.length === 1 && (word?.stop || [...form].length === 1)) {
    // "a" and "an" in a sentence are no names, but "A." and "An" may be.
    const isMarked = /^\p{Lu}|\.$/u.test(text);
    const namesake = archive.stopNames.includes(form);
    const isInitial = [...form].length === 1 && (isMarked || !word?.stop);
    const isName = (namesake || isInitial) && (isMarked || !isSentence);
    return { parts, kind: isName ? "open" : "other", namesake };
  }
  const namesake = false;
  for (const form of joinedSpellings(parts)) {
    if (await words.termFrequencies(nameKey(form))) return { parts, kind: "name", namesake };
  }
  // Its parts may be names, but are in other files of the index: they wait for a name beside it.
  if (parts.length > 1) return { parts, kind: hasStopWord(parts) ? "other" : "open", namesake };
  const isUnknown = word && !(await words.termFrequencies(word.key));
  return { parts, kind: isUnknown ? "open" : "other", namesake };
}

function isInitial({ parts }: Pick<TypedWord, "parts">): boolean {
  return parts.length === 1 && [...(parts[0]?.spellings[0] ?? "")].length === 1;
}

function hasStopWord(parts: readonly NamePart[]): boolean {
  return parts.some(({ spellings }) => spellings.some((form) => stopWords.has(form)));
}
