import type { CardFile, PaperCard } from "../../archive/paper-cards.ts";
import { fetchFile } from "../library/ui/fetch-cards.ts";

/** Browsers refuse requests when there are thousands. */
const atOnce = 16;

/** What the archive knows about all papers, the newest first. Throws if a file cannot be loaded. */
export async function fetchAllCards(fileCount: number): Promise<PaperCard[]> {
  const all: CardFile[] = [];
  for (let from = 0; from < fileCount; from += atOnce) {
    const length = Math.min(atOnce, fileCount - from);
    all.push(...(await Promise.all(Array.from({ length }, (_, at) => fetchFile(from + at)))));
  }
  const dateOf = ({ published, listed }: PaperCard) => published ?? listed ?? "";
  return all
    .flatMap(({ papers }) => papers)
    .sort((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
