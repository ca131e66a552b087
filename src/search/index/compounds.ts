import type { Word } from "../text/normalise.ts";
import { stem } from "../text/stem.ts";

/** The key of two words written as one. */
export function joinedKey(one: Pick<Word, "form">, two: Pick<Word, "form">): string {
  return stem(one.form + two.form);
}
