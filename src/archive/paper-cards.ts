import { z } from "zod/mini";
import { defined } from "../schemas/defined.ts";
import type { Citation } from "./citations/citation.ts";

const text = z.string();
const part = z.union([z.object({ text }), z.object({ math: text })]);

/** What a browser needs to list and cite a paper: a `Citation` without derivable fields. */
export const paperCard = z.object({
  id: text,
  titleText: text,
  /** Only where the title holds a formula. */
  title: z.optional(z.array(part)),
  authors: z.optional(z.array(text)),
  authorsCount: z.optional(z.number()),
  published: z.optional(text),
  organization: z.optional(text),
  arxiv: z.optional(text),
  doi: z.optional(text),
  venue: z.optional(
    z.object({
      kind: z.enum(["journal", "conference", "book"]),
      name: text,
      volume: z.optional(text),
      number: z.optional(text),
      pages: z.optional(text),
      publisher: z.optional(text),
    }),
  ),
  links: z.optional(z.array(z.object({ kind: text, url: text }))),
  aliases: z.optional(z.array(text)),
});
/** A paper as a list in the browser shows it. */
export type PaperCard = z.infer<typeof paperCard>;

/** One of the files with cards. `aliases` maps former ids to current ones. */
export const cardFile = z.object({
  papers: z.array(paperCard),
  aliases: z.record(text, text),
});
/** A file of cards. */
export type CardFile = z.infer<typeof cardFile>;

const cardsInAFile = 256;

/** The number of card files for an archive: few, because hosts limit the number of files. */
export function cardFileCount(papers: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, papers / cardsInAFile)));
}

/** The number of the file that has an id's card. */
export function cardFileOf(hash: number, count: number): number {
  return hash % count;
}

/** The citation of a card. `address` is absolute. */
export function citationOfCard(card: PaperCard, address: string): Citation {
  const { authorsCount: _, title, authors, links, aliases, ...rest } = card;
  const { published, organization, arxiv, doi, venue } = rest;
  return {
    id: rest.id,
    titleText: rest.titleText,
    title: title ?? [{ text: rest.titleText }],
    authors: authors ?? [],
    links: links ?? [],
    aliases: aliases ?? [],
    ...defined({ published, organization, arxiv, doi, venue }),
    address,
  };
}
