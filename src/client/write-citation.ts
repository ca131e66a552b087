import { citationFormats } from "../archive/citations/index.ts";
import { citationOfCard } from "../archive/paper-cards.ts";
import { defined } from "../schemas/defined.ts";
import { addresses } from "./library/ui/addresses.ts";
import { fetchCards } from "./library/ui/fetch-cards.ts";

/** A paper, the key by which its page cites it, and in how many files the archive has the data of papers. */
export interface CitedPaper {
  id: string;
  key: string | undefined;
  cardFiles: number;
}

/**
 * The citation of a paper in the format with this extension, as its page would have it. Rejects if its data cannot be
 * loaded.
 */
export async function writeCitation(
  { id, key, cardFiles }: CitedPaper,
  extension: string,
): Promise<string> {
  const { found } = await fetchCards([{ id }], cardFiles);
  const format = citationFormats.find((one) => one.extension === extension);
  const [{ card } = {}] = found;
  if (!format || !card) throw new Error(`There is no ${extension} of ${id}.`);
  const address = new URL(addresses.paper(card.id), location.href).href;
  const citation = { ...citationOfCard(card, address), ...defined({ key }) };
  return format.write([citation]).replace(/\r?\n$/, "");
}
