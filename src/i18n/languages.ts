/** The languages that the interface is written in, by their BCP 47 tags. */
export const interfaceLanguages = ["en", "de"] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** The language of the interface for a site's language: `de` for `de-AT`. Undefined for none. */
export function interfaceLanguage(tag: string): InterfaceLanguage | undefined {
  return interfaceLanguages.find((language) => language === tag.split("-")[0]);
}
