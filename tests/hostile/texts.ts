import { codeTexts } from "./code-texts.ts";
import { markupTexts } from "./markup-texts.ts";
import { structureTexts } from "./structure-texts.ts";

/** A text that tries to be more than text. */
export interface HostileText {
  /** What kind of thing it tries. */
  family: string;
  text: string;
}

/** Every hostile text, each once, in families. Code in them calls `canary()` or `alert(1)`. */
export const hostileTexts: readonly HostileText[] = [
  ...new Map(
    Object.entries({ ...markupTexts, ...codeTexts, ...structureTexts })
      .flatMap(([family, texts]) => texts.map((text) => ({ family, text })))
      .map((one) => [one.text, one] as const),
  ).values(),
];
