import { stem } from "../text/stem.ts";

/** Not yet known. */
const unknown = -1;

/** Texts by number: an archive has each of its words many times, and a number takes four bytes. */
export class TextTable {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly stems: number[] = [];
  private readonly letters: boolean[] = [];

  /** How many texts there are. Their numbers are from 0 up. */
  get size(): number {
    return this.texts.length;
  }

  /** The number of a text, which is added if it is new. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.length;
    this.numbers.set(text, number);
    this.texts.push(text);
    this.stems.push(unknown);
    return number;
  }

  /** The number of a text; undefined if it was never added. */
  find(text: string): number | undefined {
    return this.numbers.get(text);
  }

  /** The text that has a number. */
  textOf(number: number): string {
    const text = this.texts[number];
    if (text === undefined) throw new RangeError(`There is no text ${number}.`);
    return text;
  }

  /** The number of the stem of a text: the key of a word by the number of its form. */
  stemOf(number: number): number {
    const known = this.stems[number];
    if (known !== undefined && known !== unknown) return known;
    const found = this.numberOf(stem(this.textOf(number)));
    this.stems[number] = found;
    return found;
  }

  /** Remembers the stem of a text, as `stemOf` once found it. */
  setStem(number: number, found: number): void {
    this.stems[number] = found;
  }

  /** Whether a text is a word of two or more letters, and of nothing else. */
  isLetters(number: number): boolean {
    const known = this.letters[number];
    if (known !== undefined) return known;
    const text = this.textOf(number);
    const found = text.length > 1 && /^\p{L}+$/u.test(text);
    this.letters[number] = found;
    return found;
  }
}
