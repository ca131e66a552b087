import { distance } from "fastest-levenshtein";
import { searchQuery } from "../../i18n/strings.ts";

/** The operators, as the page explains them. */
const operators = [
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

/** Explains that a name before a colon is not an operator, and which one was probably meant. */
export function unknownOperator(name: string): string {
  const isClose = (operator: string) =>
    distance(name.toLowerCase(), operator) <= (operator.length < 5 ? 1 : 2);
  const meant = name.length < 4 ? undefined : operators.find(isClose);
  return meant === undefined
    ? searchQuery.unknownOperator(name, operators)
    : searchQuery.similarOperator(name, meant);
}
