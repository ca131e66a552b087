const list = (items: readonly string[], word: string) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;

const written = (operator: string, values: readonly string[]) =>
  list(
    values.map((value) => `${operator}:${value}`),
    "or",
  );

const times = "For example, write year:2021, year:2021..2024, year:2021.. or month:2024-05.";

const isNotOperator = (name: string) =>
  `“${name}:” is not an operator, so it is searched as a word.`;

/** What a search says about a query that it cannot fully understand or fulfil. */
export const searchQuery = {
  noLetters: (text: string) => `“${text}” has no letter or digit to search for.`,
  notAWord: (text: string) => `“${text}” is not a word that can be searched for.`,
  tooCommon: "These words are too common to search for. Add another word.",
  onlyFirstWords: (count: number) => `Only the first ${count} words are searched.`,
  didYouMean: (word: string, meant: string) => `“${word}” was not found. Did you mean “${meant}”?`,

  unclosedQuote: (text: string) => `The quotation mark before “${text}” is not closed.`,
  emptyQuotes: "There is nothing between the quotation marks.",
  detachedMinus: (word: string) =>
    `To exclude a word, write a minus directly before it, without a space: -${word}.`,
  notKeyword: (word: string) => `“NOT” does not exclude anything. Write -${word} instead.`,
  orKeyword: "With “OR”, papers need only some of the words. Those with all of them come first.",

  missingWord: (operator: string, example: string) =>
    `Write a word after “${operator}:”, for example ${operator}:${example}.`,
  missingValue: (operator: string, values: readonly string[]) =>
    `Write a value after “${operator}:”: ${written(operator, values)}.`,
  unknownValue: (operator: string, value: string, values: readonly string[]) =>
    `“${operator}:${value}” is not known. Write ${written(operator, values)}.`,
  similarOperator: (name: string, meant: string) =>
    `${isNotOperator(name)} Did you mean ${meant}:?`,
  unknownOperator: (name: string, operators: readonly string[]) =>
    `${isNotOperator(name)} The operators are ${list(
      operators.map((operator) => `${operator}:`),
      "and",
    )}.`,

  missingTime: (operator: "year" | "month" | "date") =>
    `Write a ${operator} after “${operator}:”. ${times}`,
  invalidTime: (text: string, unit: "year" | "month" | "date") =>
    `“${text}” is not a valid ${unit}. ${times}`,
  emptyRange: (text: string) => `“${text}” has no year. ${times}`,
  reversedRange: (text: string, range: string) =>
    `“${text}” ends before it starts. Write ${range}.`,
  disjointRanges: (range: string) =>
    `No date is in all of these ranges. To search the whole span, write year:${range}.`,

  noAuthors: "No paper here has a known author.",
  noAuthor: (name: string) => `No author here is called “${name}”.`,
  nothingSaved: "No papers are saved in this browser.",
  nothingRead: "No papers are marked as read in this browser.",
  noNames: {
    topic: "No paper here has a topic.",
    org: "No paper here has a known organization.",
    source: "No paper here has a known source.",
  },
  /** `names` are some of the existing names, `others` is the number of the rest. */
  noneCalled: (
    field: "topic" | "org" | "source",
    text: string,
    names: readonly string[],
    others: number,
  ) => {
    const noun = field === "org" ? "organization" : field;
    const quoted = names.map((name) => `“${name}”`);
    const rest = others > 0 ? [`${others} other${others === 1 ? "" : "s"}`] : [];
    return `No ${noun} here is called “${text}”. There ${names.length + others === 1 ? "is" : "are"} ${list([...quoted, ...rest], "and")}.`;
  },
};
