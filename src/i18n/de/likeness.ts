import type * as english from "../en/likeness.ts";
import { number } from "../format.ts";

/** The German words for sorting papers by likeness to saved ones. */
export const likenessOrder: typeof english.likenessOrder = {
  because: (terms) => `ähnlich deinen gespeicherten Artikeln: ${terms.join(", ")}`,
  tooFew: (saved, least) =>
    `Um nach Ähnlichkeit mit deinen gespeicherten Artikeln zu sortieren, speichere mindestens ${number(least)} mit dem Lesezeichen neben dem jeweiligen Artikel. Bisher hast du ${number(saved)} gespeichert.`,
  heading: "Ähnliche wie deine gespeicherten zuerst",
};
