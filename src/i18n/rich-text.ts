/** A part of a sentence: plain text, code (or a key to press), or a link by its name. */
export type RichTextPart =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "link"; text: string; link: string };

/**
 * Splits a sentence with `[text](name)` links and `` `code` `` into its parts, in order. A sentence
 * stays whole this way, so each language chooses where its links go. An empty link text, as in
 * `[](name)`, stands for the name of the link's target, which the page supplies.
 */
export function richText(sentence: string): RichTextPart[] {
  const parts: RichTextPart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(/\[([^\]]*)\]\(([\w-]+)\)|`([^`]+)`/g)) {
    const [whole, text = "", link, code] = match;
    if (match.index > end) parts.push({ kind: "text", text: sentence.slice(end, match.index) });
    parts.push(
      link === undefined ? { kind: "code", text: code ?? "" } : { kind: "link", text, link },
    );
    end = match.index + whole.length;
  }
  if (end < sentence.length) parts.push({ kind: "text", text: sentence.slice(end) });
  return parts;
}
