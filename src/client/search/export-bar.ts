import { searchPage } from "../../i18n/strings.ts";
import type { ResultDocument } from "../../search/engine/open-search.ts";

/** Nobody cites more papers than this from a search, and each needs part of the index. */
const mostCited = 500;

/** Shows the buttons that export results as citations, or that there are too many results. */
export function showExport(bar: HTMLElement, papers: number): void {
  const tooMany = papers > mostCited;
  const [label] = bar.getElementsByTagName("span");
  for (const button of bar.querySelectorAll("button")) button.hidden = tooMany;
  if (label) label.textContent = tooMany ? searchPage.tooManyToCite(mostCited) : searchPage.cite;
}

/** What the buttons need from the page. */
export interface ExportContext {
  papers: () => Promise<ResultDocument[]>;
  addressOf: (id: string) => string;
  /** A part of the index could not be loaded, so nothing was exported. */
  failed: (error: unknown) => void;
  /** The code that writes citations could not be loaded. */
  writerMissing: () => void;
}

/**
 * Exports the results in a button's format when it is pressed. The code for it is loaded only then.
 */
export function listenToExport(bar: HTMLElement, context: ExportContext): void {
  const { papers, addressOf, failed, writerMissing } = context;
  for (const button of bar.querySelectorAll("button")) {
    button.addEventListener("click", async () => {
      const writer = await import("./export-citations.ts").catch(() => undefined);
      if (!writer) return writerMissing();
      await papers()
        .then((shown) => writer.exportCitations(shown, button.value, addressOf))
        .catch(failed);
    });
  }
}
