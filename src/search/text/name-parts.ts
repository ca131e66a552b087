import { fold, otherSpelling } from "../../text/fold.ts";

/** One part of a name, folded, in each of its spellings: `muller` and `mueller` of "Müller". */
export interface NamePart {
  spellings: string[];
  /** Whether a hyphen joins it to the part before. */
  joined: boolean;
}

/**
 * Splits a name, or what a reader typed of it, at everything but letters: `Y. LeCun`, `Fei-Fei`,
 * `Bennett, Jr.` Names are never stemmed. `latin` writes a word in Latin letters, as a further spelling.
 */
export function nameParts(text: string, latin?: (word: string) => string): NamePart[] {
  const plain = text.replace(/['’]s(?=$|\s)/giu, "").replace(/(?<=\p{L})['’`](?=\p{L})/gu, "");
  const parts: NamePart[] = [];
  let end = 0;
  for (const { 0: part, index } of plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const joined = parts.length > 0 && /^\.?[-‐‑–]$/u.test(plain.slice(end, index));
    end = index + part.length;
    const spellings = [
      ...new Set([fold(part), ...spelledOut(part), fold(latin?.(part) ?? "")]),
    ].filter((form) => form !== "");
    if (spellings.length > 0) parts.push({ spellings, joined });
  }
  return parts;
}

function spelledOut(part: string): string[] {
  const other = otherSpelling(part);
  const ring = /[åÅ]/u.test(part.normalize("NFC"));
  return [
    ...(other === undefined ? [] : [other]),
    ...(ring ? [fold(part.normalize("NFC").replace(/å/giu, "aa"))] : []),
  ];
}

/** The parts of a name in one short text, from which `readNameParts` makes them again. */
export function writeNameParts(parts: readonly NamePart[]): string {
  return parts
    .map(({ spellings, joined }, at) => (at === 0 ? "" : joined ? "-" : " ") + spellings.join("/"))
    .join("");
}

/** See `writeNameParts`. */
export function readNameParts(text: string): NamePart[] {
  return text
    .split(" ")
    .flatMap((group) =>
      group
        .split("-")
        .map((spellings, at) => ({ spellings: spellings.split("/"), joined: at > 0 })),
    );
}
