import { z } from "zod/mini";
import { citationOfCard, type PaperCard } from "../../archive/paper-cards.ts";
import { listCitations } from "../../i18n/strings.ts";
import { addresses } from "../library/ui/addresses.ts";
import { downloadFile } from "../library/ui/download-text.ts";
import { fetchCards } from "../library/ui/fetch-cards.ts";
import { fetchAllCards } from "./fetch-all-cards.ts";

/**
 * The script of a list without files of citations: its links make them. A page that was opened as a file can load
 * nothing, so there the links stay those to the whole archive.
 */
for (const part of document.querySelectorAll<HTMLElement>("[data-cite-list]")) {
  if (location.protocol !== "file:") startCiting(part);
}

function startCiting(part: HTMLElement): void {
  const status = part.querySelector("[data-cite-status]");
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  for (const link of part.querySelectorAll<HTMLAnchorElement>("a[data-format]")) {
    link.addEventListener("click", (event) => {
      // A large file is not part of an archive that was downloaded, but all that it is made from is.
      if ("isFile" in link.dataset && navigator.onLine) return;
      event.preventDefault();
      say(listCitations.making);
      void exportList(part, link.dataset["format"] ?? "").then(say, () =>
        say(listCitations.failed),
      );
    });
  }
}

/** Downloads the citations of the whole list, and returns what to say about it. */
async function exportList(part: HTMLElement, extension: string): Promise<string> {
  const { citeList = "papers", cardFiles = "1" } = part.dataset;
  // Loaded on demand: few readers export citations.
  const { citationFormats } = await import("../../archive/citations/index.ts");
  const format = citationFormats.find((one) => one.extension === extension);
  if (!format) throw new Error(`There is no format ${extension}.`);
  const cards = await cardsOf(part.dataset["ids"], Number(cardFiles));
  // An archive that was published again since the page was loaded may have its papers in more files.
  if (cards.length < Number(part.dataset["total"] ?? 0))
    throw new Error("Some papers of the archive could not be loaded.");
  const citations = cards.map((card) =>
    citationOfCard(card, new URL(addresses.paper(card.id), location.href).href),
  );
  downloadFile(`${citeList}.${extension}`, format.mediaType, format.write(citations));
  return listCitations.made(citations.length);
}

/** What the archive knows about the papers of the list; `ids` is the address of its ids, or says that it has all papers. */
async function cardsOf(ids: string | undefined, fileCount: number): Promise<PaperCard[]> {
  if (ids === "all") return fetchAllCards(fileCount);
  const codes = (await idsOf(ids)).map((id) => ({ id }));
  const { found } = await fetchCards(codes, fileCount);
  if (found.length < codes.length) throw new Error("Some papers of the list could not be loaded.");
  return found.map(({ card }) => card);
}

const idList = z.array(z.string());

/** The ids of all papers of the list: from its file, or from the rows of its only page. */
async function idsOf(address: string | undefined): Promise<string[]> {
  if (address === undefined) {
    const rows = document.querySelectorAll<HTMLElement>("main .papers > li[data-paper]");
    return [...rows].map(({ dataset }) => dataset["paper"] ?? "");
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return idList.parse(await response.json());
}
