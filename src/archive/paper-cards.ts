import { z } from "zod/mini";
import { defined } from "../schemas/defined.ts";
import { workTypes } from "../schemas/work-types.ts";
import type { Citation, TextPart } from "./citations/citation.ts";

const text = z.string();
const some = z.optional(text);
const part: z.ZodMiniType<TextPart> = z.union([
  z.object({ text }),
  z.object({ math: text }),
  z.object({
    mark: z.enum(["emphasis", "strong", "code"]),
    parts: z.lazy(() => z.array(part)),
  }),
]);
const work = z.object({
  type: z.optional(z.enum(workTypes)),
  entryType: some,
  genre: some,
  authorsCut: z.optional(z.literal(true)),
  editors: z.optional(z.array(text)),
  editorsCut: z.optional(z.literal(true)),
  translators: z.optional(z.array(text)),
  bookAuthors: z.optional(z.array(text)),
  families: z.optional(z.record(text, text)),
  properNames: z.optional(z.array(text)),
  publisher: some,
  institution: some,
  place: some,
  titleAddon: some,
  chapter: some,
  mainTitle: some,
  series: some,
  edition: some,
  version: some,
  number: some,
  volume: some,
  pages: some,
  isbn: some,
  issn: some,
  howPublished: some,
  note: some,
});

/** What a browser needs to list and cite a paper: a `Citation` without derivable fields. */
export const paperCard = z.object({
  id: text,
  key: some,
  titleText: text,
  /** Only where the title is more than words. */
  title: z.optional(z.array(part)),
  authors: z.optional(z.array(text)),
  authorsCount: z.optional(z.number()),
  published: some,
  /** The day on which a source first listed it. */
  listed: some,
  organization: some,
  organizationHandle: some,
  arxiv: some,
  primaryClass: some,
  doi: some,
  venue: z.optional(
    z.object({
      kind: z.enum(["journal", "conference", "book"]),
      name: text,
      volume: some,
      number: some,
      pages: some,
      publisher: some,
    }),
  ),
  work: z.optional(work),
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
  const { key, published, organization, organizationHandle, arxiv, primaryClass } = rest;
  const { doi, venue, work } = rest;
  return {
    id: rest.id,
    titleText: rest.titleText,
    title: title ?? [{ text: rest.titleText }],
    authors: authors ?? [],
    links: links ?? [],
    aliases: aliases ?? [],
    ...defined({ key, published, organization, organizationHandle, arxiv, primaryClass }),
    ...defined({ doi, venue, work }),
    address,
  };
}
