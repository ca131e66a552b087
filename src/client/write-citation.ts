import { authorYearKey } from "../archive/citations/author-year-key.ts";
import { citationFormats } from "../archive/citations/index.ts";
import { citationOfCard } from "../archive/paper-cards.ts";
import { defined } from "../schemas/defined.ts";
import { addresses } from "./library/ui/addresses.ts";
import { fetchCards } from "./library/ui/fetch-cards.ts";

/**
 * The citation of a paper in the format with this extension, as its page would have it. The archive has its data in
 * `cardFiles` files. Rejects if they cannot be loaded.
 */
export async function writeCitation(
  id: string,
  extension: string,
  cardFiles: number,
): Promise<string> {
  const { found } = await fetchCards([{ id }], cardFiles);
  const format = citationFormats.find((one) => one.extension === extension);
  const [{ card } = {}] = found;
  if (!format || !card) throw new Error(`There is no ${extension} of ${id}.`);
  const known = citationOfCard(card, new URL(addresses.paper(card.id), location.href).href);
  const key = known.key ?? authorYearKey(known);
  return format.write([{ ...known, ...defined({ key }) }]).replace(/\r?\n$/, "");
}
