import { z } from "zod";
import type { Venue } from "../../schemas/paper.ts";
import { publicationOf } from "../../text/dates.ts";
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

/** Reads Reads Zotero's own items, as Better BibTeX exports them. */
export const zoteroJson = referenceReader({
  format: "zotero-json",
  what: "Zotero",
  lists: ["items"],
  isRecord: (value) => typeof value["itemType"] === "string",
  isOther: ({ itemType }) => itemType === "attachment" || itemType === "note",
  schema: item,
  reference: (read): Reference => ({
    title: withoutTags(read.title ?? ""),
    abstract: withoutTags(read.abstractNote ?? ""),
    authors: (read.creators ?? [])
      .filter(({ creatorType = "author" }) => creatorType === "author")
      .map(
        ({ firstName, lastName, name }) => name || [firstName, lastName].filter(Boolean).join(" "),
      )
      .filter((name) => name !== "")
      .map((name) => ({ name })),
    date: publicationOf(read.date ?? ""),
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
});
