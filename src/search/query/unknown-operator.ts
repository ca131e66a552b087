import { distance } from "fastest-levenshtein";

/** The names that may stand before a colon, as the page explains them. */
const operatorNames = [
  "title",
  "author",
  "topic",
  "org",
  "source",
  "year",
  "month",
  "has",
  "is",
  "status",
];

/** Says that a name before a colon is none of the language, and which was likely meant. */
export function unknownOperator(name: string): string {
  const close = (known: string) =>
    distance(name.toLowerCase(), known) <= (known.length < 5 ? 1 : 2);
  const meant = name.length < 4 ? undefined : operatorNames.find(close);
  const help = meant
    ? `Did you mean ${meant}: ?`
    : `Known are ${operatorNames.map((one) => `${one}:`).join(" ")}`;
  return `“${name}:” is not known, so it is searched as a word. ${help}`;
}
