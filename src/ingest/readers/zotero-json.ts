import { z } from "zod";
import type { Venue } from "../../schemas/paper.ts";
import { nameOfFields, withoutOthers } from "../../text/person-names.ts";
import { publicationIn } from "../../text/publication-date.ts";
import { referenceReader } from "./json-references.ts";
import { optional } from "./read-fields.ts";
import { type Reference, withoutTags } from "./reference.ts";

const text = optional(z.string());
const creator = z.object({ creatorType: text, firstName: text, lastName: text, name: text });
const item = z.object({
  title: text,
  abstractNote: text,
  creators: optional(z.array(creator)),
  date: text,
  DOI: text,
  url: text,
  archiveID: text,
  reportNumber: text,
  publicationTitle: text,
  proceedingsTitle: text,
  bookTitle: text,
  itemType: text,
  volume: text,
  issue: text,
  pages: text,
  publisher: text,
  extra: optional(
    z.union([z.string(), z.array(z.string()).transform((lines) => lines.join("\n"))]),
  ),
  tags: optional(
    z.array(z.union([z.string(), z.object({ tag: z.string() }).transform(({ tag }) => tag)])),
  ),
});

const kinds: ReadonlyMap<string, Venue["kind"]> = new Map([
  ["journalArticle", "journal"],
  ["magazineArticle", "journal"],
  ["conferencePaper", "conference"],
  ["bookSection", "book"],
]);

/** Reads Zotero's own items, as Better BibTeX exports them. */
export const zoteroJson = referenceReader({
  format: "zotero-json",
  what: "Zotero",
  lists: ["items"],
  isRecord: (value) => typeof value["itemType"] === "string",
  isOther: ({ itemType }) => itemType === "attachment" || itemType === "note",
  schema: item,
  reference: (read): Omit<Reference, "date"> => ({
    title: withoutTags(read.title ?? ""),
    abstract: withoutTags(read.abstractNote ?? ""),
    ...authorsOf(read.creators ?? []),
    doi: read.DOI ?? /^DOI:\s*(\S+)/m.exec(read.extra ?? "")?.[1],
    urls: [read.url],
    remarks: [read.extra, read.archiveID, read.reportNumber, read.publicationTitle],
    keywords: read.tags ?? [],
    venue: {
      kind: kinds.get(read.itemType ?? ""),
      name: withoutTags(read.publicationTitle ?? read.proceedingsTitle ?? read.bookTitle ?? ""),
      volume: read.volume,
      number: read.issue,
      pages: read.pages,
      publisher: read.publisher,
    },
  }),
  dates: ({ date = "" }) => publicationIn([{ text: date }]),
});

/** Zotero has other names for the authors of some types of items. */
const authorTypes = new Set(
  "author artist cartographer composer director inventor performer podcaster presenter programmer sponsor".split(
    " ",
  ),
);

function authorsOf(
  creators: readonly z.infer<typeof creator>[],
): Pick<Reference, "authors" | "authorsCut"> {
  const { names, cut } = withoutOthers(
    creators
      .filter(({ creatorType = "author" }) => authorTypes.has(creatorType))
      .map(({ firstName, lastName = "", name }) =>
        name?.trim() ? name : nameOfFields({ family: lastName, given: firstName }),
      ),
  );
  return { authors: names.map((name) => ({ name })), authorsCut: cut };
}
