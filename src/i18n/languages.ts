/** The languages that the interface is written in: their BCP 47 tags and their English names. */
export const interfaceLanguages = { en: "English", de: "German" } as const;

/** A language that the interface is written in, by its tag. */
export type InterfaceLanguage = keyof typeof interfaceLanguages;

/** The interface language for a site's language: `de` for `de-AT`, undefined for `fr`. */
export function interfaceLanguage(tag: string): InterfaceLanguage | undefined {
  const [language] = tag.split("-");
  return language === "en" || language === "de" ? language : undefined;
}

/**
 * The tag that determines how numbers and dates of a site are written. English without a region is
 * British: "1 October 2025" reads better in running text than "October 1, 2025".
 */
export function localeOf(tag: string): string {
  if (interfaceLanguage(tag) === undefined || tag === "en") return "en-GB";
  return tag;
}
