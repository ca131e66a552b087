/** A piece of a text. White space is not a token; it sets `spaced` on the token after it. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White space (or the beginning of the text) comes right before. */
  readonly spaced: boolean;
  /** A web or e-mail address, taken whole. */
  readonly address: boolean;
}

const address =
  /^(?:(?:https?:\/\/|www\.)[^\s<>"]+|(?:[A-Za-z0-9-]+\.)+[a-z]{2,4}\/[^\s<>"]*|[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,6})/;
/** Longer addresses are cut here, so that the time stays linear in the length of the text. */
const addressReach = 200;

/**
 * Whether an address may begin at an offset: one of its signs comes before the next blank. `signs` keeps
 * where the next sign is, so that nothing is looked for twice.
 */
function mayBeAddress(text: string, at: number, signs: { next: number }): boolean {
  if (signs.next < at) {
    addressSigns.lastIndex = at;
    signs.next = addressSigns.exec(text)?.index ?? text.length;
  }
  if (signs.next >= Math.min(text.length, at + addressReach)) return false;
  for (let index = at; index < signs.next; index += 1) {
    if (isSpace(text.charCodeAt(index))) return false;
  }
  return true;
}
/** Each address has one of these. */
const addressSigns = /[/@]|www\./g;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2009 || code === 0x202f;
const isGreek = (code: number): boolean => code >= 0x370 && code <= 0x3ff;
/** Accented and other letters of words: Latin, Cyrillic and further, without symbols and CJK marks. */
const isOtherLetter = (code: number): boolean =>
  (code >= 0xc0 && code <= 0x2af && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x400 && code <= 0x1fff);
const isLetter = (code: number): boolean =>
  isLower(code) || isUpper(code) || (isOtherLetter(code) && !isGreek(code));

function endOfNumber(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) {
    end += 1;
    const separator = text[end];
    if ((separator === "." || separator === ",") && isDigit(text.charCodeAt(end + 1))) end += 1;
  }
  return end;
}

/** Names that no English word contains: a letter run breaks around them. */
const embedded =
  /(?:long)?(?:left)?rightarrow|leftarrow|downarrow|uparrow|[lg]eq(?:slant)?|approx$/g;

/** `Halpha`, `TSsigma`: a name in capitals followed by a Greek name. */
const greekTail =
  /^[A-Z]+(?=(?:alpha|beta|gamma|delta|epsilon|varepsilon|sigma|omega|lambda|theta)$)/;

/** Whether `cutsOfRun` can find something. Most words need no look. */
function mayBeCut(text: string, from: number, end: number): boolean {
  let before = text.charCodeAt(from);
  // `greekTail` begins with a capital and ends in these, and `approx` in x.
  const last = text[end - 1];
  if (last === "x" || (isUpper(before) && (last === "a" || last === "n"))) return true;
  for (let at = from + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    // `aB`, the arrows, and the names that end in q.
    if ((isUpper(code) && isLower(before)) || code === 113 || (code === 114 && before === 114)) {
      return true;
    }
    before = code;
  }
  return false;
}

function cutsOfRun(run: string): number[] {
  const cuts: number[] = [];
  for (let at = 1; at < run.length; at += 1) {
    if (isUpper(run.charCodeAt(at)) && isLower(run.charCodeAt(at - 1))) cuts.push(at);
  }
  if (run.length > 3 && (run.includes("arrow") || run.includes("eq") || run.endsWith("approx"))) {
    for (const match of run.matchAll(embedded)) {
      cuts.push(match.index, match.index + match[0].length);
    }
    cuts.sort((a, b) => a - b);
  }
  const head = run.length > 4 && /[an]$/.test(run) ? greekTail.exec(run) : null;
  if (head !== null) cuts.push(head[0].length);
  return cuts;
}

/**
 * Cuts a text into tokens: numbers, letter runs (broken at `aB`, so that `UniF^2ace` falls apart
 * where its formula begins), addresses, and every other character alone. Linear in the text's length.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let spaced = true;
  const signs = { next: -1 };
  const push = (end: number, isAddress: boolean): void => {
    tokens.push({ text: text.slice(at, end), start: at, end, spaced, address: isAddress });
    at = end;
    spaced = false;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      spaced = true;
      at += 1;
    } else if (isDigit(code)) {
      push(endOfNumber(text, at), false);
    } else if (isLetter(code)) {
      const previous = tokens.at(-1);
      if (spaced || previous?.text === "(" || previous?.text === "{") {
        const match = mayBeAddress(text, at, signs)
          ? address.exec(text.slice(at, at + addressReach))
          : null;
        if (match !== null) {
          push(at + match[0].length, true);
          continue;
        }
      }
      let end = at + 1;
      while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
      const origin = at;
      const cuts = mayBeCut(text, origin, end) ? cutsOfRun(text.slice(origin, end)) : [];
      for (const cut of cuts) {
        if (origin + cut > at) push(origin + cut, false);
      }
      if (at < end) push(end, false);
    } else {
      const point = text.codePointAt(at) ?? 0;
      push(at + (point > 0xffff ? 2 : 1), false);
    }
  }
  return tokens;
}
