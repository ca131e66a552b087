import { venueParts } from "../i18n/strings.ts";
import type { Venue } from "../schemas/paper.ts";

/**
 * The details after a venue's name: `, vol. 12, no. 3, pp. 1–10 (Publisher)`, or an empty string.
 */
export function venueDetails({ volume, number, pages, publisher }: Venue): string {
  const parts = [
    ...(volume === undefined ? [] : [venueParts.volume(volume)]),
    ...(number === undefined ? [] : [venueParts.number(number)]),
    ...(pages === undefined ? [] : [pagesOf(pages)]),
  ];
  const where = parts.map((part) => `, ${part}`).join("");
  return publisher === undefined ? where : `${where} (${publisher})`;
}

function pagesOf(pages: string): string {
  return /[-,]/.test(pages) ? venueParts.pages(pages.replaceAll("-", "–")) : venueParts.page(pages);
}
