import { lineIndex } from "../../../text/line-index.ts";
import type { ListedLink } from "./listed-paper.ts";

// What may precede an id at the start of a line: the marks of a list, a task, a quotation or a heading.
const marksOfLine = /^\s*(?:>\s*|#{1,6}\s+)?(?:(?:[-*•+]|\d{1,4}[.)])\s+)?(?:\[[ xX]\]\s+)?/;
const address =
  /https?:\/\/[^\s"“”«»`|]+|(?<![\w./@-])(?:www\.|export\.|dx\.)?(?:arxiv|doi)\.org\/[^\s"“”«»`|]+/gi;
const labelled = /(?<![\w./-])(?:arxiv|doi)\s?:\s?[^\s"“”«»`|]+/gi;
const bareId =
  /^(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Za-z-]+)?\/\d{7}|10\.\d{4,9}\/\S+)(?=[\s,;:|.)\]]|$)/;

/**
 * The addresses and ids in a text, such as Markdown: links, bare addresses, `arXiv:…` and `doi:…` anywhere,
 * and an id that begins a line. Code counts as text.
 */
export function linksInText(text: string): ListedLink[] {
  const lineOf = lineIndex(text);
  const found: { at: number; address: string }[] = [];
  for (const { 0: word, index } of text.matchAll(address)) {
    const isInBrackets = text[index - 1] === "<";
    found.push({ at: index, address: cutAddress(word, isInBrackets) });
  }
  const spans = found.map(({ at, address: { length } }) => ({ from: at, to: at + length }));
  let span = 0;
  for (const { 0: word, index } of text.matchAll(labelled)) {
    while ((spans[span]?.to ?? Number.POSITIVE_INFINITY) <= index) span += 1;
    // `https://api.semanticscholar.org/arXiv:2510.01171` is one address.
    if (index < (spans[span]?.from ?? Number.POSITIVE_INFINITY)) {
      found.push({ at: index, address: cutAddress(word, false) });
    }
  }
  let start = 0;
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const marks = marksOfLine.exec(line.slice(0, 200))?.[0].length ?? 0;
    const id = bareId.exec(line.slice(marks, marks + 500))?.[0];
    if (id !== undefined) found.push({ at: start + marks, address: cutAddress(id, false) });
    start += line.length + (text.startsWith("\r\n", start + line.length) ? 2 : 1);
  }
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ at, address: name }) => ({ address: name, line: lineOf(at) }));
}

const closing: Readonly<Record<string, string>> = { ")": "(", "]": "[" };

/** An address without the bracket that closes around it, and without the marks that end a sentence. */
function cutAddress(word: string, isInBrackets: boolean): string {
  const open = new Map([
    ["(", 0],
    ["[", 0],
  ]);
  let end = word.length;
  for (const [at, character] of [...word].entries()) {
    const opening = closing[character];
    if (isInBrackets && character === ">") end = at;
    else if (open.has(character)) open.set(character, (open.get(character) ?? 0) + 1);
    else if (opening !== undefined) {
      const left = (open.get(opening) ?? 0) - 1;
      open.set(opening, left);
      if (left < 0) end = at;
    }
    if (end < word.length) break;
  }
  const inside = [...word].slice(0, end).join("");
  return inside.slice(0, inside.length - endOfSentence(inside));
}

/** How many characters at the end of an address belong to the text around it. */
function endOfSentence(word: string): number {
  let count = 0;
  while (/[.,;:!?*_~'>]/.test(word[word.length - 1 - count] ?? "")) count += 1;
  return count;
}
