import { findLinks } from "./links.ts";

// arXiv's own label for any address.
const emptyLabel = /^this (?:https? )?url$/i;
const label = /^\{([^{}]{1,300})\}/;

/** Removes a space within `https: //`, which pages leave there. */
export function wholeLinks(text: string): string {
  return text.replace(/\b(https?:) (?=\/\/[A-Za-z0-9-]{1,63}\.)/g, "$1");
}

/**
 * Changes a text outside its web addresses. Separates addresses from adjacent words, and puts the
 * labels that TeX and pages give them first: `https://…{text}` becomes `text (https://…)`.
 */
export function outsideLinks(text: string, change: (text: string) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    if (start < at) continue;
    const before = change(text.slice(at, start)).replace(/~$/, " ");
    parts.push(before);
    if (/[\p{L}\p{N}.,;:]$/u.test(before.slice(-2))) parts.push(" ");
    const url = text.slice(start, end);
    const named = label.exec(text.slice(end, end + 302));
    const name = named?.[1]?.trim() ?? "";
    at = end + (named?.[0].length ?? 0);
    parts.push(!named || saysNothing(name, url) ? url : `${change(name)} (${url})`);
    if (/^\.?\p{Lu}|^[\p{L}\p{N}]/u.test(text.slice(at, at + 3))) {
      const stop = text.startsWith(".", at) ? 1 : 0;
      parts.push(`${text.slice(at, at + stop)} `);
      at += stop;
    }
  }
  parts.push(change(text.slice(at)));
  return parts.join("");
}

function saysNothing(name: string, url: string): boolean {
  const bare = (address: string) =>
    address.replace(/^https?:\/\//, "").replace(/(?<![/.,])[/.,]+$/, "");
  return name === "" || emptyLabel.test(name) || bare(name) === bare(url);
}
