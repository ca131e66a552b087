import { z } from "zod";
import { type Publication, publication, publicationOf } from "../text/dates.ts";
import { referenceReader } from "./json-references.ts";
import { optional } from "./read-fields.ts";
import { type Reference, withoutTags } from "./reference.ts";

const text = optional(z.string());
/** Crossref gives some texts as lists of one. */
const oneText = optional(
  z.union([z.string(), z.array(z.string()).transform((texts) => texts.join(": "))]),
);
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
  number: optional(z.union([z.string(), z.number().transform(String)])),
  archive: text,
  archive_location: text,
  keyword: text,
  "container-title": oneText,
});

/** CSL-JSON, as Zotero, Pandoc and the registries of DOIs give it. */
export const cslJson = referenceReader({
  format: "csl-json",
  what: "CSL-JSON",
  lists: ["items", "references"],
  isRecord: (value) =>
    "title" in value &&
    ["issued", "author", "DOI", "citation-key", "container-title"].some((key) => key in value) &&
    "type" in value,
  schema: item,
  reference: (read): Reference => ({
    title: withoutTags(read.title ?? ""),
    abstract: withoutTags(read.abstract ?? ""),
    authors: (read.author ?? []).flatMap((one) => {
      const said = spokenName(one);
      const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(one.ORCID ?? "")?.[0];
      return said === "" ? [] : [{ name: said, ...(orcid ? { id: orcid } : {}) }];
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
  }),
});

function spokenName(one: z.infer<typeof name>): string {
  const parts = [one.given, one["dropping-particle"], one["non-dropping-particle"], one.family];
  const said = parts.filter((word) => word !== undefined && word !== "").join(" ");
  const whole = said === "" ? (one.literal ?? one.name ?? "") : said;
  return one.suffix ? `${whole}, ${one.suffix}` : whole;
}

function dateOf(issued: z.infer<typeof date> | undefined): Publication {
  const parts = issued?.["date-parts"]?.[0];
  if (!parts) return publicationOf(issued?.raw ?? issued?.literal ?? "");
  const [year, month, day] = parts.map((one) => one ?? undefined);
  return publication(year, month, day);
}
