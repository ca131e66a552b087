/** A piece of an excerpt: text, and whether it matched. */
export interface ExcerptPiece {
  text: string;
  matched: boolean;
}

const entities: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
};

/**
 * Takes Pagefind's excerpt (HTML with `<mark>`) apart, so that a page can show it as text: nothing
 * of a paper is ever read as HTML in the reader's browser.
 */
export function excerptPieces(html: string): ExcerptPiece[] {
  let matched = false;
  const pieces: ExcerptPiece[] = [];
  for (const part of html.split(/(<\/?mark>)/)) {
    if (part === "<mark>" || part === "</mark>") matched = part === "<mark>";
    else if (part !== "") {
      const text = part.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (all) => entities[all] ?? all);
      pieces.push({ text, matched });
    }
  }
  return pieces;
}
