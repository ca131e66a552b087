import { to } from "./settings.ts";

/** A search for the papers of an author. */
export function searchForAuthor(name: string): string {
  const phrase = name.replace(/["“”„«»]/gu, " ").trim();
  return `${to.search()}?q=${encodeURIComponent(`author:"${phrase}"`)}`;
}
