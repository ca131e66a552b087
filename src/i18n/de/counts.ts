/** A number with the separators of the language. */
export const number = (value: number) => value.toLocaleString("de");

/** "1 Artikel", "2.500 Artikel". */
export const papers = (count: number) => `${number(count)} Artikel`;

/** The same in the dative: "von 2.500 Artikeln". */
export const papersDative = (count: number) =>
  `${number(count)} ${count === 1 ? "Artikel" : "Artikeln"}`;
