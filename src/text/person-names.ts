/** The parts of a person's name, or of an organization's in `family` alone. */
export interface NameParts {
  family: string;
  given?: string | undefined;
  /** Particles before the family name, such as "van der". */
  prefix?: string | undefined;
  /** What follows the family name, such as "Jr." or "III". */
  suffix?: string | undefined;
}

const suffix =
  /^(?:jr|sr|jnr|snr|junior|senior|i{1,3}|iv|vi{0,3}|2nd|3rd|4th|ph\.? ?d|m\.? ?d|esq)\.?$/i;

/** Whether a text is what may follow a name, such as "Jr." or "III". */
export function isNameSuffix(text: string): boolean {
  return suffix.test(text.trim());
}

// Chinese, Japanese and Korean names have the family name first, and no space.
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}々〆ヶ]+$/u;

/** A name as it is read: "Jan van der Berg, Jr.", or "王伟". */
export function nameInOrder({ family, given = "", prefix = "", suffix: after = "" }: NameParts) {
  const name =
    prefix === "" && eastAsian.test(family) && eastAsian.test(given)
      ? family + given
      : [given, prefix, family].filter((part) => part !== "").join(" ");
  return after === "" ? name : `${name}, ${after}`;
}

/**
 * The parts of `Last, First`, `Last, Jr., First` or `Last, First, Jr.`, given as the texts between
 * its commas.
 */
export function partsAtCommas(texts: readonly string[]): NameParts {
  const [family = "", ...rest] = texts.map((text) => text.trim()).filter((text) => text !== "");
  const last = rest.at(-1);
  if (last === undefined) return { family };
  const between = rest.slice(0, -1).join(", ");
  if (between === "")
    return isNameSuffix(last) ? { family, suffix: last } : { family, given: last };
  return isNameSuffix(last) && !isNameSuffix(between)
    ? { family, given: between, suffix: last }
    : { family, given: last, suffix: between };
}
