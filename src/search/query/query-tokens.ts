/** A part of a query: a word, a phrase, or an operator with its value. */
export interface QueryToken {
  not: boolean;
  /** The name before a colon, which may be an operator. */
  name: string | undefined;
  value: string;
  quoted: boolean;
  /** The closing quotation mark is missing. */
  unclosed: boolean;
  start: number;
  end: number;
}

const tokenPattern = /(-?)(?:([\p{L}]+):)?(?:["“”„«»]([^"“”„«»]*)(["“”„«»]?)|([^\s"“”„«»]*))/uy;

/** Splits a query at its spaces and quotation marks. */
export function queryTokens(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    tokenPattern.lastIndex = at;
    const match = tokenPattern.exec(text);
    const [all = "", minus = "", name, inside, closing, bare = ""] = match ?? [];
    // No match: a character that does not start a token.
    if (all === "") {
      at += 1;
      continue;
    }
    const quoted = inside !== undefined;
    const value = (inside ?? bare).replace(/\s+/gu, " ").trim();
    const isMinus = minus !== "" && name === undefined && !quoted && value === "";
    tokens.push({
      not: minus !== "" && !isMinus,
      name,
      value: isMinus ? minus : value,
      quoted,
      unclosed: quoted && closing === "",
      start: at,
      end: at + all.length,
    });
    at += all.length;
  }
  return tokens;
}
