import type * as english from "../en/search-query.ts";

const list = (items: readonly string[], word: string) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;

const written = (operator: string, values: readonly string[]) =>
  list(
    values.map((value) => `${operator}:${value}`),
    "oder",
  );

const times = "Möglich sind etwa year:2021, year:2021..2024, year:2021.. oder month:2024-05.";

const isNotOperator = (name: string) => `„${name}:“ ist kein Operator und wird als Wort gesucht.`;

const units = { year: "Jahr", month: "Monat", date: "Datum" };

/** German messages about a query that cannot be fully understood or fulfilled. */
export const searchQuery: typeof english.searchQuery = {
  noLetters: (text) => `„${text}“ enthält weder Buchstaben noch Ziffern.`,
  notAWord: (text) => `„${text}“ ist kein Wort, nach dem gesucht werden kann.`,
  tooCommon: "Diese Wörter sind zu häufig für eine Suche. Füge ein weiteres hinzu.",
  onlyFirstWords: (count) => `Gesucht wird nur nach den ersten ${count} Wörtern.`,
  didYouMean: (word, meant) => `„${word}“ wurde nicht gefunden. Meintest du „${meant}“?`,

  unclosedQuote: (text) => `Das Anführungszeichen vor „${text}“ ist nicht geschlossen.`,
  emptyQuotes: "Zwischen den Anführungszeichen steht nichts.",
  detachedMinus: (word) =>
    `Um ein Wort auszuschließen, schreibe ein Minus direkt davor, ohne Leerzeichen: -${word}.`,
  notKeyword: (word) => `„NOT“ schließt nichts aus. Schreibe stattdessen -${word}.`,
  orKeyword: "Mit „OR“ genügen einige der Wörter. Artikel mit allen stehen vorn.",

  missingWord: (operator, example) =>
    `Nach „${operator}:“ fehlt ein Wort, zum Beispiel ${operator}:${example}.`,
  missingValue: (operator, values) =>
    `Nach „${operator}:“ fehlt ein Wert: ${written(operator, values)}.`,
  unknownValue: (operator, value, values) =>
    `„${operator}:${value}“ ist nicht bekannt. Schreibe ${written(operator, values)}.`,
  similarOperator: (name, meant) => `${isNotOperator(name)} Meintest du ${meant}:?`,
  unknownOperator: (name, operators) =>
    `${isNotOperator(name)} Die Operatoren sind ${list(
      operators.map((operator) => `${operator}:`),
      "und",
    )}.`,

  missingTime: (operator) => `Nach „${operator}:“ fehlt eine Angabe (${units[operator]}). ${times}`,
  invalidTime: (text, unit) => `„${text}“ ist keine gültige Angabe (${units[unit]}). ${times}`,
  emptyRange: (text) => `„${text}“ enthält kein Jahr. ${times}`,
  reversedRange: (text, range) => `„${text}“ endet vor dem Anfang. Schreibe ${range}.`,
  disjointRanges: (range) =>
    `Kein Tag liegt in allen diesen Zeiträumen. Für den ganzen Zeitraum schreibe year:${range}.`,

  noAuthors: "Von keinem Artikel hier sind die Autoren bekannt.",
  noAuthor: (name) => `Kein Autor hier heißt „${name}“.`,
  nothingSaved: "In diesem Browser sind keine Artikel gespeichert.",
  nothingRead: "In diesem Browser sind keine Artikel als gelesen markiert.",
  noNames: {
    topic: "Kein Artikel hier hat ein Thema.",
    org: "Von keinem Artikel hier ist die Organisation bekannt.",
    source: "Von keinem Artikel hier ist die Quelle bekannt.",
  },
  noneCalled: (field, text, names, others) => {
    const noun = { topic: "Kein Thema", org: "Keine Organisation", source: "Keine Quelle" }[field];
    const quoted = names.map((name) => `„${name}“`);
    const rest = others > 0 ? [others === 1 ? "einen weiteren" : `${others} weitere`] : [];
    return `${noun} hier heißt „${text}“. Es gibt ${list([...quoted, ...rest], "und")}.`;
  },
};
