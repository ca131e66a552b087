import type { Citation } from "../../../archive/citations/citation.ts";
import { citationOfCard } from "../../../archive/paper-cards.ts";
import { unavailable, library as words } from "../../../i18n/strings.ts";
import { defined } from "../../../schemas/defined.ts";
import { requireElement } from "../../require-element.ts";
import { writeBackup } from "../backup-file.ts";
import { loadLibrary } from "../load-library.ts";
import type { PaperSummary, SavedPaper } from "../saved-paper.ts";
import { addresses } from "./addresses.ts";
import { downloadText } from "./download-text.ts";
import { fetchCards } from "./fetch-cards.ts";
import type { Report } from "./report.ts";
import { thisLibrary } from "./this-library.ts";

const fileName = "saved-papers";

/** The buttons that export the library as a backup, and the saved papers as citations. */
export function startExport(tools: HTMLElement, cardFiles: number, report: Report): void {
  requireElement(tools, "#export-json", HTMLButtonElement).addEventListener("click", () => {
    const { papers } = loadLibrary(thisLibrary);
    const text = writeBackup(papers, new Date().toISOString());
    downloadText(fileName, "json", "application/json", text);
    report(words.exportedBackup(papers.size));
  });
  for (const button of tools.querySelectorAll<HTMLButtonElement>("[data-format]")) {
    const { format = "" } = button.dataset;
    button.addEventListener("click", () => void exportCitations(format, cardFiles, report));
  }
}

async function exportCitations(name: string, cardFiles: number, report: Report): Promise<void> {
  const { papers } = loadLibrary(thisLibrary);
  const saved = [...papers].filter(([, paper]) => paper.saved !== undefined);
  report(words.exporting);
  try {
    // Loaded on demand: few readers export citations.
    const { citationFormats } = await import("../../../archive/citations/index.ts");
    const format = citationFormats.find((one) => one.name === name);
    if (!format) return;
    const { citations, incomplete } = await citationsOf(saved, cardFiles);
    downloadText(fileName, format.extension, format.mediaType, format.write(citations));
    report(words.exportedCitations(citations.length, name), incomplete);
  } catch {
    report(unavailable.citations);
  }
}

/** The citations of saved papers, and messages about those that have a title and a date only. */
async function citationsOf(
  saved: readonly [id: string, paper: SavedPaper][],
  cardFiles: number,
): Promise<{ citations: Citation[]; incomplete: string[] }> {
  const codes = saved.map(([id]) => ({ id }));
  const { found, unknown } = await fetchCards(codes, cardFiles);
  const cards = new Map(found.map(({ code, card }) => ["id" in code ? code.id : "", card]));
  const gone = new Set(unknown.map((code) => ("id" in code ? code.id : "")));
  // By current id, because a paper may be saved under a former one as well.
  const citations = new Map<string, Citation>();
  for (const [id, paper] of saved) {
    const card = cards.get(id);
    if (card) citations.set(card.id, citationOfCard(card, addressOf(card.id)));
    else citations.set(id, citationOfSummary(id, paper, gone.has(id) ? undefined : addressOf(id)));
  }
  const failed = saved.length - cards.size - gone.size;
  return {
    citations: [...citations.values()],
    incomplete: [
      ...(gone.size > 0 ? [words.citedButGone(gone.size)] : []),
      ...(failed > 0 ? [words.citedOffline(failed)] : []),
    ],
  };
}

function addressOf(id: string): string {
  return new URL(addresses.paper(id), location.href).href;
}

function citationOfSummary(
  id: string,
  { title, published }: PaperSummary,
  address: string | undefined,
): Citation {
  const arxiv = /^\d{4}\.\d{4,5}$/.test(id) ? id : undefined;
  return {
    id,
    titleText: title,
    title: [{ text: title }],
    authors: [],
    links: [],
    aliases: [],
    ...defined({ arxiv, address, published }),
  };
}
