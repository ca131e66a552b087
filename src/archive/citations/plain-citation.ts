import { paperLabels } from "../../i18n/strings.ts";
import { venueDetails } from "../venue-details.ts";
import { type Citation, oneLine, urlOf } from "./citation.ts";

// A reference with more names would be longer than the text around it.
const mostNames = 10;

/**
 * A paper as a reference in a text: "Ada Lovelace, Grace Hopper. Title. Venue, vol. 7, 2024. https://…".
 * Facts that no source has are left out.
 */
export function plainCitation(citation: Citation): string {
  const { authors, titleText, venue, published, work } = citation;
  const names = authors.slice(0, mostNames).map(oneLine).join(", ");
  const isCut = names !== "" && (authors.length > mostNames || work?.authorsCut === true);
  const place = venue && `${venue.name}${venueDetails(venue)}`;
  const sentences = [
    isCut ? names + paperLabels.andOthers() : names,
    titleText,
    [place, published?.slice(0, 4)].filter(Boolean).join(", "),
  ]
    .map((part) => oneLine(part))
    .filter((part) => part !== "")
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`));
  return [...sentences, urlOf(citation) ?? ""].join(" ").trim();
}
