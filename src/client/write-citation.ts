import { citationFormats } from "../archive/citations/index.ts";
import { citationOfCard } from "../archive/paper-cards.ts";
import { defined } from "../schemas/defined.ts";
import { addresses } from "./library/ui/addresses.ts";
import { downloadFile } from "./library/ui/download-text.ts";
import { fetchCards } from "./library/ui/fetch-cards.ts";

/** What a paper's page says in `data-` attributes: its id, the key that it cites by, and how many files have the data of papers. */
interface CitedPaper {
  citePaper?: string;
  citeKey?: string;
  cardFiles?: string;
}

/** The citation of a paper in the format with this extension, as its page would have it. Throws if it cannot be loaded. */
export async function writeCitation(paper: CitedPaper, extension: string): Promise<string> {
  const { citePaper: id = "", citeKey: key, cardFiles } = paper;
  const { found } = await fetchCards([{ id }], Number(cardFiles));
  const format = citationFormats.find((one) => one.extension === extension);
  const [{ card } = {}] = found;
  if (!format || !card) throw new Error(`There is no ${extension} of ${id}.`);
  const address = new URL(addresses.paper(card.id), location.href).href;
  const citation = { ...citationOfCard(card, address), ...defined({ key }) };
  return format.write([citation]).replace(/\r?\n$/, "");
}

/** Downloads a citation as a file, whose name says its format. */
export function downloadCitation(name: string, text: string): void {
  const format = citationFormats.find(({ extension }) => name.endsWith(`.${extension}`));
  // Elements have no carriage returns, which lines of RIS end with.
  const end = format?.extension === "ris" ? "\r\n" : "\n";
  const whole = `${text}\n`.replaceAll(/\r?\n/g, end);
  downloadFile(name, format?.mediaType ?? "text/plain", whole);
}
