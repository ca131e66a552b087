import type { Extent } from "./extent.ts";

// A display typed as an environment, `\begin{align*}…\end{align*}`, loses its `\begin` and `\end` but has no
// dollars to lose, so what is in it keeps its backslashes. It is whole as far as it is there; nothing in
// it is damage.

const names = /(?:equation|align|alignat|eqnarray|gather|multline|flalign|displaymath)(\*?)/g;
/** No abstract has a longer display. */
const longest = 1500;

const isWord = (word: string): boolean => word.length > 3;

/** Whether the text between two names of one environment is a display and not a sentence. */
function isBody(body: string, isStarred: boolean): boolean {
  if (body.length > longest || body.length < 5) return false;
  const hasCommand = /\\[A-Za-z]/.test(body);
  if (!hasCommand && !(isStarred && /[=^_<>]/.test(body))) return false;
  const words = body.match(/(?<![\\A-Za-z])[A-Za-z]+/g)?.filter(isWord) ?? [];
  return words.length <= 3 + body.length / 80;
}

/** The displays that are left of environments, in order. Linear in the length of the text. */
export function typedDisplays(text: string): Extent[] {
  const found: Extent[] = [];
  if (!text.includes("\\")) return found;
  let open: { name: string; start: number; end: number; isStarred: boolean } | undefined;
  for (const match of text.matchAll(names)) {
    const [name, star] = match;
    const end = match.index + name.length;
    if (open?.name === name && isBody(text.slice(open.end, match.index), open.isStarred)) {
      found.push({ start: open.start, end });
      open = undefined;
    } else open = { name, start: match.index, end, isStarred: star === "*" };
  }
  return found;
}
