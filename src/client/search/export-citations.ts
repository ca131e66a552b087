import { citationFormats } from "../../archive/citations/index.ts";
import type { ResultDocument } from "../../search/engine/open-search.ts";
import { citationOf } from "./result-citation.ts";

/** Downloads papers as a file of citations, in the format with this file extension. */
export function exportCitations(
  papers: readonly ResultDocument[],
  extension: string,
  addressOf: (id: string) => string,
): void {
  const format = citationFormats.find((one) => one.extension === extension);
  if (!format) return;
  const text = format.write(papers.map((shown) => citationOf(shown, addressOf)));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: format.mediaType }));
  link.download = `papers.${format.extension}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
