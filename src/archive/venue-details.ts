import type { Venue } from "../schemas/paper.ts";

/** What follows a venue's name: `, vol. 12, no. 3, pp. 1–10 (Publisher)`; empty where nothing is known. */
export function venueDetails({ volume, number, pages, publisher }: Venue): string {
  const parts = [
    ...(volume === undefined ? [] : [`vol. ${volume}`]),
    ...(number === undefined ? [] : [`no. ${number}`]),
    ...(pages === undefined ? [] : [pageWords(pages)]),
  ];
  const where = parts.map((part) => `, ${part}`).join("");
  return publisher === undefined ? where : `${where} (${publisher})`;
}

function pageWords(pages: string): string {
  return /[-,]/.test(pages) ? `pp. ${pages.replaceAll("-", "–")}` : `p. ${pages}`;
}
