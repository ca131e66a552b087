import type { PaperEntry } from "../../schemas/paper.ts";

/** The size of a card, in pixels: what link previews ask for. */
export const cardSize = { width: 1200, height: 630 };

/** What is on a card. */
export interface Card {
  /** The paper's title, or the archive's name where the typeface lacks the title's script. */
  title: string;
  authors: string;
  date: string;
  /** The archive's name, unless it is in the place of the title. */
  archive: string;
}

/** What a card of a paper needs besides the paper. */
interface Context {
  archive: string;
  /** Writes a day, a month or a year in the site's language. */
  dateOf: (date: string) => string;
}

// The scripts of the site's typeface, with signs that all scripts share.
const otherScripts =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * The card of a paper; undefined if the site's typeface lacks the scripts of both its title and the archive's
 * name. A title of which only a part could be drawn would be another title.
 */
export function cardOf(
  paper: Pick<PaperEntry, "titleText" | "authors" | "published" | "publishedIn">,
  { archive, dateOf }: Context,
): Card | undefined {
  const { titleText, authors, published, publishedIn } = paper;
  const [title, above] = canDraw(titleText) ? [titleText, archive] : [archive, ""];
  if (!canDraw(title)) return undefined;
  const names = authors.map(({ name }) => name).filter(canDraw);
  const shown = names.length > 4 ? [...names.slice(0, 3), "et al."] : names;
  const date = published ?? publishedIn ?? "";
  const written = date === "" ? "" : dateOf(date);
  return {
    title: beginning(title),
    authors: beginning(shown.join(", ")),
    date: canDraw(written) ? written : date,
    archive: canDraw(above) ? beginning(above) : "",
  };
}

function canDraw(text: string): boolean {
  return !otherScripts.test(text) && /[\p{L}\p{N}]/u.test(text);
}

/** In characters. No more have room on a card, and measuring a longer text would take long. */
const longest = 400;

function beginning(text: string): string {
  return [...text.slice(0, 2 * longest)].slice(0, longest).join("").toWellFormed();
}
