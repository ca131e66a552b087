/** A stretch of a query that stands by itself: a word, a phrase, or a name with what follows it. */
export interface QueryToken {
  not: boolean;
  name: string | undefined;
  value: string;
  quoted: boolean;
  /** The closing quotation mark is missing. */
  open: boolean;
  start: number;
  end: number;
}

const pattern = /(-?)(?:([\p{L}]+):)?(?:["“”„«»]([^"“”„«»]*)(["“”„«»]?)|([^\s"“”„«»]*))/uy;

/** Cuts a query at its blanks and quotation marks. */
export function queryTokens(text: string): QueryToken[] {
  const found: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const [all = "", minus = "", name, inside, closing, bare = ""] = match ?? [];
    // Nothing matched: a sign that begins nothing.
    if (all === "") {
      at += 1;
      continue;
    }
    const quoted = inside !== undefined;
    const value = (inside ?? bare).replace(/\s+/gu, " ").trim();
    const alone = minus !== "" && name === undefined && !quoted && value === "";
    found.push({
      not: minus !== "" && !alone,
      name,
      value: alone ? minus : value,
      quoted,
      open: quoted && closing === "",
      start: at,
      end: at + all.length,
    });
    at += all.length;
  }
  return found;
}
