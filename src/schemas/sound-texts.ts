// Halves of surrogate pairs, and code points that are no characters and never will be. XML, UTF-8
// and the programs behind them refuse both.
const unsound = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;
const allUnsound = new RegExp(unsound, "gu");
// Most texts have none of these, which is seen faster.
const mayBeUnsound = /[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** A text in which U+FFFD takes the place of everything that is not a character. */
export function soundText(text: string): string {
  return isUnsound(text) ? text.replace(allUnsound, "\uFFFD") : text;
}

/**
 * Does so for all texts in a value that has just been read, in place: `\uD800` in JSON, YAML or TeX
 * makes such texts of sound files.
 */
export function soundTexts<T>(value: T): T {
  mend(value, new WeakSet());
  return value;
}

function isUnsound(text: string): boolean {
  return mayBeUnsound.test(text) && unsound.test(text);
}

/** Values can contain themselves, and one value can be in many places. */
function mend(value: unknown, seen: WeakSet<object>): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== "string") mend(part, seen);
    else if (isUnsound(part)) Reflect.set(value, key, soundText(part));
  }
}
