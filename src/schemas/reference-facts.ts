import { z } from "zod";
import { dayKey } from "./identifiers.ts";
import { printable } from "./printable.ts";
import { workTypes } from "./work-types.ts";

const someText = z.string().overwrite(printable).min(1);

/**
 * What only references say of a work, besides its venue. A name of a person is in reading order.
 */
export const referenceFacts = z.object({
  type: z.enum(workTypes).optional(),
  /** The entry type of biblatex, where it says more than `type`, such as `manual` or `video`. */
  entryType: someText.optional(),
  /** What kind of thesis, report or patent, such as "Master's thesis". */
  genre: someText.optional(),
  /** The list of authors ends with "and others". */
  authorsCut: z.literal(true).optional(),
  editors: z.array(someText).min(1).optional(),
  /** The list of editors ends with "and others". */
  editorsCut: z.literal(true).optional(),
  translators: z.array(someText).min(1).optional(),
  /** The authors of the book of a chapter, where they are others than those of the chapter. */
  bookAuthors: z.array(someText).min(1).optional(),
  /**
   * The family names of authors, editors and translators by name, where the name alone would be divided in another
   * way. That of an organization is its whole name.
   */
  families: z.record(someText, someText).optional(),
  /**
   * Words of the title that are names, by the braces of BibTeX, where all words of the title have capitals.
   */
  properNames: z.array(someText).min(1).optional(),
  /** Of a book, a report or software; that of a paper in a book is in its venue. */
  publisher: someText.optional(),
  /** The university of a thesis, or the institution of a report. */
  institution: someText.optional(),
  /** Where the publisher is. */
  place: someText.optional(),
  /** What biblatex has after a title, such as "With a Reply". */
  titleAddon: someText.optional(),
  /** The number of a chapter in its book. */
  chapter: someText.optional(),
  /** The title of the work in several volumes of which a book, or the book of a chapter, is one. */
  mainTitle: someText.optional(),
  series: someText.optional(),
  edition: someText.optional(),
  /** Of software, a dataset or a standard. */
  version: someText.optional(),
  /** The number of a report, a patent or a volume of a series. */
  number: someText.optional(),
  /** Of a work without a venue, such as a volume of a book. */
  volume: someText.optional(),
  pages: someText.optional(),
  isbn: someText.optional(),
  issn: someText.optional(),
  howPublished: someText.optional(),
  /** What the reference notes about the publication, such as "In press". */
  note: someText.optional(),
});
/** Facts of a reference. */
export type ReferenceFacts = z.infer<typeof referenceFacts>;

/** The key by which the owner cites a work. */
export const citationKey = someText;

/** The day on which the owner's reference manager got a work. */
export const addedOn = dayKey;
