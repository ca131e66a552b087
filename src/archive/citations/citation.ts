/** A piece of a title: words, or a formula's LaTeX without its dollars. */
export type TitlePart = { text: string } | { math: string };

/**
 * What can be cited of a paper. Plain data without Markdown or paths, so that it can be stored as
 * JSON and written out in a reader's browser. What is unknown is absent.
 */
export interface Citation {
  /** The paper's id in the archive; also the key in BibTeX, since it never changes. */
  id: string;
  title: TitlePart[];
  /** The title in plain characters, for formats that know no formulas. */
  titleText: string;
  /** Names as the source writes them; empty when it names nobody, however many they are. */
  authors: string[];
  /** The day of publication, or the month or year where no more is known; never a day of listing. */
  published?: string;
  arxiv?: string;
  doi?: string;
  /** The organisation that listed the paper; not its author or publisher. */
  organization?: string;
  venue?: CitedVenue;
  links: { kind: string; url: string }[];
  /** The paper's page in the archive, absolute. */
  address?: string;
  /** In plain characters. */
  abstract?: string;
  /** Former ids, by which an older export may have been cited. */
  aliases: string[];
}

/** Where a paper appeared. */
export interface CitedVenue {
  kind: "journal" | "conference" | "book";
  name: string;
  volume?: string | undefined;
  number?: string | undefined;
  pages?: string | undefined;
  publisher?: string | undefined;
}

/** The first and the last page of a range; one page is both. A list of ranges stays whole as the first. */
export function pageRange({ pages = "" }: CitedVenue): { first?: string; last?: string } {
  const [first = "", last = first, ...more] = pages.split("-").map((page) => page.trim());
  if (first === "") return {};
  return more.length > 0 || pages.includes(",") ? { first: pages.trim() } : { first, last };
}

/** Where the paper itself can be read: by DOI, on arXiv, else on its page in the archive. */
export function urlOf({ doi, arxiv, address }: Citation): string | undefined {
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`;
  if (doi !== undefined) return `https://doi.org/${encodeURI(oneLine(doi))}`;
  return address;
}

/** Facts that no field is made for, as lines for a reference manager's notes. */
export function remarksOf({ organization, links }: Citation): string[] {
  const kinds: Record<string, string> = { code: "Code", project: "Project page", data: "Data" };
  return [
    ...(organization === undefined ? [] : [`Listed by ${organization}`]),
    ...links.map(({ kind, url }) => `${kinds[kind] ?? "Link"}: ${url}`),
  ];
}

/** One line of text: blanks made one, control characters and halves of characters gone. */
export function oneLine(text: string): string {
  return withinLine(text).trim();
}

/** The same for a part of a line, which may begin or end with a blank. */
export function withinLine(text: string): string {
  return text.replace(/(?!\s)[\p{Cc}\p{Cs}]/gu, "").replace(/\s+/gu, " ");
}
