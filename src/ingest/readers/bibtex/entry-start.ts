// Programs invent types (`@web_page`, `@book.section`), but prose and code have "@" too: only letters
// may be followed by any text, only a name with other characters by `{` or `(key,`, and only several
// words by `{key,`.
const letters = String.raw`@[ \t]*([A-Za-z]+)`;
const anyName = String.raw`(?<![\w.+-])@[ \t]*([^\s@{}()[\],;="'#%\\~<>|]+)`;
const words = String.raw`(?<![\w.+-])@[ \t]*([A-Za-z]+(?: [A-Za-z]+){1,3})`;
const key = String.raw`[^\s=,{}()"#%']+\s*`;

/** Where an entry may start: `@type{` or `@type(`. One group has the type, and the next one the bracket. */
const opening = new RegExp(
  String.raw`${letters}\s*([{(])|${anyName}\s*(\{|\((?=\s*${key},))|${words}\s*(\{)(?=\s*${key},)`,
  "g",
);

// The next entry starts on a new line. An unclosed entry must not swallow it.
const onNewLine = new RegExp(
  String.raw`(?<![^\r\n])[ \t]*(?:${letters}\s*[{(]\s*(?:${key}[,=}]|")|(?:${anyName}|${words})\s*[{(]\s*${key},)`,
  "g",
);

const atStart = new RegExp(`^(?:${letters}|${anyName}|${words}(?=\\s*\\{\\s*${key},))\\s*[{(]`);

/** The start of an entry. */
export interface EntryStart {
  /** The offset of the `@`. */
  start: number;
  /** The type as it is written. */
  type: string;
  /** What closes the entry. */
  close: "}" | ")";
  /** The offset after the bracket. */
  from: number;
}

/** The first start of an entry from an offset on. */
export function entryStart(text: string, at: number): EntryStart | undefined {
  opening.lastIndex = at;
  const match = opening.exec(text);
  if (!match) return undefined;
  const bracket = match[2] ?? match[4] ?? match[6];
  return {
    start: match.index,
    type: match[1] ?? match[3] ?? match[5] ?? "",
    close: bracket === "(" ? ")" : "}",
    from: opening.lastIndex,
  };
}

/** The offsets at which entries certainly start, even inside of one that is not closed. */
export function certainStarts(text: string): number[] {
  return [...text.matchAll(onNewLine)].map(({ index }) => index);
}

/** Whether a text begins with an entry. */
export function beginsEntry(text: string): boolean {
  return atStart.test(text);
}
