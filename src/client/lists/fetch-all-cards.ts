import type { PaperCard } from "../../archive/paper-cards.ts";
import { fetchFile } from "../library/ui/fetch-cards.ts";

/** What the archive knows about all papers, the newest first. Throws if a file cannot be loaded. */
export async function fetchAllCards(fileCount: number): Promise<PaperCard[]> {
  const all = await Promise.all(
    Array.from({ length: fileCount }, (_, number) => fetchFile(number)),
  );
  const dateOf = ({ published, listed }: PaperCard) => published ?? listed ?? "";
  return all
    .flatMap(({ papers }) => papers)
    .sort((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
