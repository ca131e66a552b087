import { z } from "zod";
import { defined } from "../../schemas/defined.ts";
import type { Venue } from "../../schemas/paper.ts";
import { type Publication, publication, publicationOf } from "../../text/dates.ts";
import { referenceReader } from "./json-references.ts";
import { optional } from "./read-fields.ts";
import { type Reference, withoutTags } from "./reference.ts";

const text = optional(z.string());
/** Crossref gives some texts as lists of one. */
const oneText = optional(
  z.union([z.string(), z.array(z.string()).transform((texts) => texts.join(": "))]),
);
const numeral = optional(z.union([z.string(), z.number().transform(String)]));
const name = z.object({
  family: text,
  given: text,
  literal: text,
  name: text,
  suffix: text,
  "dropping-particle": text,
  "non-dropping-particle": text,
  ORCID: text,
});
const part = z.union([z.number(), z.string()]).nullable();
const date = z.object({
  "date-parts": optional(z.array(z.array(part))),
  raw: text,
  literal: text,
});
const item = z.object({
  title: oneText,
  abstract: text,
  author: optional(z.array(name)),
  issued: optional(date),
  published: optional(date),
  DOI: text,
  URL: text,
  note: text,
  number: numeral,
  archive: text,
  archive_location: text,
  keyword: text,
  "container-title": oneText,
  type: text,
  volume: numeral,
  issue: numeral,
  page: numeral,
  publisher: text,
});

/** CSL's types, and those of the registries. */
const kinds: ReadonlyMap<string, Venue["kind"]> = new Map([
  ["article-journal", "journal"],
  ["article-magazine", "journal"],
  ["journal-article", "journal"],
  ["paper-conference", "conference"],
  ["proceedings-article", "conference"],
  ["chapter", "book"],
  ["book-chapter", "book"],
]);

/** Types of CSL that a record may have without a date and authors. */
const bareTypes = new Set(
  "article article-journal article-magazine book chapter dataset document manuscript paper-conference preprint report software thesis webpage".split(
    " ",
  ),
);

/** Reads CSL-JSON as written by Zotero, Pandoc and DOI registries. */
export const cslJson = referenceReader({
  format: "csl-json",
  what: "CSL-JSON",
  lists: ["items", "references"],
  isRecord: (value) =>
    "title" in value &&
    "type" in value &&
    (["issued", "author", "DOI", "citation-key", "container-title"].some((key) => key in value) ||
      // Nothing else is known about the paper.
      ("id" in value && bareTypes.has(String(value["type"])))),
  schema: item,
  reference: (read): Reference => ({
    title: withoutTags(read.title ?? ""),
    abstract: withoutTags(read.abstract ?? ""),
    authors: (read.author ?? []).flatMap((one) => {
      const fullName = spokenName(one);
      const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(one.ORCID ?? "")?.[0];
      return fullName === "" ? [] : [{ name: fullName, ...defined({ id: orcid || undefined }) }];
    }),
    date: dateOf(read.issued ?? read.published),
    doi: read.DOI,
    urls: [read.URL],
    remarks: [
      read.note,
      read.number,
      read["container-title"],
      [read.archive, read.archive_location].join(" "),
    ],
    keywords: (read.keyword ?? "").split(/[,;]/),
    venue: {
      kind: kinds.get(read.type ?? ""),
      name: withoutTags(read["container-title"] ?? ""),
      volume: read.volume,
      number: read.issue,
      pages: read.page,
      publisher: read.publisher,
    },
  }),
});

function spokenName(one: z.infer<typeof name>): string {
  const parts = [one.given, one["dropping-particle"], one["non-dropping-particle"], one.family];
  const fullName = parts.filter((word) => word !== undefined && word !== "").join(" ");
  const whole = fullName === "" ? (one.literal ?? one.name ?? "") : fullName;
  return one.suffix ? `${whole}, ${one.suffix}` : whole;
}

function dateOf(issued: z.infer<typeof date> | undefined): Publication {
  const parts = issued?.["date-parts"]?.[0];
  if (!parts) return publicationOf(issued?.raw ?? issued?.literal ?? "");
  const [year, month, day] = parts.map((one) => one ?? undefined);
  return publication(year, month, day);
}
