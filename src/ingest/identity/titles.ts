import { distance } from "fastest-levenshtein";
import { nameOfGreek } from "../../text/fold.ts";
import { asciiFold } from "../../text/slug.ts";
import { isFrontMatter } from "./front-matter.ts";

/** What is compared of a title, prepared once. */
export interface TitleTraits {
  /** Letters and digits alone, without accents. Empty if the record has no title. */
  folded: string;
  /** Whether it ends with an ellipsis, so that its end may be lacking. */
  isCut: boolean;
  /** The part before a subtitle, folded. */
  main: string;
  words: ReadonlySet<string>;
  /** The title without numbers and the words that count, such as "Part II". */
  numberless: string;
  /** Runs of digits, also inside of words. */
  numbers: ReadonlySet<string>;
  /** Numbers and numerals that are words, in order. */
  numerals: string;
  /** What the title says that it is about another paper, such as "Erratum to". */
  notice: string;
  /** Whether a new text may have it each year, such as "Overview of the Shared Task". */
  isSerial: boolean;
  /** Whether many papers could have it, such as "Editorial". */
  kind: "generic" | "short" | "distinct";
}

const numerals = /(?<![\p{L}\p{N}])(?:[IVX]+|[0-9]+|one|two|three|four|five)(?![\p{L}\p{N}])/giu;
const counting =
  /(?<![\p{L}\p{N}])(?:parts?|pt|vol(?:ume)?|chapter|no|nr|paper|lecture|episode|teil|band|partie|tome|parte|часть)(?=[\s.:]*(?:[IVX]+|[0-9]+|one|two|three|four|five)(?![\p{L}\p{N}]))/giu;
// How titles begin or end that are about another paper.
const noticeWord = [
  "erratum|errata|corrigend(?:um|a)|corrections?|correcting|berichtigung|errata corrige|исправление",
  "retraction|retraction (?:note|notice)|expression of concern|addendum|reprint|reprint of",
  "reply|replies|responses?|erwiderung|rejoinder|in response|re(?=:)|comments?|commentary|invited (?:comment|commentary|discussion)|discussion",
  "(?:the )?(?:authors?|editors?|publisher|reviewers?)['’]? (?:reply|response|correction|note|comments?|evaluation|report)",
  "decision letter|editorial (?:note|comment)|peer review|referee report|review of|book review|rezension|besprechung",
  "supplement(?:ary|al)? (?:materials?|information|data)|supplement to|appendix to",
].join("|");
const noticeBefore = new RegExp(`^\\W*(?:${noticeWord})(?=\\W|$)`, "iu");
const noticeAfter = new RegExp(`[:.\\[(—–-]\\s*(?:${noticeWord})[\\])]?\\W*$`, "iu");
// What lists and publishers add to a title: "[2024] [CoRL]", "[corrected]", "RETRACTED:".
const tagsBefore = /^(?:\[[^\]]*\]\s*)+(?=\p{L})/u;
const tagsAfter = /(?<=\p{L}.*\S)(?:\s+\[+[^[\]]*\](?:\([^)]*\))?\]*)+$/u;
const marks = /^\W*(?:retracted|withdrawn)(?: article| paper)?\W+/iu;

// What is written again each year, under one title.
const serial = new RegExp(
  `(?<!\\p{L})(?:${[
    "(?:overview|findings|results|summary|report|proceedings|highlights) (?:of|on|from)",
    "(?:shared|evaluation) task|challenge|competition|contest|campaign|workshop",
    "annual|yearly|quarterly|monthly|year in review|state of the|outlook|census|almanac|bulletin|newsletter",
    "statistics|trends in|advances in|progress in",
  ].join("|")})(?!\\p{L})`,
  "iu",
);

// In folded characters. The same authors may use a shorter title twice.
const distinctLength = 20;
const distinctWords = 4;
const scriptsWithoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Prepares a title for comparisons. Most titles are only looked up, so each trait is found when it is read. */
export function titleTraits(titleText: string): TitleTraits {
  return new Title(withoutTags(titleText.normalize("NFKC")));
}

class Title implements TitleTraits {
  readonly #title: string;
  #folded: string | undefined;
  #main: string | undefined;
  #words: ReadonlySet<string> | undefined;
  #numberless: string | undefined;
  #numbers: ReadonlySet<string> | undefined;
  #numerals: string | undefined;
  #notice: string | undefined;
  #isSerial: boolean | undefined;
  #kind: TitleTraits["kind"] | undefined;

  constructor(title: string) {
    this.#title = title;
  }

  get isCut(): boolean {
    return /(?:\.{3}|…)$/.test(this.#title);
  }

  get folded(): string {
    this.#folded ??= fold(this.#title);
    return this.#folded;
  }

  get main(): string {
    const main = mainPart(this.#title);
    this.#main ??= main === this.#title ? this.folded : fold(main);
    return this.#main;
  }

  get words(): ReadonlySet<string> {
    this.#words ??= new Set(wordsOf(this.#title));
    return this.#words;
  }

  get numberless(): string {
    this.#numberless ??= fold(this.#title.replace(counting, "").replace(numerals, " "));
    return this.#numberless;
  }

  get numbers(): ReadonlySet<string> {
    this.#numbers ??= new Set(this.#title.replace(/(?<=\d),(?=\d{3})/g, "").match(/\d+/g));
    return this.#numbers;
  }

  get numerals(): string {
    this.#numerals ??= (this.#title.match(numerals) ?? []).join(" ").toLowerCase();
    return this.#numerals;
  }

  get notice(): string {
    this.#notice ??= noticeOf(this.#title);
    return this.#notice;
  }

  get isSerial(): boolean {
    this.#isSerial ??= serial.test(this.#title);
    return this.#isSerial;
  }

  get kind(): TitleTraits["kind"] {
    this.#kind ??= kindOf(this.#title);
    return this.#kind;
  }
}

// One letter is a symbol, and several are a word.
const greekLetter = /(?<!\p{Script=Greek})\p{Script=Greek}(?!\p{Script=Greek})/gu;

/**
 * Letters and digits alone, without accents. "ü" and "ue" are the same, so that each way of writing
 * names and titles without accents compares as equal.
 */
export function fold(text: string): string {
  const spelled = text
    .replaceAll("&", " and ")
    .replace(/(?<=\p{L})\+\+/gu, "plusplus")
    .replace(greekLetter, (letter) => nameOfGreek(letter) ?? letter);
  const ascii = asciiFold(spelled);
  return ascii.replace(/(?<=[aou])e/g, "") || text.trim();
}

const isAscii = /^[ -~\n]*$/;

/** The words of a text, in lower case. Numbers and single letters are words, too. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  // Most texts have no other letters, and are read several times as fast then.
  return lower.match(isAscii.test(lower) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

const comparableLength = 20;
const alikeShare = 0.5;

/** How two titles compare. "Near" ones differ in a subtitle, an acronym, an article or a word's ending. */
export function compareTitles(
  a: TitleTraits,
  b: TitleTraits,
): "same" | "near" | "alike" | "different" | "unknown" {
  if (a.folded === "" || b.folded === "") return "unknown";
  if (a.folded === b.folded) return "same";
  if (isNear(a, b)) return "near";
  const shared = a.words.intersection(b.words).size;
  const most = Math.min(a.words.size, b.words.size);
  return shared > 1 && shared / most >= alikeShare ? "alike" : "different";
}

function isNear(a: TitleTraits, b: TitleTraits): boolean {
  if (a.numerals !== b.numerals || a.numbers.symmetricDifference(b.numbers).size > 0) return false;
  if (a.kind === "generic" || b.kind === "generic") return false;
  // Only one of them has a subtitle: two titles with different subtitles are of two papers.
  if (a.main === b.folded || b.main === a.folded) return true;
  const [short, long] = a.words.size < b.words.size ? [a, b] : [b, a];
  if (short.folded.length < comparableLength) return false;
  if (short.isCut && long.folded.startsWith(short.folded)) return true;
  const [added, dropped] = [long.words.difference(short.words), short.words.difference(long.words)];
  const [first = ""] = added;
  if (dropped.size === 0)
    return added.size === 1 && (articles.has(first) || isAcronym(first, short));
  const others = [...dropped];
  if (added.size !== dropped.size || added.size > mostOtherWords) return false;
  return [...added].every((word, index) => isOneWord(word, others[index] ?? ""));
}

// Such as those that British and American English spell in two ways.
const mostOtherWords = 3;
const articles = new Set(["a", "an", "the"]);
// In letters. "Hyper-" and "hypo-" or "inter-" and "intra-" make two words.
const stem = 4;
const mostLetters = 2;

/** Whether two words are one word with another ending, or with a letter or two wrong. */
function isOneWord(a: string, b: string): boolean {
  return a.slice(0, stem) === b.slice(0, stem) && distance(a, b) <= mostLetters;
}

/** Whether a word has the first letters of words of the title. */
function isAcronym(word: string, { words }: TitleTraits): boolean {
  const initials = [...words].map((one) => one.charAt(0)).join("");
  return word.length > 1 && initials.includes(word);
}

/** Whether titles differ only in a number, or only one is about the other paper. */
export function isOtherPart(a: TitleTraits, b: TitleTraits): boolean {
  if (a.folded === b.folded || a.folded === "" || b.folded === "") return false;
  return a.notice !== b.notice || a.numberless === b.numberless;
}

/** Whether each title has a number that the other one does not have. */
export function haveOtherNumbers(a: TitleTraits, b: TitleTraits): boolean {
  return a.numbers.difference(b.numbers).size > 0 && b.numbers.difference(a.numbers).size > 0;
}

function withoutTags(title: string): string {
  // Looking for the tags of a title takes longer than for their last bracket.
  const [after = ""] = (title.includes("]") && tagsAfter.exec(title)) || [];
  const bare = after === "" || noticeAfter.test(after) ? title : title.replace(tagsAfter, "");
  return bare.replace(tagsBefore, "").replace(marks, "").trim();
}

function noticeOf(title: string): string {
  const found = noticeBefore.exec(title) ?? noticeAfter.exec(title);
  return found ? fold(found[0]) : "";
}

function mainPart(title: string): string {
  return /^(.{2,}?)(?::\s|\s[—–-]\s|—|\.\s(?=\p{Lu}))/u.exec(title)?.[1] ?? title;
}

function kindOf(title: string): TitleTraits["kind"] {
  if (isFrontMatter(title)) return "generic";
  const words = wordsOf(title);
  const enough = words.length >= distinctWords || scriptsWithoutSpaces.test(title);
  return enough && fold(title).length >= distinctLength ? "distinct" : "short";
}
