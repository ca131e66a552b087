import { formulaMark } from "../characters.ts";
import { typeMarks } from "../marks.ts";
import {
  type Cursor,
  type Group,
  nextNode,
  takeEmptyGroup,
  takeGroup,
  takeText,
} from "./cursor.ts";
import { accents, letters } from "./table.ts";

/** What an accent without a letter prints: `\~{}`. */
const alone: ReadonlyMap<string, string> = new Map(
  Object.entries({ "~": "~", "^": "^", "`": "`", "'": "'", '"': '"', "=": "¯", ".": "˙" }),
);

/** Accents that stand at other letters than European alphabets have only if braces say so. */
const rare = new Set(["d", "b"]);

/** An apostrophe that a program escaped, as in `query\'s`: no word ends in such a letter. */
const afterApostrophe = /^(?:(?:s|t|d|m|re|ve|ll)?(?![\p{L}{\\])|$)/u;

/** Reads the content of a group. */
type ReadGroup = (group: Group) => string;

/** Where an accent is. */
interface AccentPlace {
  before: string;
  /** Whether it is the first part of a group. */
  first: boolean;
  read: ReadGroup;
  /** How many accents it is the argument of. */
  depth?: number;
}

/** No letter has more accents. */
const deepest = 2;

/**
 * The letter with an accent of which the command was just read, and its argument taken; undefined if
 * no accent is meant.
 */
export function readAccent(
  name: string,
  cursor: Cursor,
  { before, first, read, depth = 0 }: AccentPlace,
): string | undefined {
  if (name === "t") return readTie(cursor, read);
  const accent = accents.get(name);
  if (accent === undefined) return undefined;
  if (name === "'" && !first && isApostrophe(cursor, before)) return "'";
  const isName = /[a-z]/i.test(name);
  const { at } = cursor;
  const group =
    nextNode(cursor)?.kind === "group" || isName || first ? takeGroup(cursor) : undefined;
  if (group) {
    if (group.end - group.start === 2) return alone.get(name) ?? giveBack(cursor, at);
    const letter = withAccent(read(group), accent.mark);
    return letter ?? giveBack(cursor, at);
  }
  const next = nextNode(cursor);
  const space = isName || first ? /^\s*/ : /^/;
  const bare = new RegExp(`${space.source}(${accent.on.source})`);
  if (!isName || ((first || !rare.has(name)) && /^\s/.test(textAt(cursor)))) {
    const taken = takeText(cursor, bare).trim();
    if (taken !== "") return withAccent(taken, accent.mark);
  }
  return next?.kind === "command"
    ? onCommand(next.name, accent.mark, cursor, { read, depth })
    : undefined;
}

/** `\"\i`, the letters that have commands themselves, and an accent on an accent: `\~\^e`. */
function onCommand(
  name: string,
  mark: string,
  cursor: Cursor,
  { read, depth }: { read: ReadGroup; depth: number },
): string | undefined {
  if (accents.has(name)) {
    const { at } = cursor;
    cursor.at += 1;
    const inner =
      depth < deepest
        ? readAccent(name, cursor, { before: "", first: false, read, depth: depth + 1 })
        : undefined;
    return (inner && withAccent(inner, mark)) ?? giveBack(cursor, at);
  }
  const letter = letters.get(name);
  if (letter === undefined) return undefined;
  cursor.at += 1;
  if (!takeEmptyGroup(cursor)) takeText(cursor, /^ (?=\p{L})/u);
  return withAccent(letter, mark);
}

function readTie(cursor: Cursor, read: ReadGroup): string | undefined {
  const { at } = cursor;
  const group = takeGroup(cursor);
  const [first, second, ...more] = group ? [...read(group)] : [];
  const isPair = first && second && more.length === 0 && /^\p{L}{2}$/u.test(first + second);
  return isPair ? `${first}\u0361${second}` : giveBack(cursor, at);
}

function isApostrophe(cursor: Cursor, before: string): boolean {
  if (!/\p{L}$/u.test(before)) return false;
  const next = nextNode(cursor);
  if (next !== undefined && next.kind !== "text") return false;
  const text = textAt(cursor);
  const ending = afterApostrophe.exec(text)?.[0];
  if (ending === undefined) return false;
  // A group or a command that follows the ending is the rest of the word.
  const isWhole = next !== undefined && next.start + ending.length === next.end;
  return !isWhole || cursor.nodes[cursor.at + 1] === undefined;
}

function textAt(cursor: Cursor): string {
  const next = nextNode(cursor);
  if (next?.kind !== "text") return "";
  return cursor.source.slice(next.start, Math.min(next.end, next.start + 8));
}

function giveBack(cursor: Cursor, at: number): undefined {
  cursor.at = at;
}

/** One letter with an accent more; undefined if it is not one letter. */
function withAccent(given: string, mark: string): string | undefined {
  const text = given.replace(typeMarks, "").trim().replace("ı", "i").replace("ȷ", "j");
  if (text.includes(formulaMark)) return undefined;
  const [base = "", ...marks] = text.normalize("NFD");
  if (!/^\p{L}$/u.test(base) || !marks.every((one) => /\p{M}/u.test(one))) return undefined;
  return (text.normalize("NFD") + mark).normalize("NFC");
}
