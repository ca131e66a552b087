import type { ResultDocument } from "../../search/engine/open-search.ts";

/** More papers than this are no list that anybody cites from by hand, and many parts to load. */
const most = 500;

/** Offers a search's papers as citations; of too many it says so. */
export function showExport(bar: HTMLElement, papers: number): void {
  const [label] = bar.getElementsByTagName("span");
  for (const button of bar.querySelectorAll("button")) button.hidden = papers > most;
  if (label)
    label.textContent = papers > most ? `To cite these, narrow them down to ${most}` : "Cite these";
}

/** What the buttons need of the page. */
export interface ExportContext {
  papers: () => Promise<ResultDocument[]>;
  addressOf: (id: string) => string;
  /** A paper's part could not be had, and nothing was exported. */
  failed: (error: unknown) => void;
  /** What writes citations could not be loaded. */
  writerMissing: () => void;
}

/** Exports the papers in the format of the button that is pressed; what writes them is loaded then. */
export function offerExport(bar: HTMLElement, context: ExportContext): void {
  const { papers, addressOf, failed, writerMissing } = context;
  for (const button of bar.querySelectorAll("button")) {
    button.addEventListener("click", async () => {
      const writer = await import("./export.ts").catch(() => undefined);
      if (!writer) return writerMissing();
      await papers()
        .then((shown) => writer.exportPapers(shown, button.value, addressOf))
        .catch(failed);
    });
  }
}
