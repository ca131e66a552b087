import { counted } from "../format.ts";

export { number } from "../format.ts";

/** "1 Artikel", "2.500 Artikel". */
export const papers = (count: number) => counted(count, "Artikel", "Artikel");

/** The same in the dative: "von 2.500 Artikeln". */
export const papersDative = (count: number) => counted(count, "Artikel", "Artikeln");
